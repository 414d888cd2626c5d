import { legalDay } from '@tongqu/kernel/clock'
import { type Certificate, profiles, readCertificate, verifyEnveloped } from '@tongqu/messages/signature'
import { type Static, Type } from 'typebox'
import type { Desk } from '../env.ts'
import type { TrustedRow } from './trust-store.ts'

/*
 * The signature of a message that came in. What is found of it is kept with the message and shown in the timeline; what
 * follows is the day's rule `declaration.receipt_signature`:
 *
 *   ignore    nothing is asked of a signature, and nothing kept
 *   record    what was found is kept, and the receipts are applied
 *   require   receipts are applied under a valid signature of a trusted certificate only
 *
 * Under each of them a message whose signature is wrong is another message than was signed: it is never applied.
 */

/** valid; absent; wrong; untrusted: by a certificate that nobody here believes; expired: at the time it came in. */
export const Verification = Type.Object({
  state: Type.String({ maxLength: 20 }),
  profile: Type.Optional(Type.String({ maxLength: 40 })),
  serial: Type.Optional(Type.String({ maxLength: 100 })),
  subject: Type.Optional(Type.String({ maxLength: 500 })),
  /** Of a wrong one: why. */
  code: Type.Optional(Type.String({ maxLength: 100 })),
})
export type Verification = Static<typeof Verification>

/** What follows for a message that came in. */
export interface Arrived {
  /** Undefined: the rule asks nothing of signatures, and this one is not wrong. */
  readonly verification: Verification | undefined
  /** Reason for which its receipts are held; undefined: they are applied. */
  readonly holds: string | undefined
}

type Policy = 'ignore' | 'record' | 'require'

/**
 * @param at when the message came in
 * @param trusted asked for only where there is a signature
 */
export async function verifyArrival(
  desk: Desk,
  message: Uint8Array,
  at: Date,
  trusted: () => Promise<readonly TrustedRow[]>,
): Promise<Arrived> {
  const policy = desk.setting<Policy>(legalDay(at), 'declaration.receipt_signature')
  const verification = isSigned(message) ? verified(message, await trusted(), at) : { state: 'absent' }
  const { state } = verification
  const isHeld = state === 'wrong' || (policy === 'require' && state !== 'valid')
  if (policy === 'ignore' && !isHeld) return { verification: undefined, holds: undefined }
  return { verification, holds: isHeld ? `receipt.signature_${state}` : undefined }
}

/** Most receipts carry none: only one that may is read for it. */
const isSigned = (message: Uint8Array): boolean => Buffer.from(message).includes('Signature')

const ALL = Object.keys(profiles) as (keyof typeof profiles)[]

function verified(message: Uint8Array, rows: readonly TrustedRow[], at: Date): Verification {
  const known = rows.flatMap(row => {
    const certificate = readCertificate(Buffer.from(row.certificate, 'base64'))
    return certificate ? [{ certificate, row }] : []
  })
  const outcome = verifyEnveloped(message, {
    profiles: ALL,
    trusted: ({ certificate, keyName }) =>
      certificate ?? known.find(each => isSerial(each.certificate, keyName))?.certificate,
    keyName: 'free',
  })
  if ('refusal' in outcome) {
    const { code } = outcome.refusal
    if (code === 'signature.missing') return { state: 'absent' }
    return code === 'signature.key_unknown' ? { state: 'untrusted', code } : { state: 'wrong', code }
  }
  const { profile, certificate } = outcome.verified
  const found = { profile, serial: certificate.serialNumber, subject: certificate.subject.slice(0, 500) }
  const isBelieved = known.some(
    each => each.certificate.base64 === certificate.base64 && holdsAt(each.row, at),
  )
  if (!isBelieved) return { state: 'untrusted', ...found }
  return { state: at < certificate.validFrom || at > certificate.validTo ? 'expired' : 'valid', ...found }
}

const holdsAt = ({ from_at: from, to_at: to }: TrustedRow, at: Date): boolean =>
  from <= at && (to === null || at < to)

function isSerial({ serialNumber }: Certificate, keyName: string | undefined): boolean {
  const bare = (hex: string) => hex.toLowerCase().replace(/^0+/, '')
  return keyName !== undefined && bare(keyName) === bare(serialNumber)
}
