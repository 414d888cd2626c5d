import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CertifiedKey, certified } from './certificate.ts'

/** Names in the counter's memory. */
const KEY = 'signing-key.pem'
export const CERTIFICATE = 'signing-certificate.pem'

/** The counter's own key, made when it is first asked for; its certificate lies beside it for whoever is to trust it. */
export function ownKey(state: string): CertifiedKey {
  const path = join(state, KEY)
  mkdirSync(state, { recursive: true })
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  }
  const key = createPrivateKey(readFileSync(path))
  const info = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const serial = `40${createHash('sha256').update(info).digest('hex').slice(0, 14)}`
  const own = certified(key, serial, '模拟海关柜台 simulated counter')
  const lines = own.certificate.match(/.{1,64}/g)!
  const pem = `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
  writeFileSync(join(state, CERTIFICATE), pem)
  return own
}
