import { sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  codeOf,
  good,
  goodSm2,
  message,
  put,
  refusalOf,
  rsa,
  signatureIn,
  signed,
  sm2,
  stranger,
} from './testing/forge.ts'
import { rsaKey } from './testing/keys.ts'
import { signatureText } from './text.ts'
import { anyOf } from './verify.ts'

describe('algorithms', () => {
  const swap = (name: string, uri: string) =>
    codeOf(put(good, new RegExp(`<ds:${name} Algorithm="[^"]*"`), `<ds:${name} Algorithm="${uri}"`))

  test('an unknown canonical form, digest or signature', () => {
    expect(swap('CanonicalizationMethod', 'http://www.w3.org/2006/12/xml-c14n11')).toBe(
      'signature.canonicalization_unknown',
    )
    expect(swap('DigestMethod', 'http://www.w3.org/2001/04/xmldsig-more#md5')).toBe(
      'signature.digest_unknown',
    )
    expect(swap('SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#rsa-md5')).toBe(
      'signature.algorithm_unknown',
    )
  })

  test('a shared secret in place of a key pair', () => {
    expect(swap('SignatureMethod', 'http://www.w3.org/2000/09/xmldsig#hmac-sha1')).toBe(
      'signature.algorithm_unknown',
    )
  })

  test('a good signature by a profile that is not taken here', () => {
    expect(codeOf(good, { profiles: ['eport-sm2-2022'] })).toBe('signature.algorithm_refused')
  })

  test('a pair that no profile knows', () => {
    expect(swap('DigestMethod', 'http://www.w3.org/2001/04/xmlenc#sha256')).toBe(
      'signature.algorithm_refused',
    )
  })

  test('the words of one key over another key’s certificate', () => {
    const method = 'http://www.w3.org/2000/09/xmldsig#'
    expect(swap('SignatureMethod', `${method}sm2-sm3`)).toBe('signature.key_kind_differs')
    expect(codeOf(put(goodSm2, `${method}sm2-sm3`, `${method}rsa-sha1`))).toBe('signature.key_kind_differs')
  })
})

describe('base64', () => {
  const change = (xml: string, part: string, by: (value: string) => string) =>
    refusalOf(xml.replace(new RegExp(`(<ds:${part}>)([^<]*)`), (_, tag, value) => tag + by(value)))

  test.each(['DigestValue', 'SignatureValue', 'X509Certificate'])('%s cut off or spoiled', part => {
    const bad = { code: 'signature.bad_base64', params: { part } }
    for (const xml of [good, goodSm2]) {
      expect(change(xml, part, value => value.slice(0, -1))).toMatchObject(bad)
      expect(change(xml, part, value => `${value.slice(0, -3)}*==`)).toMatchObject(bad)
      expect(change(xml, part, value => `${value}=`)).toMatchObject(bad)
    }
  })

  test('an empty value', () => {
    expect(change(good, 'SignatureValue', () => '')).toMatchObject({ code: 'signature.bad_base64' })
  })

  test('a value that is whole base64 and too short', () => {
    expect(change(good, 'SignatureValue', value => value.slice(0, 100))).toMatchObject({
      code: 'signature.value_malformed',
      params: { found: 75, needed: 256 },
    })
    expect(change(goodSm2, 'SignatureValue', value => value.slice(0, 60))).toMatchObject({
      code: 'signature.value_malformed',
      params: { found: 45, needed: 64 },
    })
  })

  test('line breaks are no fault', () => {
    expect(change(good, 'SignatureValue', value => value.replace(/.{64}/g, '$&\n'))).toBeUndefined()
  })
})

describe('keys and certificates', () => {
  test('a stranger’s good signature with his own certificate', async () => {
    expect(codeOf(await signed(message, stranger))).toBe('signature.key_unknown')
  })

  test('a stranger’s signature under a trusted certificate', async () => {
    const theirs = await signed(message, stranger)
    const certificate = `<ds:X509Certificate>${rsa.certificate.base64}`
    const mixed = put(put(theirs, /<ds:X509Certificate>[^<]*/, certificate), '>77<', '>01691fe9<')
    expect(codeOf(mixed)).toBe('signature.value_wrong')
  })

  test('a stranger’s certificate under a trusted name', async () => {
    const theirs = put(await signed(message, stranger), '>77<', '>01691fe9<')
    expect(codeOf(theirs, { trusted: () => rsa.certificate })).toBe('signature.certificate_differs')
  })

  test('a name that is not the certificate’s serial number, unless names are free', async () => {
    const named = await signed(message, rsa, { keyName: 'card 1' })
    expect(codeOf(named)).toBe('signature.key_name_differs')
    expect(codeOf(named, { keyName: 'free' })).toBeUndefined()
  })

  test('neither name nor certificate', () => {
    expect(codeOf(put(good, /<ds:KeyInfo>.*<\/ds:KeyInfo>/, ''))).toBe('signature.key_unknown')
  })

  test('a name alone is enough for a certificate that is known', () => {
    expect(codeOf(put(good, /<ds:X509Data>.*<\/ds:X509Data>/, ''))).toBeUndefined()
  })

  test('what is no certificate', () => {
    expect(codeOf(put(good, /<ds:X509Certificate>[^<]*/, '<ds:X509Certificate>AAAA'))).toBe(
      'signature.certificate_unreadable',
    )
  })

  test('a certificate that is not valid on that day', async () => {
    const old = rsaKey(2048, { from: '2015', to: '2020' })
    const xml = await signed(message, old)
    const trusted = anyOf([old.certificate])
    expect(codeOf(xml, { trusted, at: new Date('2019-06-01T00:00:00Z') })).toBeUndefined()
    expect(codeOf(xml, { trusted, at: new Date('2026-11-23T00:00:00Z') })).toBe(
      'signature.certificate_not_valid',
    )
    expect(codeOf(xml, { trusted, at: new Date('2014-12-31T00:00:00Z') })).toBe(
      'signature.certificate_not_valid',
    )
  })

  test('a key that is too short', async () => {
    const short = rsaKey(1024)
    const xml = await signed(message, short)
    const trusted = anyOf([short.certificate])
    expect(codeOf(xml, { trusted })).toBeUndefined()
    expect(refusalOf(xml, { trusted, minRsaBits: 2048 })).toMatchObject({
      code: 'signature.key_too_short',
      params: { found: 1024, needed: 2048 },
    })
  })

  test('an ECDSA signature over the SM2 curve is no SM2 signature', async () => {
    const info = /<ds:SignedInfo[\s\S]*<\/ds:SignedInfo>/.exec(goodSm2)![0]
    const value = sign('sm3', Buffer.from(info), { key: sm2.privateKey, dsaEncoding: 'ieee-p1363' })
    const forged = goodSm2.replace(/(<ds:SignatureValue>)[^<]*/, `$1${value.toString('base64')}`)
    expect(codeOf(forged)).toBe('signature.value_wrong')
  })
})

test('every refusal says in both languages what is wrong, with its parameters filled in', () => {
  const found = [codeOf(put(good, '12.5', '1')), codeOf('')].map(code =>
    signatureText({ code: code!, params: {} }),
  )
  expect(found.map(({ en }) => en)).toEqual([
    'The digest differs: the message was changed after it was signed.',
    'The document is empty.',
  ])
  const text = signatureText(refusalOf(put(good, '</ceb:M>', `${signatureIn(good)}</ceb:M>`))!)
  expect(text).toEqual({
    zh: '报文有 2 个签名，只接受一个。',
    en: 'The message carries 2 signatures; one is accepted.',
  })
})
