import { buildJson, type JsonFault, readBuilt } from '../json/codec.ts'
import type { MessageOptions } from '../schema/options.ts'
import type { SignatureRefusal } from '../signature/refusal.ts'
import { signBytes } from '../signature/sign.ts'
import type { Signer } from '../signature/signer.ts'
import { type UnsignedPaymentData, unsignedPaymentData } from './schema.ts'
import { signedTextOf } from './signed-text.ts'

export interface SignedPayment {
  /** The form field `payExInfoStr`. */
  readonly payExInfoStr: string
  /** What was signed, in UTF-8; OpenSSL verifies the value over it. */
  readonly signedText: string
  readonly certNo: string
  /** Base64. */
  readonly signValue: string
}

export type PaymentSigned =
  | { readonly signed: SignedPayment }
  | { readonly faults: readonly JsonFault[] }
  | { readonly refusal: SignatureRefusal }

/**
 * Judges the original payment data, writes them and signs them: RSA with SHA-1 or SM2 with SM3, as the key is.
 * Refusals: `signature.key_unknown` (the signer has no certificate to name), `signature.algorithm_refused`
 * (RSA with SHA-256, which the counter does not take), `signature.signer_failed`.
 */
export async function signPaymentData(
  value: UnsignedPaymentData,
  signer: Signer,
  options: MessageOptions,
): Promise<PaymentSigned> {
  const { certificate, algorithm } = signer
  if (!certificate) return { refusal: { code: 'signature.key_unknown', params: { keyName: '' } } }
  if (algorithm === 'rsa-sha256') {
    const params = { found: algorithm, needed: 'rsa-sha1, sm2-sm3' }
    return { refusal: { code: 'signature.algorithm_refused', params } }
  }
  const built = buildJson(unsignedPaymentData, value, options)
  if ('faults' in built) return built
  const signedText = signedTextOf(readBuilt(built.text))
  const outcome = await signBytes(signer, Buffer.from(signedText, 'utf8'))
  if ('refusal' in outcome) return outcome
  const signValue = Buffer.from(outcome.bytes).toString('base64')
  const certNo = certificate.serialNumber
  const told = `"certNo":${JSON.stringify(certNo)},"signValue":${JSON.stringify(signValue)}`
  return { signed: { payExInfoStr: `${built.text.slice(0, -1)},${told}}`, signedText, certNo, signValue } }
}
