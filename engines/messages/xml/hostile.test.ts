import { describe, expect, it } from 'vitest'
import type { XmlLimits } from './limits.ts'
import { readXml } from './read.ts'

const refusal = (source: Uint8Array | string, limits?: Partial<XmlLimits>) => {
  const read = readXml(source, limits)
  return 'refusal' in read ? read.refusal : undefined
}
const codeOf = (source: Uint8Array | string, limits?: Partial<XmlLimits>) => refusal(source, limits)?.code
const bytes = (text: string) => new TextEncoder().encode(text)

describe('a document that is an attack is refused with its code', () => {
  it('an entity bomb, at its document type, before an entity is expanded', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`)
    const bomb = `<!DOCTYPE a [<!ENTITY e0 "ha">${levels.join('')}]><a>&e9;</a>`
    expect(refusal(bomb)).toMatchObject({ code: 'xml.doctype_refused', place: { line: 1 } })
  })

  it('an external entity or document type, of which nothing is fetched', () => {
    const file = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    expect(codeOf(file)).toBe('xml.doctype_refused')
    expect(codeOf('<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a/>')).toBe('xml.doctype_refused')
  })

  it('an entity that nobody declared', () => {
    expect(refusal('<a>\n <b>&lol;</b></a>')).toMatchObject({
      code: 'xml.entity_refused',
      place: { line: 2 },
      path: 'a/b',
    })
  })

  it('more bytes than are read, without reading them', () => {
    expect(refusal(new Uint8Array(17 * 1024 * 1024))).toMatchObject({
      code: 'xml.too_large',
      params: { limit: 16 * 1024 * 1024 },
      place: undefined,
    })
  })

  it('elements nested a million deep, at the first that is too deep', () => {
    const deep = '<a>'.repeat(1_000_000)
    expect(refusal(deep)).toMatchObject({ code: 'xml.too_deep', params: { limit: 32 }, place: { line: 1 } })
    expect(codeOf('<a><b><c/></b></a>', { depth: 3 })).toBeUndefined()
    expect(codeOf('<a><b><c/></b></a>', { depth: 2 })).toBe('xml.too_deep')
  })

  it('more elements, texts, comments and instructions than are read', () => {
    expect(codeOf(`<a>${'<b/>'.repeat(100_000)}</a>`, { nodes: 100_000 })).toBe('xml.too_many_nodes')
    for (const one of ['<b/>', '<!--c-->', '<?p q?>', '<![CDATA[d]]>'])
      expect(codeOf(`<a>${one.repeat(11)}</a>`, { nodes: 10 })).toBe('xml.too_many_nodes')
  })

  it('an element with ten thousand attributes', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `a${i}="1"`).join(' ')
    expect(codeOf(`<a ${many}/>`)).toBe('xml.too_many_attributes')
    const namespaces = Array.from({ length: 65 }, (_, i) => `xmlns:a${i}="urn:${i}"`).join(' ')
    expect(codeOf(`<a ${namespaces}/>`)).toBe('xml.too_many_attributes')
  })

  it('a text, comment, instruction, attribute or name that does not end', () => {
    const long = 'x'.repeat(101)
    const limits = { text: 100, name: 100 }
    for (const one of [`<a>${long}</a>`, `<a><!--${long}--></a>`, `<a><?p ${long}?></a>`, `<a b="${long}"/>`])
      expect(codeOf(one, limits)).toBe('xml.text_too_long')
    expect(codeOf(`<${long}/>`, limits)).toBe('xml.name_too_long')
    expect(codeOf(`<a ${long}="1"/>`, limits)).toBe('xml.name_too_long')
  })
})

describe('a document in another encoding is refused', () => {
  it('by its bytes', () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, 0x3c, 0x00, 0x61, 0x00, 0x2f, 0x00, 0x3e, 0x00])
    expect(codeOf(utf16)).toBe('xml.encoding_unsupported')
    expect(codeOf(utf16.subarray(2))).toBe('xml.encoding_unsupported')
    expect(codeOf(Uint8Array.from([0xfe, 0xff, 0x00, 0x3c]))).toBe('xml.encoding_unsupported')
  })

  it('by its declaration, whatever its bytes are', () => {
    expect(refusal('<?xml version="1.0" encoding="GBK"?><a/>')).toMatchObject({
      code: 'xml.encoding_unsupported',
      params: { found: 'GBK', needed: 'UTF-8' },
    })
    expect(codeOf('<?xml version="1.0" encoding="utf-8"?><a/>')).toBeUndefined()
  })

  it('when its bytes are no UTF-8, at the first that is none', () => {
    const gbk = Uint8Array.from([...bytes('<a>\n中'), 0xd6, 0xd0, ...bytes('</a>')])
    expect(refusal(gbk)).toMatchObject({ code: 'xml.not_utf8', place: { line: 2, column: 2 } })
    const overlong = Uint8Array.from([...bytes('<a>'), 0xc0, 0xbc, ...bytes('/a>')])
    expect(refusal(overlong)).toMatchObject({ code: 'xml.not_utf8', place: { line: 1, column: 4 } })
  })

  it('and a byte order mark of UTF-8 is taken off', () => {
    expect(codeOf(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes('<a/>')]))).toBeUndefined()
  })
})

describe('a document that is no XML 1.0 is refused', () => {
  it.each([
    ['', 'xml.empty'],
    [' \n', 'xml.empty'],
    ['text', 'xml.not_well_formed'],
    ['<a>', 'xml.not_well_formed'],
    ['<a></b>', 'xml.not_well_formed'],
    ['<a/><b/>', 'xml.not_well_formed'],
    ['<a b=1/>', 'xml.not_well_formed'],
    ['<a b="1" b="2"/>', 'xml.not_well_formed'],
    ['<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>', 'xml.not_well_formed'],
    ['<a>&#0;</a>', 'xml.not_well_formed'],
    ['<a>\u0001</a>', 'xml.not_well_formed'],
    ['<a>&#xD800;</a>', 'xml.not_well_formed'],
    ['<a>]]></a>', 'xml.not_well_formed'],
    ['<a><!-- -- --></a>', 'xml.not_well_formed'],
    ['<a b="<"/>', 'xml.not_well_formed'],
    [' <?xml version="1.0"?><a/>', 'xml.not_well_formed'],
    ['<?xml version="1.1"?><a/>', 'xml.version_unsupported'],
    ['<x:a/>', 'xml.bad_namespace'],
    ['<a xmlns:x=""/>', 'xml.bad_namespace'],
    ['<a x:b="1"/>', 'xml.bad_namespace'],
    ['<a xmlns:xml="urn:other"/>', 'xml.bad_namespace'],
  ])('%j with %s', (source, code) => {
    expect(codeOf(source)).toBe(code)
  })

  it('at the line and column where the reader stood, with the elements that were open', () => {
    expect(refusal('<a>\n  <b>\n    <c d></c></b></a>')).toMatchObject({
      code: 'xml.not_well_formed',
      place: { line: 3 },
      path: 'a/b',
    })
  })
})
