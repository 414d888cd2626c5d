import { buffer } from 'node:stream/consumers'
import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import { openEnvelope } from '@tongqu/messages'
import { type ProfileName, profiles, signatureText, verifyEnveloped } from '@tongqu/messages/signature'
import type { Static } from 'typebox'
import type { Desk } from '../env.ts'
import { declarationRefusals } from '../refusals.ts'
import type { MessageRead } from './contract.ts'
import { masked } from './mask.ts'
import { type MessageRow, messageRow } from './store.ts'
import { kindTitle } from './titles.ts'

/** A page shows so many characters of a message. */
const MOST = 400_000

/**
 * A message as it went out or came in, its envelope opened.
 * @param isOpen with identity numbers; else they are hidden
 */
export async function readMessage(
  work: UnitOfWork,
  desk: Desk,
  id: string,
  isOpen: boolean,
): Promise<Static<typeof MessageRead> | Refusal> {
  const row = await messageRow(work.tx, id)
  if (!row) return declarationRefusals.refuse('counter.message_not_found', { id }, '/id')
  const bytes = await buffer(desk.services.files.read(row.sm3))
  const opened = openEnvelope(bytes, { day: legalDay(work.now) })
  const within = 'faults' in opened ? bytes : Buffer.from(opened.bytes)
  const whole = within.toString('utf8')
  const shown = isOpen ? whole : masked(whole)
  return {
    ...headOf(row),
    ...('faults' in opened ? {} : { envelope: envelopeOf(opened.envelope.TransInfo) }),
    ...(row.signature && { signature: signatureOf(row.signature, whole) }),
    xml: shown.slice(0, MOST),
    isMasked: !isOpen,
    isCut: shown.length > MOST,
  }
}

function headOf(row: MessageRow) {
  return {
    id: row.id,
    direction: row.direction,
    kind: row.kind,
    title: kindTitle(row.kind),
    name: row.name,
    sm3: row.sm3,
    bytes: Number(row.bytes),
    records: row.records,
    state: row.state,
    createdAt: row.created_at.toISOString(),
    ...(row.done_at && { doneAt: row.done_at.toISOString() }),
    tries: row.tries,
    ...(row.failure?.text && { failure: { ...row.failure.text } }),
  }
}

interface TransInfo {
  readonly SenderId: string
  readonly ReceiverIds: { readonly ReceiverId: readonly string[] }
  readonly CreatTime: string
}

const envelopeOf = ({ SenderId, ReceiverIds, CreatTime }: TransInfo) => ({
  sender: SenderId,
  receivers: [...ReceiverIds.ReceiverId],
  created: CreatTime,
})

type Signature = NonNullable<MessageRow['signature']>

/** What was signed, and whether the content still has that digest under the certificate that it carries. */
function signatureOf({ algorithm, digest, serial, profile }: Signature, xml: string) {
  const told = { algorithm, digest, ...(serial !== undefined && { serial }) }
  if (serial === undefined) return told
  const known = Object.keys(profiles) as ProfileName[]
  const outcome = verifyEnveloped(xml, {
    profiles: known.filter(name => name === profile),
    trusted: ({ certificate }) => certificate,
  })
  if ('verified' in outcome) return { ...told, isValid: true }
  return { ...told, isValid: false, fault: { ...signatureText(outcome.refusal) } }
}
