import { type CellInput, type SheetSpec, streamWorkbook, type WorkbookSpec } from '@tongqu/sheet'
import type { ModeJson, Order, OrderJson } from '@tongqu/tariff'
import type { Text } from '../../fields.ts'
import type { PlanJson, PlanRemarkJson } from '../../plan-json.ts'
import type { Language } from './words.ts'

export interface ResultOptions {
  readonly lang: Language
  /** Orders of the book by number: the lines then carry code, name and quantity. */
  readonly orders?: ReadonlyMap<string, Order>
}

const amount = (text: string | number | undefined): CellInput =>
  text === undefined ? null : { number: String(text) }
const count = (value: number | undefined): CellInput =>
  value === undefined ? null : { number: String(value) }

interface Column {
  readonly header: Text
  readonly width?: number
  readonly format?: string
}

const money = (zh: string, en: string): Column => ({ header: { zh, en }, width: 14, format: '#,##0.00' })
const plain = (zh: string, en: string, width = 14): Column => ({ header: { zh, en }, width })

const sheet = (
  name: Text,
  columns: readonly Column[],
  rows: Iterable<readonly CellInput[]>,
  lang: Language,
): SheetSpec => ({
  name: name[lang],
  columns: columns.map(({ header, ...rest }) => ({ header: header[lang], ...rest })),
  rows,
})

const taxColumns = [
  money('关税', 'duty'),
  money('出口关税', 'export duty'),
  money('消费税', 'consumption tax'),
  money('增值税', 'VAT'),
  money('行邮税', 'postal tax'),
]

const allowedText = (mode: ModeJson, lang: Language) => {
  const words: Readonly<Record<string, Text>> = {
    true: { zh: '可用', en: 'allowed' },
    false: { zh: '不可用', en: 'refused' },
    undetermined: { zh: '待定', en: 'undetermined' },
  }
  return words[String(mode.allowed)]?.[lang] ?? ''
}

const chosenMode = (order: OrderJson) => order.modes.find(mode => mode.mode === order.chosen)

function* orderRows(plan: PlanJson): Generator<CellInput[]> {
  for (const order of plan.orders) {
    const mode = chosenMode(order)
    yield [
      order.orderNo,
      amount(order.value.cny),
      amount(order.value.usd),
      order.chosen,
      ...taxCells(mode),
      amount(mode?.taxes?.assessed),
      amount(mode?.taxes?.total),
      amount(mode?.refund),
      amount(mode?.netCost),
      mode?.documents?.join(', '),
      order.breakEven && `${order.breakEven.between.join(' / ')}: ${order.breakEven.invoicePremium}`,
    ]
  }
}

const taxCells = (mode: ModeJson | undefined): CellInput[] => {
  const taxes = mode?.taxes
  return [taxes?.duty, taxes?.exportDuty, taxes?.consumptionTax, taxes?.vat, taxes?.postal].map(amount)
}

function* modeRows(plan: PlanJson, lang: Language): Generator<CellInput[]> {
  for (const order of plan.orders) {
    for (const mode of order.modes) {
      yield [
        order.orderNo,
        mode.mode,
        mode.mode === order.chosen ? '●' : null,
        allowedText(mode, lang),
        amount(mode.taxes?.total),
        amount(mode.refund),
        amount(mode.netCost),
        mode.reasons.map(({ text }) => text).join('\n'),
        mode.reasons.map(({ code }) => code).join('\n'),
        [...new Set(mode.reasons.flatMap(({ source }) => source ?? []))].join('\n'),
        mode.remedy && JSON.stringify(mode.remedy),
        mode.deadlines?.map(({ what, until }) => `${what} ${until}`).join('\n'),
      ]
    }
  }
}

function* lineRows(plan: PlanJson, orders: ReadonlyMap<string, Order> | undefined): Generator<CellInput[]> {
  for (const order of plan.orders) {
    const given = orders?.get(order.orderNo)
    for (const line of chosenMode(order)?.lines ?? []) {
      const goods = given?.lines[Number(line.line) - 1]
      yield [
        order.orderNo,
        amount(line.line),
        goods?.hsCode,
        goods?.name,
        goods && { number: goods.qty },
        goods?.unit,
        amount(line.dutiableValue),
        ...[line.duty, line.exportDuty, line.consumptionTax, line.vat, line.postal].map(amount),
      ]
    }
  }
}

function* shipmentRows(plan: PlanJson): Generator<CellInput[]> {
  for (const shipment of plan.shipments) {
    for (const [at, declaration] of shipment.declarations.entries()) {
      const { orders, lines, usd } = declaration
      yield [
        shipment.shipment,
        shipment.mode,
        count(at + 1),
        orders.join(', '),
        count(lines),
        amount(usd),
        null,
        null,
      ]
    }
    for (const leave of shipment.leave)
      yield [shipment.shipment, shipment.mode, null, leave.orderNo, count(leave.line), null, leave.code, '✗']
  }
}

const remarkRow = (remark: PlanRemarkJson): CellInput[] => [
  remark.orderNo,
  remark.sheet,
  count(remark.row),
  remark.column,
  remark.code,
  remark.text,
]

function* ruleRows(plan: PlanJson): Generator<CellInput[]> {
  yield [plan.ruleset.id, `asAt ${plan.ruleset.asAt}`, plan.ruleset.digest]
  yield ['date', plan.date, null]
  for (const [currency, rate] of Object.entries(plan.fx)) yield ['fx', currency, rate]
  const seen = new Set<string>()
  for (const { modes } of plan.orders) {
    for (const { code, source } of modes.flatMap(mode => mode.reasons)) {
      const key = `${code} ${source}`
      if (source === undefined || seen.has(key)) continue
      seen.add(key)
      yield ['source', code, source]
    }
  }
}

/** What the sheets of a result say; rows are made as they are written. */
function resultSpec(plan: PlanJson, { lang, orders }: ResultOptions): WorkbookSpec {
  const orderNo = plain('订单号', 'orderNo', 20)
  const remarkColumns = [
    orderNo,
    plain('工作表', 'sheet'),
    plain('行', 'row', 8),
    plain('列', 'column'),
    plain('代码', 'code', 28),
    plain('说明', 'text', 80),
  ]
  const costs = [money('税费合计', 'taxes'), money('退税', 'refund'), money('净成本', 'net cost')]
  return {
    sheets: [
      sheet(
        { zh: '订单', en: 'Orders' },
        [
          orderNo,
          money('人民币金额', 'CNY'),
          money('美元金额', 'USD'),
          plain('选定监管方式', 'chosen mode'),
          ...taxColumns,
          money('核定税', 'assessed'),
          ...costs,
          plain('单证', 'documents', 40),
          plain('专票盈亏平衡', 'break-even premium', 24),
        ],
        orderRows(plan),
        lang,
      ),
      {
        ...sheet(
          { zh: '监管方式', en: 'Modes' },
          [
            orderNo,
            plain('监管方式', 'mode', 12),
            plain('选定', 'chosen', 8),
            plain('结论', 'verdict'),
            ...costs,
            plain('理由', 'reasons', 60),
            plain('理由代码', 'codes', 30),
            plain('依据', 'sources', 40),
            plain('补救', 'remedy', 30),
            plain('期限', 'deadlines', 30),
          ],
          modeRows(plan, lang),
          lang,
        ),
        wrap: true,
      },
      sheet(
        { zh: '商品行', en: 'Lines' },
        [
          orderNo,
          plain('行', 'line', 8),
          plain('商品编码', 'hsCode'),
          plain('品名', 'name', 24),
          plain('数量', 'qty', 10),
          plain('单位', 'unit', 8),
          money('计税价格', 'dutiable value'),
          ...taxColumns,
        ],
        lineRows(plan, orders),
        lang,
      ),
      sheet(
        { zh: '组货', en: 'Shipments' },
        [
          plain('柜号', 'shipment'),
          plain('监管方式', 'mode', 12),
          plain('报关单', 'declaration', 10),
          plain('订单', 'orders', 60),
          plain('行', 'lines', 8),
          money('美元金额', 'USD'),
          plain('须移出的原因', 'must leave because', 30),
          plain('移出', 'leaves', 8),
        ],
        shipmentRows(plan),
        lang,
      ),
      sheet({ zh: '未受理', en: 'Refused' }, remarkColumns, plan.refused.map(remarkRow), lang),
      sheet({ zh: '提示', en: 'Warnings' }, remarkColumns, plan.warnings.map(remarkRow), lang),
      sheet(
        { zh: '规则', en: 'Rules' },
        [plain('规则集', 'ruleset', 20), plain('项目', 'item', 40), plain('值', 'value', 70)],
        ruleRows(plan),
        lang,
      ),
    ],
  }
}

/**
 * A plan as a workbook, in pieces as it is packed: orders with the chosen mode, every mode with its reasons, lines,
 * shipments, refusals with their places, warnings, and the rules with their sources.
 */
export function writeResult(plan: PlanJson, options: ResultOptions): AsyncGenerator<Uint8Array> {
  return streamWorkbook(resultSpec(plan, options))
}
