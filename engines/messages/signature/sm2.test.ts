import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { skipUnless } from '@tongqu/tools/test/needs'
import { describe, expect, test } from 'vitest'
import { identityDigest, messageDigest, sm2PublicPoint, sm2Sign, sm2Verify } from './sm2.ts'
import { rawToDer, secretOf, sm2Key } from './testing/keys.ts'
import { isThere, withFiles } from './testing/witness.ts'

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex')
const scalar = (hex: string) => BigInt(`0x${hex.replaceAll(' ', '')}`)
const hexOf = (from: Uint8Array) => Buffer.from(from).toString('hex').toUpperCase()

/** GB/T 32918.5-2017 annex A (GM/T 0003.5-2012): the recommended curve, message "message digest". */
const standard = {
  secret: bytes('3945208F7B2144B13F36E38AC6D39F95 889393692860B51A42FB81EF4DF7C5B8'),
  point:
    '0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13',
  z: 'B2E14C5C79C6DF5B85F4FE7ED8DB7A262B9DA7E07CCB0EA9F4747B8CCDA8A4F3',
  e: 'F0B43E94BA45ACCAACE692ED534382EB17E6AB5A19CE7B31F4486FDFC0D28640',
  k: scalar('59276E27D506861A16680F3AD9C02DCC EF3CC1FA3CDBE4CE6D54B80DEAC1BC21'),
  x1: scalar('04EBFC718E8D1798620432268E77FEB6 415E2EDE0E073C0F4F640ECD2E149A73'),
  r: 'F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3',
  s: 'B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA',
}
const message = Buffer.from('message digest', 'ascii')
const signature = bytes(standard.r + standard.s)

describe('SM3', () => {
  test('of "abc" is that of GB/T 32905-2016 annex A.1', () => {
    expect(createHash('sm3').update('abc').digest('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    )
  })
})

describe('SM2 by the vector of GB/T 32918.5-2017', () => {
  test('the public point belongs to the private key', () => {
    expect(sm2PublicPoint(standard.secret).toUpperCase()).toBe(standard.point)
  })

  test('Z is that of the id 1234567812345678', () => {
    expect(hexOf(identityDigest(standard.point))).toBe(standard.z)
  })

  test('e is SM3 of Z and the message', () => {
    expect(hexOf(messageDigest(identityDigest(standard.point), message))).toBe(standard.e)
  })

  test('the signature with the vector’s random number is the vector’s', () => {
    const unsafePoint = { k: standard.k, x1: standard.x1 }
    expect(hexOf(sm2Sign(standard.secret, standard.point, message, { unsafePoint }))).toBe(
      standard.r + standard.s,
    )
  })

  test('the vector’s signature verifies, and no other', () => {
    expect(sm2Verify(standard.point, message, signature)).toBe(true)
    expect(sm2Verify(standard.point, Buffer.from('message digesT'), signature)).toBe(false)
    for (const at of [0, 31, 32, 63]) {
      const changed = Buffer.from(signature)
      changed[at]! ^= 1
      expect(sm2Verify(standard.point, message, changed)).toBe(false)
    }
  })

  test('another signer’s id gives another Z and does not verify', () => {
    const other = identityDigest(standard.point, 'ALICE123@YAHOO.COM')
    const value = sm2Sign(standard.secret, standard.point, message, { identity: other })
    expect(sm2Verify(standard.point, message, value)).toBe(false)
  })
})

describe('what is no signature', () => {
  const order = 'FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123'
  const zero = '00'.repeat(32)

  test.each([
    ['r = 0', zero + standard.s],
    ['s = 0', standard.r + zero],
    ['r = n', order + standard.s],
    ['s = n', standard.r + order],
    ['r and s at their ends', zero + zero],
  ])('%s', (_, hex) => {
    expect(sm2Verify(standard.point, message, bytes(hex))).toBe(false)
  })

  test('a byte more or less, DER, a point beside the curve', () => {
    expect(sm2Verify(standard.point, message, Buffer.concat([signature, Buffer.from([0])]))).toBe(false)
    expect(sm2Verify(standard.point, message, signature.subarray(1))).toBe(false)
    expect(sm2Verify(standard.point, message, rawToDer(signature))).toBe(false)
    expect(sm2Verify(`${standard.point.slice(0, -1)}4`, message, signature)).toBe(false)
  })
})

describe('beside OpenSSL', () => {
  skipUnless(isThere('openssl'), 'no openssl')
  const options = ['-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678']

  test('OpenSSL verifies what we sign and refuses it over other bytes', () => {
    const key = sm2Key()
    const secret = secretOf(key.privateKey)
    const value = rawToDer(sm2Sign(secret, sm2PublicPoint(secret), message))
    const verify = (content: string) =>
      withFiles({ key: key.pem, value, content }, at => {
        const files = ['-inkey', at('key'), '-sigfile', at('value'), '-in', at('content')]
        return spawnSync('openssl', ['pkeyutl', '-verify', ...files, ...options]).status
      })
    expect(verify('message digest')).toBe(0)
    expect(verify('message digesT')).not.toBe(0)
  })

  test('we verify what OpenSSL signs', () => {
    const key = sm2Key()
    const der = withFiles({ key: key.pem, content: message }, at =>
      execFileSync('openssl', ['pkeyutl', '-sign', '-inkey', at('key'), '-in', at('content'), ...options]),
    )
    expect(sm2Verify(sm2PublicPoint(secretOf(key.privateKey)), message, derToRaw(der))).toBe(true)
  })
})

function derToRaw(der: Buffer): Buffer {
  const rLength = der[3]!
  const [r, s] = [der.subarray(4, 4 + rLength), der.subarray(6 + rLength)]
  const whole = (part: Buffer) => Buffer.from(part.toString('hex').padStart(66, '0').slice(-64), 'hex')
  return Buffer.concat([whole(r), whole(s)])
}
