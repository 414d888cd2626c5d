import { describe, expect, test } from 'vitest'
import { readXml } from '../xml/read.ts'
import { canonicalDocument } from './canonical.ts'
import { digestOf } from './sign.ts'
import {
  ceb,
  codeOf,
  expected,
  good,
  goodSm2,
  message,
  put,
  refusalOf,
  rsa,
  signatureIn,
  signed,
} from './testing/forge.ts'
import { verifyEnveloped } from './verify.ts'

const withoutSignature = (xml: string) => xml.replace(signatureIn(xml), '')

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
