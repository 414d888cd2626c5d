import { skipUnless } from '@tongqu/tools/test/needs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readXml } from '../xml/read.ts'
import type { XmlDocument, XmlElement } from '../xml/tree.ts'
import type { CanonicalMethod } from './algorithm.ts'
import { canonicalDocument, canonicalElement } from './canonical.ts'
import { anyXml } from './testing/documents.ts'
import { isThere, xmllintCanonical } from './testing/witness.ts'

function read(xml: string): XmlDocument {
  const outcome = readXml(xml)
  if ('refusal' in outcome) throw new Error(outcome.refusal.code)
  return outcome.document
}

const canonical = (xml: string, method: CanonicalMethod = 'inclusive') =>
  canonicalDocument(read(xml), { method })

const find = (from: XmlElement, local: string): XmlElement | undefined =>
  from.local === local
    ? from
    : from.children.flatMap(child => (child.kind === 'element' ? (find(child, local) ?? []) : []))[0]

/** The canonical form of the element of that name. */
const part = (xml: string, local: string, method: CanonicalMethod, inclusivePrefixes: string[] = []) =>
  canonicalElement(find(read(xml).root, local)!, { method, inclusivePrefixes })

describe('the inclusive form (Canonical XML 1.0)', () => {
  test('leaves out the declaration and comments and keeps instructions around the root (§3.1)', () => {
    const xml = `<?xml version="1.0"?>\n<!-- before -->\n<?sheet   href="a.xsl"?>\n\n<doc>Hello<!-- in --></doc>\n\n<?none?>\n<!-- after -->`
    expect(canonical(xml)).toBe('<?sheet href="a.xsl"?>\n<doc>Hello</doc>\n<?none?>')
  })

  test('keeps white space inside the root as it stands (§3.2)', () => {
    const xml = '<doc>\n  <clean> </clean>\n  <mixed>\n    A\n    <clean> </clean>\n  </mixed>\n</doc>'
    expect(canonical(xml)).toBe(xml)
  })

  test('writes start and end tags, and attributes by namespace and then by name (§3.3)', () => {
    const xml =
      '<doc><e1   /><e2 ></e2><e5 a:attr="out" b:attr="sorted" attr2="all" attr="I am" xmlns:b="http://b.example" xmlns:a="http://a.example" xmlns="http://example.org"/></doc>'
    expect(canonical(xml)).toBe(
      '<doc><e1></e1><e2></e2><e5 xmlns="http://example.org" xmlns:a="http://a.example" xmlns:b="http://b.example" attr="I am" attr2="all" a:attr="out" b:attr="sorted"></e5></doc>',
    )
  })

  test('writes each declaration once and undoes a default namespace where it ends (§3.3)', () => {
    const xml =
      '<e6 xmlns="" xmlns:a="http://www.w3.org"><e7 xmlns="http://www.ietf.org"><e8 xmlns="" xmlns:a="http://www.w3.org"><e9 xmlns=""/></e8></e7></e6>'
    expect(canonical(xml)).toBe(
      '<e6 xmlns:a="http://www.w3.org"><e7 xmlns="http://www.ietf.org"><e8 xmlns=""><e9></e9></e8></e7></e6>',
    )
  })

  test('writes character references out and escapes what must be escaped (§3.4)', () => {
    const xml = `<doc><text>First line&#x0d;&#10;Second</text><v>&#x32;</v><v><![CDATA[v>"0" && v<"10" ?"ok":"no"]]></v><c e='v>"0" &amp;&amp; v&lt;"10" ?"ok":"no"'/><n a=" '    &#x20;&#13;&#xa;&#9;   ' "/></doc>`
    expect(canonical(xml)).toBe(
      '<doc><text>First line&#xD;\nSecond</text><v>2</v><v>v&gt;"0" &amp;&amp; v&lt;"10" ?"ok":"no"</v><c e="v>&quot;0&quot; &amp;&amp; v&lt;&quot;10&quot; ?&quot;ok&quot;:&quot;no&quot;"></c><n a=" \'     &#xD;&#xA;&#x9;   \' "></n></doc>',
    )
  })

  test('normalises line ends', () => {
    expect(canonical('<a>\r\n<b c="x\ry"/>\r</a>')).toBe('<a>\n<b c="x y"></b>\n</a>')
  })

  test('sorts by characters and not by UTF-16 units', () => {
    // U+FF41 stands before U+10400 among characters and behind its first surrogate among units.
    const [wide, far] = ['\uff41', '\u{10400}']
    expect(canonical(`<a ${far}="2" ${wide}="1"/>`)).toBe(`<a ${wide}="1" ${far}="2"></a>`)
  })

  test('takes over for a part what stands above it: namespaces and xml attributes (§2.4)', () => {
    const xml =
      '<a xmlns="urn:d" xmlns:u="urn:u" xml:lang="zh" xml:space="preserve"><b xml:lang="en"><c u:k="v"/></b></a>'
    expect(part(xml, 'c', 'inclusive')).toBe(
      '<c xmlns="urn:d" xmlns:u="urn:u" xml:lang="en" xml:space="preserve" u:k="v"></c>',
    )
  })
})

describe('the exclusive form', () => {
  const xml = '<n0:a xmlns:n0="urn:0" xmlns:n1="urn:1" xmlns:n2="urn:2"><n1:b n0:k="v"><n1:c/></n1:b></n0:a>'

  test('declares a prefix where it is used and not above', () => {
    expect(canonical(xml, 'exclusive')).toBe(
      '<n0:a xmlns:n0="urn:0"><n1:b xmlns:n1="urn:1" n0:k="v"><n1:c></n1:c></n1:b></n0:a>',
    )
  })

  test('takes from above only what a part uses, and no xml attributes', () => {
    expect(part(xml.replace('<n0:a', '<n0:a xml:lang="zh"'), 'b', 'exclusive')).toBe(
      '<n1:b xmlns:n0="urn:0" xmlns:n1="urn:1" n0:k="v"><n1:c></n1:c></n1:b>',
    )
  })

  test('takes the listed prefixes as the inclusive form does', () => {
    expect(part(xml, 'b', 'exclusive', ['n2'])).toBe(
      '<n1:b xmlns:n0="urn:0" xmlns:n1="urn:1" xmlns:n2="urn:2" n0:k="v"><n1:c></n1:c></n1:b>',
    )
  })

  test('undoes a default namespace that was written above', () => {
    const mixed = '<a xmlns="urn:d"><b xmlns=""><c/></b></a>'
    expect(canonical(mixed, 'exclusive')).toBe('<a xmlns="urn:d"><b xmlns=""><c></c></b></a>')
  })
})

describe.each(['inclusive', 'exclusive'] as const)('%s, over made documents', method => {
  test('the canonical form of a canonical form is itself', () => {
    fc.assert(
      fc.property(anyXml, xml => {
        const once = canonical(xml, method)
        expect(canonical(once, method)).toBe(once)
      }),
      { numRuns: 150 },
    )
  })

  describe('beside libxml2', () => {
    skipUnless(isThere('xmllint'), 'no xmllint')

    test('it comes to the same', () => {
      fc.assert(
        fc.property(anyXml, xml => {
          expect(canonical(xml, method)).toBe(xmllintCanonical(xml, method))
        }),
        { numRuns: 40 },
      )
    })
  })
})
