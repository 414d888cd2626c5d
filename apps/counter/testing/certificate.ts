import { generateKeyPairSync } from 'node:crypto'
import { type CertifiedKey, certified } from '../signature/certificate.ts'

/** A key with a certificate that is valid from 2020 to 2099. */
export function signerOf(serial = '01020304'): CertifiedKey {
  return certified(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, serial, 'test')
}
