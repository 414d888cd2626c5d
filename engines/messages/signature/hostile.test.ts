import { sign } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { readXml } from '../xml/read.ts'
import type { ProfileName } from './algorithm.ts'
import { canonicalDocument } from './canonical.ts'
import { digestOf, type SignOptions, signEnveloped } from './sign.ts'
import { rsaKey, signerOf, sm2Key, type TestKey } from './testing/keys.ts'
import { signatureText } from './text.ts'
import { anyOf, type Expectation, verifyEnveloped } from './verify.ts'

const rsa = rsaKey()
const sm2 = sm2Key()
const stranger = rsaKey(2048, { serial: '77' })
const ceb = 'http://www.chinaport.gov.cn/ceb'
const message = `<ceb:M xmlns:ceb="${ceb}" guid="G-1"><ceb:copNo>TQ-1</ceb:copNo><ceb:qty>12.5</ceb:qty></ceb:M>`

async function signed(xml: string, key: TestKey, options: Partial<SignOptions> = {}): Promise<string> {
  const profile: ProfileName = key === sm2 ? 'eport-sm2' : 'eport-rsa'
  const read = readXml(xml)
  if ('refusal' in read) throw new Error(read.refusal.code)
  const outcome = await signEnveloped(read.document, signerOf(key), { profile, ...options })
  if ('refusal' in outcome) throw new Error(outcome.refusal.code)
  return outcome.signed.xml
}

const expected: Expectation = {
  profiles: ['eport-rsa', 'eport-sm2'],
  trusted: anyOf([rsa.certificate, sm2.certificate]),
  root: { namespace: ceb, local: 'M' },
}

function refusalOf(xml: string | Uint8Array, more: Partial<Expectation> = {}) {
  const outcome = verifyEnveloped(xml, { ...expected, ...more })
  return 'refusal' in outcome ? outcome.refusal : undefined
}
const codeOf = (xml: string | Uint8Array, more: Partial<Expectation> = {}) => refusalOf(xml, more)?.code

let good = ''
let goodSm2 = ''
beforeAll(async () => {
  good = await signed(message, rsa)
  goodSm2 = await signed(message, sm2)
})

const signatureIn = (xml: string) => /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(xml)![0]
const withoutSignature = (xml: string) => xml.replace(signatureIn(xml), '')

/** Puts another text in place of one that must be there, so that a test cannot miss its mark. */
function put(xml: string, from: string | RegExp, to: string): string {
  const changed = xml.replace(from, to)
  if (changed === xml) throw new Error(`${from} is not there`)
  return changed
}

test('the messages that the forgeries start from are good', () => {
  expect([codeOf(good), codeOf(goodSm2)]).toEqual([undefined, undefined])
})

describe('content that was changed', () => {
  test.each([
    ['a value', '12.5', '12.6'],
    ['an attribute', 'G-1', 'G-2'],
    ['white space', '<ceb:qty>', ' <ceb:qty>'],
    ['an element more', '<ceb:qty>', '<ceb:qty>1</ceb:qty><ceb:qty>'],
    ['an instruction', '<ceb:qty>', '<?go?><ceb:qty>'],
  ])('%s', (_, from, to) => {
    expect(codeOf(put(good, from, to))).toBe('signature.digest_differs')
    expect(codeOf(put(goodSm2, from, to))).toBe('signature.digest_differs')
  })

  test('a comment is not signed, and not in what was verified', () => {
    const outcome = verifyEnveloped(put(good, '12.5', '12<!-- 999 -->.5'), expected)
    expect('verified' in outcome && outcome.verified.content).toBe(message)
  })

  test('a digest made to fit the changed content', () => {
    const read = readXml(message.replace('12.5', '99'))
    if ('refusal' in read) throw new Error(read.refusal.code)
    const digest = digestOf(canonicalDocument(read.document, { method: 'inclusive' }), 'sha1').toString(
      'base64',
    )
    for (const xml of [good, goodSm2]) {
      const changed = put(put(xml, '12.5', '99'), /<ds:DigestValue>[^<]*/, `<ds:DigestValue>${digest}`)
      expect(codeOf(changed)).toBe('signature.value_wrong')
    }
  })

  test('the signature of another message', async () => {
    const other = await signed(message.replace('TQ-1', 'TQ-2'), rsa)
    expect(codeOf(put(good, signatureIn(good), signatureIn(other)))).toBe('signature.digest_differs')
  })
})

describe('a signature that was wrapped', () => {
  test('none at all', () => {
    expect(codeOf(withoutSignature(good))).toBe('signature.missing')
  })

  test('two of them', async () => {
    const twice = put(good, '</ceb:M>', `${signatureIn(good)}</ceb:M>`)
    expect(refusalOf(twice)).toMatchObject({ code: 'signature.several', params: { found: 2 } })
  })

  test('one more, hidden deep inside', () => {
    const hidden = put(good, 'TQ-1', `<x>${signatureIn(good)}</x>`)
    expect(codeOf(hidden)).toBe('signature.several')
  })

  test('the signed message moved into another', () => {
    const wrapped = `<ceb:M xmlns:ceb="${ceb}"><ceb:copNo>TQ-9</ceb:copNo>${good.replace(/^<\?xml.*\?>\n/, '')}</ceb:M>`
    expect(codeOf(wrapped)).toBe('signature.misplaced')
  })

  test('the signed message moved beside its signature', () => {
    const body = withoutSignature(good).replace(/^<\?xml.*\?>\n/, '')
    const wrapped = `<ceb:M xmlns:ceb="${ceb}"><ceb:copNo>TQ-9</ceb:copNo>${signatureIn(good)}<ds:Object xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${body}</ds:Object></ceb:M>`
    expect(codeOf(wrapped)).toBe('signature.digest_differs')
  })

  test('a signature around its content', () => {
    const root = `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:Object>${message}</ds:Object></ds:Signature>`
    expect(
      codeOf(root, { root: { namespace: 'http://www.w3.org/2000/09/xmldsig#', local: 'Signature' } }),
    ).toBe('signature.misplaced')
  })

  test('one in another namespace', () => {
    const other = put(good, /xmlns:ds="[^"]*"/, 'xmlns:ds="urn:not-w3"')
    expect(codeOf(other)).toBe('signature.wrong_namespace')
  })

  test('a good signature over another kind of message', async () => {
    const other = await signed('<a xmlns="urn:other"/>', rsa)
    expect(codeOf(other)).toBe('signature.unexpected_root')
  })

  test('an id that stands twice', () => {
    const twice = put(put(good, '<ceb:copNo>', '<ceb:copNo Id="x">'), '<ceb:qty>', '<ceb:qty ID="x">')
    expect(codeOf(twice)).toBe('signature.duplicate_id')
  })
})

describe('a reference to something else', () => {
  test.each(['#x', 'http://example.org/', '#xpointer(/)', '#', ' '])('URI "%s"', uri => {
    expect(codeOf(put(good, 'URI=""', `URI="${uri}"`))).toBe('signature.reference_elsewhere')
  })

  test('no URI', () => {
    expect(codeOf(put(good, ' URI=""', ''))).toBe('signature.reference_elsewhere')
  })

  test('two references', () => {
    const reference = /<ds:Reference[\s\S]*<\/ds:Reference>/.exec(good)![0]
    expect(codeOf(put(good, reference, reference + reference))).toBe('signature.several_references')
  })

  test('no reference', () => {
    expect(refusalOf(put(good, /<ds:Reference[\s\S]*<\/ds:Reference>/, ''))).toMatchObject({
      code: 'signature.part_missing',
      params: { part: 'Reference' },
    })
  })
})

describe('transforms beyond the two', () => {
  const enveloped =
    '<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform>'
  const one = (uri: string, inside = '') => `<ds:Transform Algorithm="${uri}">${inside}</ds:Transform>`

  test.each([
    ['XSLT', one('http://www.w3.org/TR/1999/REC-xslt-19991116')],
    ['XPath', one('http://www.w3.org/TR/1999/REC-xpath-19991116', '<ds:XPath>not(self::qty)</ds:XPath>')],
    ['base64', enveloped + one('http://www.w3.org/2000/09/xmldsig#base64')],
    ['with comments', enveloped + one('http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments')],
    ['enveloped twice', enveloped + enveloped],
    ['the canonical form first', one('http://www.w3.org/2001/10/xml-exc-c14n#') + enveloped],
  ])('%s', (_, transforms) => {
    expect(codeOf(put(good, enveloped, transforms))).toBe('signature.transform_refused')
  })

  test('a third', () => {
    const three = enveloped + one('http://www.w3.org/2001/10/xml-exc-c14n#').repeat(2)
    expect(codeOf(put(good, enveloped, three))).toBe('signature.transform_refused')
  })

  test('something inside one', () => {
    const inside = enveloped.replace('></', '><ds:XPath/></')
    expect(codeOf(put(good, enveloped, inside))).toBe('signature.unexpected_node')
  })
})

describe('parts that do not belong there', () => {
  test.each([
    ['an object', '</ds:Signature>', '<ds:Object>x</ds:Object></ds:Signature>'],
    ['a text', '<ds:SignatureValue>', 'x<ds:SignatureValue>'],
    ['a comment in SignedInfo', '<ds:SignatureMethod', '<!-- x --><ds:SignatureMethod'],
    ['a comment in a value', '<ds:DigestValue>', '<ds:DigestValue><!-- x -->'],
    ['a bare key', '<ds:KeyInfo>', '<ds:KeyInfo><ds:KeyValue/>'],
    ['a second certificate', '</ds:X509Data>', '<ds:X509Certificate>AAAA</ds:X509Certificate></ds:X509Data>'],
  ])('%s', (_, from, to) => {
    expect(codeOf(put(good, from, to))).toBe('signature.unexpected_node')
  })

  test('a part that is missing', () => {
    expect(codeOf(put(good, /<ds:SignatureValue>.*<\/ds:SignatureValue>/, ''))).toBe(
      'signature.unexpected_node',
    )
    expect(codeOf(put(good, /<ds:DigestValue>.*<\/ds:DigestValue>/, ''))).toBe('signature.part_missing')
  })

  test('a relative namespace', () => {
    expect(codeOf(put(good, '<ceb:qty>', '<ceb:qty xmlns:r="r">'))).toBe('signature.relative_namespace')
  })
})

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
    expect(codeOf(forged)).toMatch(/^signature\.value_(wrong|malformed)$/)
  })
})

describe('documents that are not even read', () => {
  test.each([
    ['an entity bomb', '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>', 'xml.doctype_refused'],
    ['another encoding', Buffer.from([0xff, 0xfe, 0x3c, 0x00]), 'xml.encoding_unsupported'],
    ['nothing', '', 'xml.empty'],
    ['half a document', message.slice(0, 50), 'xml.not_well_formed'],
  ])('%s', (_, source, code) => {
    expect(codeOf(source)).toBe(code)
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
