import { describe, expect, it } from 'vitest'
import { buildMessage, parseMessage, validateValue } from './codec.ts'
import type { MessageValue } from './message.ts'
import type { MessageOptions } from './options.ts'
import { shop } from './testing/shop.ts'
import { faultText } from './texts.ts'

const day = { day: '2026-11-23' }
const good: MessageValue<typeof shop> = {
  id: 'A1',
  kind: 'b',
  head: { day: '20261123', country: 'CHN', remark: '<&]]>' },
  line: [
    { code: 'ab', price: '1.50', note: '中' },
    { code: 'cdef', price: '0' },
  ],
}
const inside =
  '<s:head><s:day>20261123</s:day></s:head><s:line><s:code>ab</s:code><s:price>1.5</s:price></s:line>'
const document = (content = inside, attributes = 'id="A1"') =>
  `<s:Shop xmlns:s="urn:shop" ${attributes}>${content}</s:Shop>`

const faultsOf = (xml: string, options: MessageOptions = day) => {
  const parsed = parseMessage(shop, xml, options)
  return 'faults' in parsed ? parsed.faults : []
}
const told = (xml: string, options?: MessageOptions) =>
  faultsOf(xml, options).map(one => `${one.code} ${one.path}`)
const toldOf = (value: unknown) =>
  validateValue(shop, value, day).faults.map(one => `${one.code} ${one.path}`)

describe('a message that is built', () => {
  it('has its elements in the order of the schema, whatever order the value has them in', () => {
    const turned = Object.fromEntries(Object.entries(good).reverse()) as typeof good
    const built = buildMessage(shop, turned, day)
    expect('xml' in built && built.xml).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<s:Shop xmlns:s="urn:shop" id="A1" kind="b">' +
        '<s:head><s:day>20261123</s:day><s:country>CHN</s:country>' +
        '<s:remark><![CDATA[<&]]]]><![CDATA[>]]></s:remark></s:head>' +
        '<s:line><s:code>ab</s:code><s:price>1.50</s:price><s:note>中</s:note></s:line>' +
        '<s:line><s:code>cdef</s:code><s:price>0</s:price></s:line></s:Shop>',
    )
  })

  it('reads back exactly, decimals as they were written', () => {
    const built = buildMessage(shop, good, day)
    expect(parseMessage(shop, 'xml' in built ? built.xml : '', day)).toMatchObject({ value: good })
  })

  it('is not built from a value with faults, and all of them are told', () => {
    const bad = {
      id: '',
      kind: 'c',
      head: { day: '20260230' },
      line: [{ code: 'a', price: '1.555', x: '1' }],
    }
    expect(buildMessage(shop, bad as never, day)).toMatchObject({ faults: expect.anything() })
    expect(toldOf(bad)).toEqual([
      'message.empty Shop/@id',
      'message.not_a_choice Shop/@kind',
      'message.not_a_date Shop/head/day',
      'message.too_short Shop/line/code',
      'message.too_many_decimals Shop/line/price',
      'message.unknown_element Shop/line/x',
    ])
  })

  it.each([
    ['message.not_a_group Shop', 'text'],
    ['message.not_a_group Shop', null],
    ['message.missing Shop/head', { ...good, head: undefined }],
    ['message.not_a_group Shop/head', { ...good, head: [] }],
    ['message.not_a_list Shop/line', { ...good, line: {} }],
    ['message.missing Shop/line', { ...good, line: [] }],
    ['message.too_many Shop/line', { ...good, line: Array(4).fill(good.line[0]) }],
    ['message.not_text Shop/@id', { ...good, id: 7 }],
    ['message.empty Shop/@id', { ...good, id: ' \t' }],
    ['message.bad_character Shop/@id', { ...good, id: 'a\u0000' }],
    ['message.bad_character Shop/@id', { ...good, id: '\ud800' }],
    ['message.too_long Shop/@id', { ...good, id: '123456789' }],
    ['message.unknown_element Shop/more', { ...good, more: '1' }],
    ['message.not_text Shop/line[2]/price', { ...good, line: [good.line[0], { code: 'ab', price: 1.5 }] }],
  ])('is refused with %s', (fault, value) => {
    expect(toldOf(value)).toEqual([fault])
  })

  it('counts a character outside the basic plane as one', () => {
    expect(toldOf({ ...good, id: '𠮷'.repeat(8) })).toEqual([])
    expect(toldOf({ ...good, id: '𠮷'.repeat(9) })).toEqual(['message.too_long Shop/@id'])
  })
})

describe('a document that is read as a message', () => {
  it('may have any prefix, comments, white space between elements, CDATA and hints for a validator', () => {
    const other = `<Shop xmlns="urn:shop" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="A1"
      xsi:schemaLocation="urn:shop shop.xsd">
      <head><!-- c --><day><![CDATA[20261123]]></day></head>
      <line><code>a<!-- c -->b</code><price>1.5</price></line>
    </Shop>`
    expect(parseMessage(shop, other, day)).toMatchObject({
      value: { id: 'A1', head: { day: '20261123' }, line: [{ code: 'ab', price: '1.5' }] },
    })
  })

  it('has an empty optional element as an absent one, and an empty required one as a fault', () => {
    const empty = inside.replace('</s:day>', '</s:day><s:country/><s:remark> </s:remark>')
    const parsed = parseMessage(shop, document(empty), day)
    expect('value' in parsed && Object.keys(parsed.value.head)).toEqual(['day'])
    expect(told(document(inside.replace('20261123', ' ')))).toEqual(['message.empty Shop/head/day'])
  })

  it('keeps white space at the ends of a text', () => {
    const parsed = parseMessage(shop, document(inside.replace('ab', ' a ')), day)
    expect('value' in parsed && parsed.value.line[0]?.code).toBe(' a ')
  })

  it.each([
    ['message.wrong_root Other', '<Other xmlns="urn:shop"/>'],
    ['message.wrong_namespace Shop', '<Shop xmlns="urn:other"/>'],
    ['message.wrong_namespace Shop', '<Shop/>'],
    ['message.missing Shop/@id', document(inside, '')],
    ['message.empty Shop/@id', document(inside, 'id=""')],
    ['message.unknown_attribute Shop/@x', document(inside, 'id="A1" x="1"')],
    ['message.unknown_attribute Shop/head/@x', document(inside.replace('<s:head>', '<s:head x="1">'))],
    ['message.unknown_attribute Shop/head/day/@x', document(inside.replace('<s:day>', '<s:day x="1">'))],
    ['message.stray_text Shop/head', document(inside.replace('<s:day>', 'x<s:day>'))],
    ['message.not_text Shop/head/day', document(inside.replace('20261123', '20261123<s:x/>'))],
    ['message.unknown_element Shop/x', document(`${inside}<s:x/>`)],
    ['message.unknown_element Shop/day', document(`${inside}<s:day>1</s:day>`)],
    ['message.wrong_namespace Shop/head[1]', document(`<head xmlns="urn:o"/>${inside}`)],
    [
      'message.repeated Shop/head[2]',
      document(inside.replace('<s:line>', '<s:head><s:day>20261124</s:day></s:head><s:line>')),
    ],
    [
      'message.wrong_order Shop/line/code',
      document(inside.replace(/(<s:code>.*<\/s:code>)(<s:price>.*<\/s:price>)/, '$2$1')),
    ],
    ['message.missing Shop/line', document('<s:head><s:day>20261123</s:day></s:head>')],
    ['message.too_many Shop/line', document(inside.replace(/<s:line>.*<\/s:line>/, '$&'.repeat(4)))],
    ['xml.doctype_refused ', `<!DOCTYPE a>${document()}`],
  ])('is refused with %s', (fault, xml) => {
    expect(told(xml)).toEqual([fault])
  })

  it('tells all faults at once, each with its place', () => {
    const xml = document('\n<s:head>\n  <s:day>x</s:day>\n</s:head>\n<s:line><s:code>a</s:code></s:line>')
    expect(faultsOf(xml).map(one => [one.code, one.path, one.place?.line])).toEqual([
      ['message.not_a_date', 'Shop/head/day', 3],
      ['message.too_short', 'Shop/line/code', 5],
      ['message.missing', 'Shop/line/price', 5],
    ])
  })

  it('tells a hundred faults and then how many more there are', () => {
    const faults = faultsOf(document(`${inside}${'<s:x/>'.repeat(150)}`))
    expect(faults).toHaveLength(101)
    expect(faults.at(-1)).toEqual({ code: 'message.more_faults', params: { more: 50 }, path: '' })
  })

  it('may carry a signature at its end, which is no part of its value', () => {
    const signed = document(`${inside}<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><x/></Signature>`)
    expect(parseMessage(shop, signed, day)).toMatchObject({ value: { id: 'A1' } })
    const within = document(
      inside.replace('<s:day>', '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/><s:day>'),
    )
    expect(told(within)).toEqual(['message.unknown_element Shop/head/Signature'])
  })
})

describe('a code of a table', () => {
  const withCountry = document(inside.replace('</s:day>', '</s:day><s:country>CHN</s:country>'))
  const tables = (known: Record<string, string[]>) => ({
    has: (table: string, code: string, on: string) =>
      on < '2026-01-01' ? undefined : known[table]?.includes(code),
  })

  it('is refused where the table of that day does not have it', () => {
    expect(told(withCountry, { ...day, tables: tables({ countries: ['USA'] }) })).toEqual([
      'message.not_in_table Shop/head/country',
    ])
    expect(told(withCountry, { ...day, tables: tables({ countries: ['CHN'] }) })).toEqual([])
  })

  it('is not judged where there is no table, and the result says which', () => {
    for (const options of [
      day,
      { ...day, tables: tables({}) },
      { day: '2025-06-01', tables: tables({ countries: [] }) },
    ])
      expect(parseMessage(shop, withCountry, options)).toMatchObject({ unchecked: ['countries'] })
    expect(parseMessage(shop, document(), day)).toMatchObject({ unchecked: [] })
  })
})

describe('the text of a fault', () => {
  it('says what was found and what was expected, in both languages', () => {
    const [fault] = faultsOf(document(inside, 'id="123456789"'))
    expect(fault && faultText(fault)).toEqual({
      zh: '长 9 个字符，至多 8 个。',
      en: '9 characters long, at most 8 are allowed.',
    })
  })
})
