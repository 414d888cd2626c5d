import { describe, expect, it } from 'vitest'
import { defaultLimits, type Paper, type Printed, print } from './index.ts'
import { somePaper, someRows, tableOf } from './testing/paper.ts'
import { textOf, textsOfPages } from './testing/pdf-text.ts'

async function printed(paper: Paper): Promise<Printed> {
  const made = await print(paper)
  if ('refusal' in made) throw new Error(made.refusal.code)
  return made
}

/** What a file says outside its compressed streams. */
const plain = ({ bytes }: Printed) => Buffer.from(bytes).toString('latin1')

it('what is printed can be read out of the file again, in Chinese and in English', async () => {
  const { bytes } = await printed(somePaper())
  const text = textOf(bytes)
  for (const each of [
    '商业发票',
    'COMMERCIAL INVOICE',
    '示例国际贸易有限公司',
    '买方 Buyer',
    'Example Trading LLC',
    '毛绒玩具 plush toy 2',
    '合计 Total',
    '6,660.00',
    '1. 付款：电汇。',
    'Payment: by T/T.',
    'ACDE-FGHJ-KMNP',
    'https://trade.example/check/ACDEFGHJKMNP',
  ])
    expect(text).toContain(each)
  expect(text).not.toContain('\ufffd')
})

it('a paper in one language says nothing in the other', async () => {
  const zh = textOf((await printed(somePaper({ language: 'zh' }))).bytes)
  expect(zh).toContain('验证码')
  expect(zh).not.toMatch(/Buyer|Total|Page/)
  const en = await printed(
    somePaper({ language: 'en', blocks: [tableOf([['1', 'Desk lamp', '1']])], number: 'A' }),
  )
  expect(textOf(en.bytes)).not.toMatch(/\p{Script=Han}/u)
  expect(plain(en)).toContain('/Lang (en)')
})

it('the same paper gives the same bytes, and another date other ones', async () => {
  const first = await printed(somePaper())
  const again = await printed(somePaper())
  expect(Buffer.compare(first.bytes, again.bytes)).toBe(0)
  const later = await printed(somePaper({ created: new Date('2026-11-25T02:00:00Z') }))
  expect(Buffer.compare(first.bytes, later.bytes)).not.toBe(0)
})

it('a long table breaks between rows, repeats its head on each page and ends with its total', async () => {
  const { bytes, pages } = await printed(somePaper({}, someRows(100)))
  const texts = textsOfPages(bytes)
  expect(texts).toHaveLength(pages)
  const withRows = texts.filter(page => page.some(each => each.startsWith('毛绒玩具')))
  expect(withRows.length).toBeGreaterThan(1)
  for (const page of withRows) expect(page).toContain('Description')
  expect(texts.flat().filter(each => each.startsWith('毛绒玩具'))).toEqual(someRows(100).map(row => row[1]))
  expect(texts.flat().indexOf('合计 Total')).toBeGreaterThan(texts.flat().indexOf('毛绒玩具 plush toy 100'))
})

it('each page says which it is of how many, with the number and the foot', async () => {
  const { bytes, pages } = await printed(somePaper({}, someRows(100)))
  for (const [n, page] of textsOfPages(bytes).entries()) {
    expect(page).toContain(`第 ${n + 1} 页，共 ${pages} 页 Page ${n + 1} of ${pages}`)
    expect(page).toContain('HKB-0001')
    expect(page).toContain('验证码 ACDE-FGHJ-KMNP Code ACDE-FGHJ-KMNP')
  }
})

it('a row that is taller than a page goes on on the next one, and nothing of it is lost', async () => {
  const long = '很长的品名'.repeat(900)
  const { bytes, pages } = await printed(somePaper({ blocks: [tableOf([['1', long, '1']])] }))
  expect(pages).toBeGreaterThan(1)
  const name = textsOfPages(bytes)
    .flat()
    .filter(each => /^[很长的品名]+$/.test(each) && each !== '品名')
  expect(name.join('')).toBe(long)
})

it('what the record does not have is printed as missing, unless it may be empty', async () => {
  const title = { zh: '许可证号', en: 'Licence' }
  const fields = (mayBeEmpty?: true) =>
    somePaper({
      blocks: [{ kind: 'fields', rows: [[{ title, value: undefined, ...(mayBeEmpty && { mayBeEmpty }) }]] }],
    })
  expect(textOf((await printed(fields())).bytes)).toContain('（缺） (missing)')
  expect(textOf((await printed(fields(true))).bytes)).not.toContain('missing')
  expect(textOf((await printed(somePaper({ blocks: [tableOf([['1', undefined, '1']])] }))).bytes)).toContain(
    '（缺）',
  )
})

it('a character that the typeface does not have is a box and is named, and marks that turn the writing are left out', async () => {
  const rows = [['1', 'emoji 😀 and \u202egnp.exe', '1']]
  const { bytes, unprintable } = await printed(somePaper({ blocks: [tableOf(rows)] }))
  expect(unprintable).toEqual(['😀'])
  expect(textOf(bytes)).toContain('emoji □ and gnp.exe')
})

it('a name with a script or with operators of PDF in it is printed as it stands', async () => {
  const name = '<script>alert(1)</script> ) Tj ET %PDF \\'
  const { bytes } = await printed(somePaper({ blocks: [tableOf([['1', name, '1']])] }))
  expect(textOf(bytes).replaceAll('\n', '')).toContain(name.replaceAll(' ', ' '))
})

it('the file says its title, author, language and day, and carries tags for those who hear it read', async () => {
  const made = await printed(somePaper())
  const file = plain(made)
  expect(file.startsWith('%PDF-1.7')).toBe(true)
  expect(file).toContain('/Lang (zh-CN)')
  expect(file).toContain('(D:20261124020000Z)')
  expect(file).toContain('/MarkInfo')
  expect(file).toContain('/DisplayDocTitle true')
  for (const tag of ['Document', 'H1', 'Table', 'TR', 'TH', 'TD', 'Figure'])
    expect(file).toContain(`/S /${tag}\n`)
  expect(file).toContain('/Alt (QR: https://trade.example/check/ACDEFGHJKMNP)')
  const title = Buffer.from('\ufeff商业发票 COMMERCIAL INVOICE HKB-0001', 'utf16le')
    .swap16()
    .toString('latin1')
  expect(file.replace(/\\([()\\])/g, '$1')).toContain(title)
})

describe('what is beyond its bounds is refused', () => {
  it.each([
    ['more rows than a paper has', somePaper({}, someRows(defaultLimits.maxRows + 1)), 'print.too_many_rows'],
    ['a text that goes on and on', somePaper({ number: 'x'.repeat(20_001) }), 'print.text_too_long'],
    ['a row of another width', somePaper({}, [['1', 'two cells']]), 'print.bad_table'],
  ])('%s', async (_, paper, code) => {
    expect(await print(paper)).toMatchObject({ refusal: { code } })
  })

  it('more pages than are allowed', async () => {
    const made = await print(somePaper({}, someRows(100)), { ...defaultLimits, maxPages: 2 })
    expect(made).toEqual({ refusal: { code: 'print.too_many_pages', params: { most: 2 } } })
  })

  it('an address that no telephone would read', async () => {
    const address = `https://trade.example/${'x'.repeat(300)}`
    const code = {
      kind: 'code',
      title: { zh: '码', en: 'Code' },
      address,
      code: 'A',
      paragraphs: [],
    } as const
    expect(await print(somePaper({ blocks: [code] }))).toMatchObject({
      refusal: { code: 'print.bad_address' },
    })
  })
})
