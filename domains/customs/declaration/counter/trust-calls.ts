import { generateKeyPairSync } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import {
  closed,
  command,
  type Definition,
  Id,
  Instant,
  NoInput,
  query,
  uploadFields,
} from '@tongqu/kernel/command'
import { selfSignedCertificate } from '@tongqu/kernel/crypto'
import { refusals } from '@tongqu/kernel/refusal'
import { readCertificate } from '@tongqu/messages/signature'
import { Type } from 'typebox'
import type { Desk } from '../env.ts'
import * as store from './trust-store.ts'

/* Certificates whose signatures under receipts an administrator believes. */

const MANAGE = 'customs.counter.manage'

export const trustRefusals = refusals({
  'counter.certificate_unreadable': {
    status: 422,
    text: { zh: '文件不是 RSA 或 SM2 证书', en: 'The file is no certificate of an RSA or SM2 key' },
    remedy: { zh: '交 PEM 或 DER 格式的 X.509 证书', en: 'Hand in an X.509 certificate in PEM or DER' },
  },
  'counter.certificate_not_trusted': {
    status: 404,
    text: { zh: '没有正在信任的证书 {id}', en: 'No certificate {id} is trusted' },
    remedy: { zh: '在受信任证书列表中查找', en: 'Look it up in the list of trusted certificates' },
  },
})

const Trusted = Type.Object({
  id: Type.String(),
  serial: Type.String(),
  subject: Type.String(),
  issuer: Type.String(),
  from: Type.String({ format: 'date-time' }),
  to: Type.Optional(Type.String({ format: 'date-time' })),
  validFrom: Type.Optional(Type.String({ format: 'date-time' })),
  validTo: Type.Optional(Type.String({ format: 'date-time' })),
  note: Type.String(),
})

/** A certificate of a key that is made for the example, and another each time. */
async function exampleCertificate(): Promise<Uint8Array> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return Buffer.from(
    selfSignedCertificate({ privateKey: pem, name: 'example', from: '20200101', to: '20491231' }),
  )
}

export function trustCalls(desk: Desk): Definition[] {
  const trusting = {
    call: 'customs.counter.trust',
    input: { name: 'counter.pem', note: '示例' },
    content: exampleCertificate,
  }
  return [
    command({
      name: 'customs.counter.trust',
      verb: 'declare trust <file>',
      summary: { zh: '信任一张回执签名证书', en: 'Trust a certificate for signatures under receipts' },
      permission: MANAGE,
      upload: { maxBytes: 64 * 1024 },
      input: closed({
        ...uploadFields,
        /** From when its signatures are believed; absent: from now. */
        from: Type.Optional(Instant),
        note: Type.Optional(
          Type.String({ maxLength: 300, description: 'whose it is, and how that was found out' }),
        ),
      }),
      output: Type.Object({ id: Type.String(), serial: Type.String() }),
      refusals: ['counter.certificate_unreadable'],
      example: trusting,
      async handle(work, { sm3, from, note = '' }) {
        const read = readCertificate(await buffer(desk.services.files.read(sm3)))
        if (!read) return trustRefusals.refuse('counter.certificate_unreadable', {}, '/sm3')
        const { serialNumber: serial, subject, issuer, base64: certificate } = read
        const id = work.newId()
        const from_at = from === undefined ? work.now : new Date(from)
        const by = work.actor.account
        const row = {
          id,
          serial,
          subject,
          issuer,
          certificate,
          from_at,
          added_at: work.now,
          added_by: by,
          note,
        }
        if (!(await store.addTrusted(work.tx, row))) {
          const all = await store.trustedCertificates(work.tx)
          return { id: all.find(each => each.certificate === certificate && each.to_at === null)!.id, serial }
        }
        work.emit({
          type: 'customs.counter.trusted',
          data: { id, serial, subject, from: from_at.toISOString() },
        })
        return { id, serial }
      },
    }),
    command({
      name: 'customs.counter.distrust',
      verb: 'declare distrust <id>',
      summary: { zh: '不再信任一张回执签名证书', en: 'Trust a certificate no longer, from now on' },
      permission: MANAGE,
      input: closed({ id: Id, reason: Type.String({ minLength: 2, maxLength: 300 }) }),
      output: Type.Object({ id: Type.String() }),
      refusals: ['counter.certificate_not_trusted'],
      example: {
        given: [trusting],
        input: (outputs: readonly { readonly id: string }[]) => ({
          id: outputs[0]!.id,
          reason: '证书已更换',
        }),
      },
      async handle(work, { id, reason }) {
        if (!(await store.endTrusted(work.tx, id, work.now)))
          return trustRefusals.refuse('counter.certificate_not_trusted', { id }, '/id')
        work.emit({ type: 'customs.counter.distrusted', data: { id, reason } })
        return { id }
      },
    }),
    query({
      name: 'customs.counter.trusts',
      verb: 'declare trusts',
      summary: { zh: '受信任的回执签名证书', en: 'Certificates trusted for signatures under receipts' },
      permission: MANAGE,
      input: NoInput,
      output: Type.Object({ certificates: Type.Array(Trusted) }),
      example: { input: {} },
      async handle(work) {
        const rows = await store.trustedCertificates(work.tx)
        return {
          certificates: rows.map(({ id, serial, subject, issuer, certificate, from_at, to_at, note }) => {
            const read = readCertificate(Buffer.from(certificate, 'base64'))
            return {
              id,
              serial,
              subject,
              issuer,
              from: from_at.toISOString(),
              ...(to_at && { to: to_at.toISOString() }),
              ...(read && { validFrom: read.validFrom.toISOString(), validTo: read.validTo.toISOString() }),
              note,
            }
          }),
        }
      },
    }),
  ]
}
