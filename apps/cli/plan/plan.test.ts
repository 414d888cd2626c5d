import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlanJson } from '@tongqu/customs/plan'
import { planFaults } from '@tongqu/customs/plan/testing'
import { readSheets } from '@tongqu/sheet'
import { testFolder } from '@tongqu/tools/test/folder'
import { describe, expect, it } from 'vitest'
import { ranHere, tongqu } from '../testing.ts'
import { planVerb } from './verb.ts'

const data = await testFolder()
const plan = (...args: string[]) => ranHere(planVerb, data, args)
/** The same as a process of its own. */
const process = (...args: string[]) => tongqu(data, ['plan', ...args])

/** A plan as JSON, once the command line has ended with the status that is expected. */
async function planned(status: number, ...args: string[]): Promise<PlanJson> {
  return jsonOf(status, plan(...args, '--json'))
}

async function jsonOf(status: number, running: ReturnType<typeof plan>): Promise<PlanJson> {
  const ran = await running
  expect([ran.err, ran.status]).toEqual(['', status])
  return JSON.parse(ran.out) as PlanJson
}

/** Rows of a workbook as texts, by sheet. */
async function sheetsOf(path: string): Promise<Map<string, string[][]>> {
  const sheets = new Map<string, string[][]>()
  for await (const event of readSheets(await readFile(path))) {
    if (event.kind === 'refused') throw new Error(event.refusal.code)
    if (event.kind === 'sheet') sheets.set(event.sheet.name, [])
    else sheets.get(event.sheet)!.push(...event.rows.map(row => row.cells.map(cell => cell.text)))
  }
  return sheets
}

describe('the main job in five lines', () => {
  it('shows thirty stalls and one container as a table to read', async () => {
    const { status, out, err } = await process('examples/mixed-container.xlsx', '--lang', 'en')
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatch(/^order +to\/from +value CNY +mode/)
    expect(out).toMatch(/^HKB-0003 .* 0110 .*1039 ✗ branded goods without authorisation$/m)
    expect(out).toMatch(/^container HKB-C-117 +1039: 2 × /m)
    expect(out).toMatch(/^! the tariff is the edition of 2020/m)
    expect(out.trimEnd()).toMatch(/sm3:[0-9a-f]{64}$/)
  })

  it('says the same in Chinese when nothing else is asked for', async () => {
    const { out } = await plan('examples/mixed-container.xlsx')
    expect(out).toMatch(/^订单 /)
    expect(out).toMatch(/^! 税则为 2020 年版/m)
  })

  it.each([
    ['mixed-container.xlsx', 0],
    ['retail-importer-day.xlsx', 0],
    ['overseas-warehouse.xlsx', 0],
    ['with-mistakes.xlsx', 3],
  ])('plans %s as JSON of the documented shape, each sum right, and ends with %i', async (name, status) => {
    const json = await jsonOf(status, process(`examples/${name}`, '--json'))
    expect(planFaults(json)).toEqual([])
    expect(json.orders.length).toBeGreaterThan(2)
    expect(json.refused.length > 0).toBe(status === 3)
  })

  it('writes plan.json, the same as --json says, and plan.xlsx, which can be read', async () => {
    const folder = await testFolder()
    const out = join(folder, 'made/here')
    const name = 'examples/overseas-warehouse.xlsx'
    const [json, written] = [await planned(0, name), await plan(name, '--out', out)]
    expect([written.status, written.err]).toEqual([0, `${out}/plan.json\n${out}/plan.xlsx\n`])
    expect(JSON.parse(await readFile(join(out, 'plan.json'), 'utf8'))).toEqual(json)
    const sheets = await sheetsOf(join(out, 'plan.xlsx'))
    const orders = sheets.get('订单')!.slice(1)
    expect(orders.map(row => row[0])).toEqual(json.orders.map(order => order.orderNo))
    const lines = json.orders.flatMap(
      order => order.modes.find(mode => mode.mode === order.chosen)?.lines ?? [],
    )
    expect(sheets.get('商品行')!.slice(1)).toHaveLength(lines.length)
    expect(sheets.get('商品行')![1]![2]).toMatch(/^\d{10}$/)
  })

  it('names the rule versions that make the difference between two days', async () => {
    const days = ['--date', '2018-06-01', '--compare', '2026-11-23']
    const { status, out } = await plan('examples/mixed-container.xlsx', ...days)
    expect(status).toBe(0)
    expect(out).toMatch(/^HKB-0001 {2}2018-06-01 → 2026-11-23$/m)
    expect(out).toMatch(/^ {2}parameter .+: .+ → \d{4}-\d{2}-\d{2} .+$/m)
    const same = ['--date', '2026-11-23', '--compare', '2026-11-23']
    expect((await plan('examples/mixed-container.xlsx', ...same)).out).toBe('没有差别\n')
  })

  it.each(['zh', 'en'])(
    'writes an empty order book (%s) that the reader takes and finds no orders in',
    async lang => {
      const path = join(await testFolder(), 'orders.xlsx')
      const made = await plan('--template', path, '--lang', lang)
      expect([made.status, existsSync(path)]).toEqual([0, true])
      const json = await planned(2, path)
      expect(json.refused.map(each => each.code)).toEqual(['book.no_orders'])
      expect(json.totals).toMatchObject({ orders: 0, planned: 0, refused: 0 })
    },
  )
})

describe('options', () => {
  it('--fx stands over the loaded rates', async () => {
    const { fx, orders } = await planned(
      0,
      'examples/mixed-container.xlsx',
      '--fx',
      'USD=8',
      '--fx',
      'EUR=9.5',
    )
    expect(fx).toMatchObject({ USD: '8', EUR: '9.5' })
    const { cny, usd } = orders[0]!.value
    expect(Number(cny)).toBe(Number(usd) * 8)
  })

  it('--date is the day of orders that state none, and of no other', async () => {
    const { date, ruleset, orders } = await planned(
      0,
      'examples/mixed-container.xlsx',
      '--date',
      '2010-01-01',
    )
    expect([date, ruleset.asAt]).toEqual(['2010-01-01', '2010-01-01'])
    expect(orders).toEqual((await planned(0, 'examples/mixed-container.xlsx')).orders)
  })

  it('--lang changes texts and nothing else', async () => {
    const strip = (json: PlanJson) =>
      JSON.stringify(json, (key, value) => (key === 'text' || key === 'source' ? undefined : value))
    const zh = await planned(3, 'examples/with-mistakes.xlsx')
    const en = await planned(3, 'examples/with-mistakes.xlsx', '--lang', 'en')
    expect(strip(en)).toBe(strip(zh))
    expect(zh.refused.every(each => /\p{Script=Han}/u.test(each.text))).toBe(true)
    expect(en.refused.every(each => each.text.startsWith('sheet "'))).toBe(true)
  })

  it.each([
    [['--date', '2026-02-30'], '2026-02-30'],
    [['--compare', 'tomorrow'], 'tomorrow'],
    [['--fx', 'USD:7'], 'USD:7'],
    [['--fx', 'USD=0'], 'USD=0'],
    [['--tariff', 'mine.csv'], '--tariff-year'],
    [['--colour'], '--colour'],
    [['another.xlsx'], 'plan FILE'],
  ])('%j is refused with what it should be, and nothing is planned', async (args, named) => {
    const { status, out, err } = await plan('examples/mixed-container.xlsx', ...args, '--json')
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(named)
    expect(err).not.toMatch(/^ +at /m)
  })
})
