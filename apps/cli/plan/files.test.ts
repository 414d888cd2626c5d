import { mkdir, readdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, gzipSync } from 'node:zlib'
import type { PlanJson } from '@tongqu/customs/plan'
import { planFaults } from '@tongqu/customs/plan/testing'
import { testFolder } from '@tongqu/tools/test/folder'
import { beforeAll, describe, expect, it } from 'vitest'
import { ranHere, shell, tongqu } from '../testing.ts'
import { planVerb } from './verb.ts'

const data = await testFolder()
const folder = await testFolder()
const plan = (...args: string[]) => ranHere(planVerb, data, args, folder)
const write = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content)

const HEADER = '订单号,进出口,渠道,国别,币种,卖方类型,商品编码,品名,数量,单位,单价'
const row = (orderNo: string, more: { code?: string; qty?: string; unit?: string } = {}) =>
  `${orderNo},出口,b2b,AE,USD,trader,${more.code ?? '9503002100'},toy,${more.qty ?? '10'},${more.unit ?? '007'},1.50`

/** Exit statuses of the plans that were made as JSON, the last one last. */
const statuses: (number | null)[] = []

async function json(name: string, ...args: string[]): Promise<PlanJson> {
  const { status, out } = await plan(name, '--json', ...args)
  statuses.push(status)
  return JSON.parse(out) as PlanJson
}

describe('order books of other kinds', () => {
  // GB18030 bytes of the header, written out: 订单号 is B6A9 B5A5 BAC5, and so on.
  const gb = Buffer.from(
    'b6a9b5a5bac52cbdf8b3f6bfda2cc7feb5c02cb9fab1f02cb1d2d6d62ccef4b7bdc0e0d0cd2cc9ccc6b7b1e0c2eb2cc6b7c3fb2ccafdc1bf2cb5a5cebb2cb5a5bcdb',
    'hex',
  )

  it('a CSV in GB18030 is read as what it is', async () => {
    const text = Buffer.concat([
      gb,
      Buffer.from('\nG-1,export,b2b,AE,USD,trader,9503002100,'),
      Buffer.from('cde6bedf', 'hex'),
      Buffer.from(',10,007,1.50\n'),
    ])
    // 卖方类型 begins with C2F4 in GB18030.
    text.set([0xc2, 0xf4], text.indexOf(Buffer.from('cef4', 'hex')))
    await write('gb.csv', text)
    const made = await json('gb.csv')
    expect(made.refused).toEqual([])
    expect([statuses.at(-1), made.orders.map(order => order.orderNo)]).toEqual([0, ['G-1']])
  })

  it('a JSON book is planned, and a fault of it is named by its pointer', async () => {
    const line = { hsCode: '9503002100', name: '玩具', qty: '10', unit: '007', price: '1.50' }
    const order = {
      direction: 'export',
      channel: 'b2b',
      country: 'AE',
      currency: 'USD',
      sellerKind: 'trader',
    }
    const orders = [
      { ...order, orderNo: 'J-1', lines: [line] },
      { ...order, orderNo: 'J-2', lines: [{ ...line, qty: '-1' }] },
    ]
    await write('book.json', JSON.stringify({ orders }))
    const made = await json('book.json')
    expect(planFaults(made)).toEqual([])
    expect(made.refused).toMatchObject([
      { orderNo: 'J-2', pointer: '/orders/1/lines/0/qty', code: 'input.not_positive' },
    ])
    expect([statuses.at(-1), made.totals]).toMatchObject([3, { orders: 2, planned: 1, refused: 1 }])
  })

  it('an order on a day without rules is planned as undetermined or refused, never guessed', async () => {
    await write('old.csv', `${HEADER}\n${row('O-1')}`)
    const made = await json('old.csv', '--date', '1950-01-01')
    expect(made.orders[0]!.chosen).toBeNull()
    expect(made.orders[0]!.modes.every(mode => mode.allowed !== true && mode.taxes === undefined)).toBe(true)
  })

  it('a book of which every order is refused was read: status 3, with each reason', async () => {
    await write('bad.csv', `${HEADER}\n${row('X-1', { qty: '-2' })}\n${row('X-2', { unit: '麻袋儿' })}`)
    const made = await json('bad.csv')
    expect(made.refused.map(({ orderNo, row, column }) => [orderNo, row, column])).toEqual([
      ['X-1', 2, 'qty'],
      ['X-2', 3, 'unit'],
    ])
    expect([statuses.at(-1), made.totals.refused]).toEqual([3, 2])
  })
})

/** A zip of one file, not packed. */
function zipOf(name: string, text: string): Buffer {
  const content = Buffer.from(text)
  // Version 2.0, no flags, stored, no time; then the checksum and both sizes.
  const sizes = Buffer.alloc(22)
  sizes.writeUInt8(20)
  sizes.writeUInt32LE(crc32(content), 10)
  sizes.writeUInt32LE(content.length, 14)
  sizes.writeUInt32LE(content.length, 18)
  const nameSize = Buffer.from([name.length, 0])
  const local = Buffer.concat([
    Buffer.from('PK\x03\x04'),
    sizes,
    nameSize,
    Buffer.alloc(2),
    Buffer.from(name),
    content,
  ])
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    Buffer.from([20, 0]),
    sizes,
    nameSize,
    Buffer.alloc(16),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

describe('files that are no order books', () => {
  beforeAll(async () => {
    await mkdir(join(folder, 'folder.xlsx'))
    await write('empty.csv', '')
    await write('text.xlsx', 'words')
    await write('broken.json', '{"orders": [')
    const type = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'
    const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`
    await write('macros.xlsm', zipOf('[Content_Types].xml', types))
    await write('orders.ods', 'x')
    await write('huge.xlsx', '')
    await write('huge.csv', '')
    for (const name of ['huge.xlsx', 'huge.csv']) await truncate(join(folder, name), 2 * 1024 ** 3)
  })

  it.each([
    ['missing.xlsx', 'there is no such file'],
    ['folder.xlsx', 'it is a folder'],
    ['orders.ods', 'Only .xlsx, .csv and .json are read'],
    ['empty.csv', 'The file is empty'],
    ['text.xlsx', 'This is no .xlsx workbook'],
    ['macros.xlsm', 'The file holds macros and is refused'],
    ['broken.json', 'this is no valid JSON'],
    ['huge.xlsx', 'too large (limit 209715200 bytes) and was not read'],
    ['huge.csv', 'too large (limit 209715200 bytes) and was not read'],
  ])('%s: %s', async (name, text) => {
    const { status, out, err } = await plan(name, '--lang', 'en')
    expect(status).toBe(2)
    expect(out + err).toContain(text)
    expect(err).not.toMatch(/^ +at /m)
  })

  it('a file that may not be read is named', async context => {
    context.skip(process.getuid?.() === 0, 'skipped: root reads every file')
    await writeFile(join(folder, 'secret.csv'), HEADER, { mode: 0o000 })
    const { status, err } = await plan('secret.csv', '--lang', 'en')
    expect([status, err]).toEqual([2, expect.stringContaining('it may not be read by you')])
  })
})

describe('a tariff of one’s own', () => {
  const tariff = [
    'code,name,mfn_rate,export_rate,consumption_rate,vat_rate,unit1',
    '9503002100,toy,0.9,0,0,0.13,007',
    '6109100010,shirt,eight,0,0,0.13,011',
  ].join('\n')

  it.each([
    ['mine.csv', tariff],
    ['mine.csv.gz', gzipSync(tariff)],
  ])(
    '%s stands over the loaded one for its year, its faulty rows are named, others are unknown',
    async (name, content) => {
      await write(name, content)
      await write('two.csv', `${HEADER}\n${row('T-1')}\n${row('T-2', { code: '4202220000' })}`)
      const { status, out, err } = await plan(
        'two.csv',
        '--json',
        '--lang',
        'en',
        '--date',
        '2026-11-23',
        '--tariff',
        name,
        '--tariff-year',
        '2026',
      )
      const made = JSON.parse(out) as PlanJson
      expect(status).toBe(0)
      expect(err).toContain('3 mfn_rate: not a number: “eight”')
      expect(made.warnings.map(each => each.code)).toEqual(['input.hs_not_in_table'])
      const codes = made.orders.map(order =>
        order.modes.flatMap(mode => mode.reasons.map(reason => reason.code)),
      )
      expect(codes[0]).toContain('tariff.edition')
      expect(codes[1]).not.toContain('tariff.edition')
      const later = await json('two.csv', '--date', '2027-01-05', '--tariff', name, '--tariff-year', '2026')
      expect(later.warnings.map(each => each.code)).toContain('tariff.edition_is_older')
    },
  )

  it.each([
    ['none.csv', 'there is no such file'],
    ['text.xlsx', 'text.xlsx'],
  ])('%s is refused', async (name, text) => {
    const { status, err } = await plan('two.csv', '--tariff', name, '--tariff-year', '2026', '--lang', 'en')
    expect([status, err]).toEqual([2, expect.stringContaining(text)])
  })
})

describe('output', () => {
  const many = `${HEADER}\n${Array.from({ length: 5000 }, (_, n) => row(`L-${n}`)).join('\n')}`
  beforeAll(() => write('many.csv', many))

  it.each(['plan many.csv', 'plan many.csv --json', 'help'])('%s | head ends quietly', async line => {
    const { status, out, err } = await shell(data, `set -o pipefail; tongqu ${line} | head -1`, {
      cwd: folder,
    })
    expect([status, err]).toEqual([0, ''])
    expect(out.length).toBeGreaterThan(5)
  })

  it('--out writes its files to the end, though nobody reads the table', async () => {
    await shell(data, 'tongqu plan many.csv --out kept | head -1', { cwd: folder })
    expect(await readdir(join(folder, 'kept'))).toEqual(['plan.json', 'plan.xlsx'])
  })

  it('a folder that cannot be written is said in a line, and nothing half-written stays', async () => {
    const { status, err } = await tongqu(data, ['plan', 'many.csv', '--out', 'many.csv/here'], {
      cwd: folder,
    })
    expect(status).toBe(1)
    expect(err).toMatch(/^E(NOTDIR|EXIST): .*\n$/)
  })

  it('a terminal sees a progress bar, a pipe does not', async context => {
    const { status: none } = await shell(data, 'command -v script')
    context.skip(none !== 0, 'skipped: no script(1) to make a terminal')
    const line = 'script -qec "tongqu plan many.csv --lang en" /dev/null'
    const terminal = await shell(data, line, { cwd: folder })
    expect(terminal.out).toMatch(/\r[█░]{28} +\d+ % {2}\d+ orders/)
    expect((await plan('many.csv')).out).not.toContain('░')
  })
})
