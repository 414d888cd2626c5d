import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { innerMarkup } from './markup.ts'
import { readXml } from './read.ts'
import { attributeOf, childElement, childElements, pathOf, textOf, type XmlElement } from './tree.ts'
import { escapeText, isXmlText, writeCdata, writeXml } from './write.ts'

function rootOf(source: Uint8Array | string): XmlElement {
  const read = readXml(source)
  if ('refusal' in read) throw new Error(read.refusal.code)
  return read.document.root
}

describe('a document that is read', () => {
  it('keeps names, namespaces, attributes and content in the order of the document', () => {
    const root = rootOf(
      '<p:a xmlns:p="urn:p" xmlns="urn:d" z="1" p:y="2"><b>t</b><!--c--><?i n?><![CDATA[<]]></p:a>',
    )
    expect(root).toMatchObject({ name: 'p:a', prefix: 'p', local: 'a', namespace: 'urn:p' })
    expect(
      root.attributes.map(({ name, local, namespace, value }) => [name, local, namespace, value]),
    ).toEqual([
      ['xmlns:p', 'p', 'http://www.w3.org/2000/xmlns/', 'urn:p'],
      ['xmlns', 'xmlns', 'http://www.w3.org/2000/xmlns/', 'urn:d'],
      ['z', 'z', '', '1'],
      ['p:y', 'y', 'urn:p', '2'],
    ])
    expect(root.children).toMatchObject([
      { kind: 'element', local: 'b', namespace: 'urn:d' },
      { kind: 'comment', text: 'c' },
      { kind: 'instruction', target: 'i', body: 'n' },
      { kind: 'text', text: '<', cdata: true },
    ])
  })

  it('says where each element began, also behind characters that count as two', () => {
    const root = rootOf('<?xml version="1.0"?>\r\n<a>\r\n\t<b/>𠮷中<c  d="1"\n/></a>')
    expect(root.place).toEqual({ line: 2, column: 1 })
    expect(childElements(root).map(one => one.place)).toEqual([
      { line: 3, column: 2 },
      { line: 3, column: 8 },
    ])
  })

  it('has its line ends and attribute white space normalised, and references kept apart from them', () => {
    const root = rootOf('<a b="x\t\r\ny&#xD;&#9;">1\r\n2\r3&#xD;&amp;&#x4E2D;</a>')
    expect(attributeOf(root, 'b')).toBe('x  y\r\t')
    expect(textOf(root)).toBe('1\n2\n3\r&中')
  })

  it('gives text across sections and comments as one', () => {
    expect(textOf(rootOf('<a>x<![CDATA[<y>]]><!-- no -->z</a>'))).toBe('x<y>z')
  })

  it('keeps comments and instructions outside the root', () => {
    const read = readXml('<!--a--><?b c?><r/><!--d-->')
    expect('document' in read && [read.document.before, read.document.after]).toEqual([
      [
        { kind: 'comment', text: 'a' },
        { kind: 'instruction', target: 'b', body: 'c' },
      ],
      [{ kind: 'comment', text: 'd' }],
    ])
  })

  it('tells the way to an element, counted only where its name is repeated', () => {
    const root = rootOf('<a><b/><b><c/></b></a>')
    const second = childElements(root)[1]!
    expect(pathOf(childElement(second, '', 'c')!)).toBe('a/b[2]/c')
  })
})

describe('what is written', () => {
  it('reads back as the same text, whatever the text is', () => {
    const text = fc.string({ unit: 'binary' }).filter(isXmlText)
    fc.assert(
      fc.property(text, one => {
        expect(textOf(rootOf(`<a>${escapeText(one)}</a>`))).toBe(one)
        expect(textOf(rootOf(`<a>${writeCdata(one)}</a>`))).toBe(one)
      }),
    )
  })

  it('is the document again but for the spelling of tags and references', () => {
    const source =
      '<p:a xmlns:p="u" c="&quot;&#xA;"><b></b>&lt;&amp;&#xD;<![CDATA[x]]><!--y--><?z?><?z w?></p:a>'
    expect(writeXml(rootOf(source))).toBe(source)
    expect(writeXml(rootOf("<a  b = '1' />"))).toBe('<a b="1"></a>')
  })

  it('refuses characters that XML cannot carry', () => {
    for (const bad of ['\u0000', '\u000b', '\ufffe', '\ud800', 'a\udc00'])
      expect([bad, isXmlText(bad)]).toEqual([bad, false])
    for (const good of ['', '\t\n\r', '中𠮷', '\u0085\u007f'])
      expect([good, isXmlText(good)]).toEqual([good, true])
  })
})

describe('markup taken out of a document', () => {
  it('declares the namespaces that it uses and leaves out those that it does not', () => {
    const root = rootOf(
      '<a xmlns="urn:d" xmlns:p="urn:p" xmlns:q="urn:q"> <p:b x="1"><c/></p:b><d p:e="2"/></a>',
    )
    expect(innerMarkup(root)).toBe(
      '<p:b xmlns="urn:d" xmlns:p="urn:p" x="1"><c></c></p:b><d xmlns="urn:d" xmlns:p="urn:p" p:e="2"></d>',
    )
  })

  it('means the same when it is read by itself', () => {
    const root = rootOf('<a xmlns:p="urn:p"><p:b><c xmlns="urn:c"><p:d/></c></p:b></a>')
    const again = rootOf(innerMarkup(root))
    expect(again.namespace).toBe('urn:p')
    expect(childElements(childElements(again)[0]!)[0]).toMatchObject({ local: 'd', namespace: 'urn:p' })
  })
})
