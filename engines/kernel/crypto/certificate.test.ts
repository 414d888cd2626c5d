import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { expect, it } from 'vitest'
import { selfSignedCertificate } from './certificate.ts'

const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()
const of = { privateKey, name: '通衢演示签名', from: '20200101', to: '20491231' }

it('makes a certificate of a key over itself that others read and find whole', () => {
  const read = new X509Certificate(selfSignedCertificate(of))
  expect(read.verify(read.publicKey)).toBe(true)
  expect(read.checkPrivateKey(createPrivateKey(privateKey))).toBe(true)
  expect(read.subject).toBe('CN=通衢演示签名')
  expect(read.issuer).toBe(read.subject)
  expect(read.validFromDate.toISOString()).toBe('2020-01-01T00:00:00.000Z')
  expect(read.validToDate.toISOString()).toBe('2049-12-31T23:59:59.000Z')
  expect(read.serialNumber).toMatch(/^[4-7][0-9A-F]{15}$/)
})

it('makes the same certificate of the same key, and another serial number of another', () => {
  expect(selfSignedCertificate(of)).toBe(selfSignedCertificate(of))
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const pem = other.export({ type: 'pkcs8', format: 'pem' }).toString()
  const serial = (key: string) =>
    new X509Certificate(selfSignedCertificate({ ...of, privateKey: key })).serialNumber
  expect(serial(pem)).not.toBe(serial(privateKey))
})
