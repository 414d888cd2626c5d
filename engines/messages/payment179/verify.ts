import { type JsonFault, parseJson } from '../json/codec.ts'
import type { MessageOptions } from '../schema/options.ts'
import { fromBase64 } from '../signature/base64.ts'
import type { Certificate } from '../signature/certificate.ts'
import type { SignatureCode, SignatureRefusal } from '../signature/refusal.ts'
import { certificateFault, isSerialOf, verifyBytes } from '../signature/verify.ts'
import { type PaymentData, paymentData } from './schema.ts'
import { signedTextOf } from './signed-text.ts'

export interface PaymentExpectation {
  /** The certificate that is trusted under a serial number, or undefined. */
  readonly trusted: (certNo: string) => Certificate | undefined
  /** The day for which the certificate must be valid; not looked at where it is left out. */
  readonly at?: Date
  /** RSA keys below are refused. Default 1024. */
  readonly minRsaBits?: number
}

export type PaymentVerified =
  | {
      readonly verified: {
        readonly value: PaymentData
        readonly certificate: Certificate
        readonly signedText: string
      }
    }
  | { readonly faults: readonly JsonFault[] }
  | { readonly refusal: SignatureRefusal }

/**
 * Reads signed payment data and verifies the signature over them exactly as they were sent.
 * Refusals: `signature.bad_base64`, `signature.key_unknown`, `signature.certificate_differs` (another serial number),
 * `signature.certificate_not_valid`, `signature.key_too_short`, `signature.value_malformed`, `signature.value_wrong`.
 */
export function verifyPaymentData(
  payExInfoStr: string,
  expected: PaymentExpectation,
  options: MessageOptions,
): PaymentVerified {
  const parsed = parseJson(paymentData, payExInfoStr, options)
  if ('faults' in parsed) return parsed
  const { certNo, signValue } = parsed.value
  const signedText = signedTextOf(parsed.node)
  const value = fromBase64(signValue)
  if (!value) return refuse('signature.bad_base64', { part: 'signValue' })
  const certificate = expected.trusted(certNo)
  if (!certificate) return refuse('signature.key_unknown', { keyName: certNo })
  if (!isSerialOf(certNo, certificate)) return refuse('signature.certificate_differs', { serial: certNo })
  const unfit = certificateFault(certificate, expected.at, expected.minRsaBits ?? 1024)
  if (unfit) return { refusal: unfit }
  const { publicKey } = certificate
  const needed = publicKey.kind === 'rsa' ? Math.ceil(publicKey.bits / 8) : 64
  if (value.length !== needed) return refuse('signature.value_malformed', { found: value.length, needed })
  const algorithm = publicKey.kind === 'rsa' ? 'rsa-sha1' : 'sm2-sm3'
  if (!verifyBytes(publicKey, algorithm, Buffer.from(signedText, 'utf8'), value))
    return refuse('signature.value_wrong')
  return { verified: { value: parsed.value, certificate, signedText } }
}

const refuse = (code: SignatureCode, params: SignatureRefusal['params'] = {}) => ({
  refusal: { code, params },
})
