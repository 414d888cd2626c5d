import { join } from 'node:path'
import { writePrivate } from '../files/private.ts'

export type NoticeChannel = 'mail' | 'sms'

/** A notice on its way to somebody, in that one's language. */
export interface Message {
  /** UUID of the notice: a message that is carried twice has the same. */
  readonly id: string
  /** Mail address or telephone number. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly at: Date
}

/** Carries notices out of the house: a mail server, a message service. */
export interface Carrier {
  readonly channel: NoticeChannel
  /** Rejects when the message was not taken: it is tried again. */
  send(message: Message): Promise<void>
}

/** Carriers of a demonstration: what would be sent lies as files under `outbox/`. */
export function fileCarriers(dataDir: string): readonly Carrier[] {
  const dir = join(dataDir, 'outbox')
  return [
    { channel: 'mail', send: message => writePrivate(join(dir, `${message.id}.eml`), mail(message)) },
    {
      channel: 'sms',
      send: message => writePrivate(join(dir, `${message.id}.sms.txt`), `${message.to}\n${message.text}\n`),
    },
  ]
}

/** A message as RFC 5322 has it; subject and body in base64, so that nothing in them can be taken for a header. */
function mail({ id, to, subject, text, at }: Message): string {
  const body = Buffer.from(text, 'utf8').toString('base64')
  return [
    'From: Tongqu <tongqu@localhost>',
    `To: <${to.replace(/[\r\n<>]/g, '')}>`,
    `Subject: =?UTF-8?B?${Buffer.from(subject, 'utf8').toString('base64')}?=`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}@localhost>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(body.match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n')
}
