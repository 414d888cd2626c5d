import { describe, expect, test } from 'vitest'
import { readCertificate } from './certificate.ts'
import { fileSigner } from './signer.ts'
import { curveKey, rsaKey, signerOf, sm2Key } from './testing/keys.ts'
import { verifyBytes } from './verify.ts'

const bytes = Buffer.from('通衢')
const rsa = rsaKey()
const sm2 = sm2Key({ serial: '03000000000cde6f' })

describe('a signer over a file', () => {
  test('signs with the kind of its key', async () => {
    const cases = [
      [rsa, signerOf(rsa), 256],
      [rsa, signerOf(rsa, 'rsa-sha256'), 256],
      [sm2, signerOf(sm2), 64],
    ] as const
    for (const [key, signer, length] of cases) {
      const value = await signer.sign(bytes)
      expect(value.length).toBe(length)
      expect(verifyBytes(key.certificate.publicKey, signer.algorithm, bytes, value)).toBe(true)
      expect(verifyBytes(key.certificate.publicKey, signer.algorithm, Buffer.from('通'), value)).toBe(false)
    }
  })

  test('opens an encrypted key with its password and not with another', () => {
    const privateKey = rsa.privateKey
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'right' })
      .toString()
    const outcome = (passphrase: string) => fileSigner({ privateKey, passphrase })
    expect(outcome('right')).toMatchObject({ signer: { algorithm: 'rsa-sha1' } })
    expect(outcome('wrong')).toEqual({ refusal: { code: 'signature.key_unreadable', params: {} } })
  })

  test('refuses another key’s certificate, and what is none', () => {
    expect(fileSigner({ privateKey: rsa.pem, certificate: sm2.certificatePem })).toEqual({
      refusal: { code: 'signature.certificate_differs', params: { serial: '03000000000cde6f' } },
    })
    expect(fileSigner({ privateKey: rsa.pem, certificate: 'no certificate' })).toEqual({
      refusal: { code: 'signature.certificate_unreadable', params: {} },
    })
  })

  test('refuses a key that is neither RSA nor SM2, and what is no key', () => {
    const privateKey = curveKey().export({ type: 'pkcs8', format: 'pem' }).toString()
    const refused = { refusal: { code: 'signature.key_unreadable', params: {} } }
    expect(fileSigner({ privateKey })).toEqual(refused)
    expect(fileSigner({ privateKey: 'no key' })).toEqual(refused)
  })
})

describe('a certificate', () => {
  test('tells what a signature needs of it', () => {
    expect(sm2.certificate).toMatchObject({
      serialNumber: '03000000000cde6f',
      subject: 'CN=通衢测试',
      validFrom: new Date('2020-01-01T00:00:00Z'),
      validTo: new Date('2049-01-01T00:00:00Z'),
      publicKey: { kind: 'sm2' },
    })
    expect(rsa.certificate.publicKey).toMatchObject({ kind: 'rsa', bits: 2048 })
  })

  test('reads from DER as from PEM', () => {
    expect(readCertificate(Buffer.from(rsa.certificate.base64, 'base64'))).toEqual(rsa.certificate)
  })
})
