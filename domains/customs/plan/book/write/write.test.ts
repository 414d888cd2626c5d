import { readSheets, writeWorkbook } from '@tongqu/sheet'
import type { OrderJson } from '@tongqu/tariff'
import { describe, expect, test } from 'vitest'
import { fields } from '../../fields.ts'
import { readAll } from '../testing.ts'
import { type ResultPlan, writeResult } from './result.ts'
import { exampleRow, writeTemplate } from './template.ts'
import { headerOf } from './words.ts'

async function textsOf(bytes: Uint8Array): Promise<Map<string, string[][]>> {
  const sheets = new Map<string, string[][]>()
  for await (const event of readSheets(bytes)) {
    if (event.kind === 'refused') throw new Error(event.refusal.code)
    if (event.kind === 'sheet') sheets.set(event.sheet.name, [])
    else sheets.get(event.sheet)?.push(...event.rows.map(row => row.cells.map(cell => cell.text)))
  }
  return sheets
}

describe.each(['zh', 'en'] as const)('the template in %s', lang => {
  test('has every field as a column, an example, and the explanation of each', async () => {
    const [[, orders], [, example], [, help]] = [...(await textsOf(await writeTemplate(lang)))] as [
      [string, string[][]],
      [string, string[][]],
      [string, string[][]],
    ]
    expect(orders).toEqual([fields.map(field => headerOf(field, lang))])
    expect(example).toHaveLength(2)
    expect(help.slice(1).map(([header]) => header)).toEqual(fields.map(field => headerOf(field, lang)))
  })

  test('is an empty book until somebody fills it in: its example is not an order', async () => {
    const { orders, refused } = await readAll(await writeTemplate(lang), { kind: 'xlsx' })
    expect(orders).toEqual([])
    expect(refused.map(({ code }) => code)).toEqual(['book.no_orders'])
  })

  test('its example, put where orders stand, is an order without a fault', async () => {
    const columns = fields.map(field => ({ header: headerOf(field, lang) }))
    const bytes = await writeWorkbook({ sheets: [{ name: 'x', columns, rows: [exampleRow(lang)] }] })
    const { orders, refused, warnings } = await readAll(bytes, { kind: 'xlsx' })
    expect([refused, warnings]).toEqual([[], []])
    const [item] = orders
    const kept = { ...item?.order, ...item?.extra, ...item?.order.lines[0], ...item?.rows[0]?.extra }
    expect(fields.filter(field => !(field.name in kept))).toEqual([])
  })
})

const plan: Omit<ResultPlan, 'orders'> & { readonly orders: readonly OrderJson[] } = {
  date: '2026-11-23',
  ruleset: { id: 'cn', asAt: '2026-11-23', digest: 'sm3:0' },
  fx: { USD: '7.10' },
  orders: [
    {
      orderNo: 'A-1',
      value: { cny: '29891.00', usd: '4210.00' },
      modes: [
        {
          mode: '1039',
          allowed: true,
          reasons: [{ code: 'ok', text: '可用', source: '某公告' }],
          taxes: {
            duty: '0.00',
            exportDuty: '0.00',
            consumptionTax: '0.00',
            vat: '0.00',
            postal: '0.00',
            assessed: '0.00',
            total: '0.00',
          },
          refund: '0.00',
          netCost: '0.00',
          lines: [{ line: 1, dutiableValue: '29891.00' }],
          documents: ['declaration'],
        },
        { mode: '9610', allowed: false, reasons: [{ code: 'channel.not_this_mode', text: '=渠道不符' }] },
      ],
      chosen: '1039',
    },
  ],
  shipments: [
    {
      shipment: 'C-17',
      mode: '1039',
      declarations: [{ orders: ['A-1'], lines: 1, usd: '4210.00' }],
      leave: [{ orderNo: 'A-9', line: 3, code: 'brand.not_authorised' }],
    },
  ],
  warnings: [{ code: 'tariff.edition_is_older', text: '税则较旧' }],
  refused: [
    { orderNo: 'A-7', sheet: '订单', row: 31, column: 'qty', code: 'input.not_positive', text: '必须大于 0' },
  ],
}

test('a result holds what the plan says, sheet by sheet, and no formula', async () => {
  const goods = [{ hsCode: '6214100000', name: '丝绸围巾', qty: '200', unit: '011' }]
  const orders = () => plan.orders.map(order => ({ plan: order, goods }))
  const chunks: Uint8Array[] = []
  for await (const chunk of writeResult({ ...plan, orders }, 'zh')) chunks.push(chunk)
  const sheets = await textsOf(Buffer.concat(chunks))
  expect([...sheets.keys()]).toEqual(['订单', '监管方式', '商品行', '组货', '未受理', '提示', '规则'])
  expect(sheets.get('订单')?.[1]?.slice(0, 4)).toEqual(['A-1', '29891', '4210', '1039'])
  expect(sheets.get('监管方式')?.[2]).toEqual(['A-1', '9610', '不可用', '=渠道不符', 'channel.not_this_mode'])
  expect(sheets.get('商品行')?.[1]).toEqual(['A-1', '1', '6214100000', '丝绸围巾', '200', '011', '29891'])
  expect(sheets.get('组货')?.[2]).toContain('brand.not_authorised')
  expect(sheets.get('未受理')?.[1]).toEqual(['A-7', '订单', '31', 'qty', 'input.not_positive', '必须大于 0'])
  expect(sheets.get('规则')?.at(-1)).toEqual(['source', 'ok', '某公告'])
})
