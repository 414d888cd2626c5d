import { describe, expect, it } from 'vitest'
import { canonical } from './canonical.ts'
import { childOf, textOf } from './element.ts'
import { readXml, XmlRefused } from './read.ts'

const read = (xml: string) => readXml(Buffer.from(xml))

describe('hostile XML is refused', () => {
  const bomb = `<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]><a>&y;</a>`
  const cases: [string, string][] = [
    ['a bomb of entities', bomb],
    ['an entity outside', `<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>`],
    ['a document type behind the declaration', `<?xml version="1.0"?>\n<!DOCTYPE a><a/>`],
    ['a document type inside', '<a><!DOCTYPE a></a>'],
    ['an entity of one’s own', '<a>&x;</a>'],
    ['an entity without its end', '<a>&amp</a>'],
    ['a character that no document holds', '<a>&#0;</a>'],
    ['half a pair', '<a>&#xD800;</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['another encoding', '<?xml version="1.0" encoding="GBK"?><a/>'],
    ['XML 1.1', '<?xml version="1.1"?><a/>'],
    ['a processing instruction', '<a><?php evil?></a>'],
    ['tags that do not fit', '<a><b></a></b>'],
    ['no end', '<a><b></b>'],
    ['two roots', '<a/><b/>'],
    ['text behind the root', '<a/>text'],
    ['nothing', ' '],
    ['no XML', '{"a":1}'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['a prefix never declared', '<x:a/>'],
    ['a prefix declared empty', '<x:a xmlns:x=""/>'],
    ['a comment with two hyphens', '<a><!-- a -- b --></a>'],
    ['a CDATA section without its end', '<a><![CDATA[x</a>'],
    ['its end in a text', '<a>]]></a>'],
    ['a quote without its end', '<a b="></a>'],
  ]
  it.each(cases)('%s', (_, xml) => {
    expect(() => read(xml)).toThrow(XmlRefused)
  })

  it('what is no UTF-8', () => {
    expect(() => readXml(Buffer.from('3c613eff3c2f613e', 'hex'))).toThrow('UTF-8')
  })

  it('what is too large, too deep, or of too many elements or attributes', () => {
    expect(() => readXml(Buffer.alloc(101, ' '), { bytes: 100 })).toThrow('100')
    expect(() => read('<a>'.repeat(100_000))).toThrow('嵌套超过 24 层')
    expect(() => read(`<a>${'<b/>'.repeat(200_001)}</a>`)).toThrow('元素超过')
    const attributes = Array.from({ length: 40 }, (_, n) => `a${n}="1"`).join(' ')
    expect(() => read(`<a ${attributes}/>`)).toThrow('属性过多')
  })
})

describe('what is well formed is read as it means', () => {
  it('texts, CDATA, characters, comments, prefixes', () => {
    const xml = `\ufeff<?xml version="1.0" encoding="utf-8"?>\r\n<!-- c --><x:a xmlns:x="urn:x" xmlns="urn:d" q='a>b'>
      <b>1 &lt; &#x4e2d;<!-- c --><![CDATA[<&]]></b><x:c/></x:a>`
    const root = read(xml)
    expect([root.local, root.uri, root.attributes[0]!.value]).toEqual(['a', 'urn:x', 'a>b'])
    expect([childOf(root, 'b')!.uri, textOf(childOf(root, 'b'))]).toEqual(['urn:d', '1 < 中<&'])
    expect(childOf(root, 'c')!.uri).toBe('urn:x')
  })

  it('written in its canonical form: namespaces and attributes sorted, signs escaped, empty tags in two', () => {
    const xml = `<a xmlns:z="urn:z" xmlns:b="urn:b" z:q="1" b:q="2" c="&quot;&#9;&lt;"><d xmlns:z="urn:z">&gt;&#13;</d><e/></a>`
    expect(canonical(read(xml))).toBe(
      '<a xmlns:b="urn:b" xmlns:z="urn:z" c="&quot;&#x9;&lt;" b:q="2" z:q="1"><d>&gt;&#xD;</d><e></e></a>',
    )
  })

  it('an element inside carries the namespaces in scope', () => {
    const root = read('<a xmlns="urn:a" xmlns:b="urn:b"><c><d xmlns="">x</d></c></a>')
    expect(canonical(childOf(root, 'c')!)).toBe('<c xmlns="urn:a" xmlns:b="urn:b"><d xmlns="">x</d></c>')
  })
})
