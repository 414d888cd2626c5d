import { type CellInput, type SheetSpec, streamWorkbook, type WorkbookSpec } from '@tongqu/sheet'
import type { ModeJson, OrderJson, OrderLine } from '@tongqu/tariff'
import type { Text } from '../../fields.ts'
import type { PlanJson, PlanRemarkJson } from '../../plan-json.ts'
import type { Language } from './words.ts'

/** What the lines of a result say of the goods, beside their taxes. */
export type ResultGoods = Pick<OrderLine, 'hsCode' | 'name' | 'qty' | 'unit'>

/** An order of a result, with the goods of its lines where they are at hand. */
export interface ResultOrder {
  readonly plan: OrderJson
  readonly goods?: readonly ResultGoods[] | undefined
}

/** A plan whose orders come one after another: they are gone through once for each sheet that needs them. */
export interface ResultPlan
  extends Pick<PlanJson, 'date' | 'ruleset' | 'fx' | 'shipments' | 'warnings' | 'refused'> {
  readonly orders: () => Iterable<ResultOrder> | AsyncIterable<ResultOrder>
}

/** Reasons with their sources, each pair once. */
type Sources = Map<string, readonly [code: string, source: string]>

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
  rows: SheetSpec['rows'],
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

async function* orderRows(plan: ResultPlan): AsyncGenerator<CellInput[]> {
  for await (const { plan: order } of plan.orders()) {
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

/** Every mode of every order; the sources of their reasons are gathered for the sheet of rules. */
async function* modeRows(plan: ResultPlan, lang: Language, sources: Sources): AsyncGenerator<CellInput[]> {
  for await (const { plan: order } of plan.orders()) {
    for (const mode of order.modes) {
      for (const { code, source } of mode.reasons)
        if (source !== undefined) sources.set(`${code} ${source}`, [code, source])
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

async function* lineRows(plan: ResultPlan): AsyncGenerator<CellInput[]> {
  for await (const { plan: order, goods: given } of plan.orders()) {
    for (const line of chosenMode(order)?.lines ?? []) {
      const goods = given?.[Number(line.line) - 1]
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

function* shipmentRows(plan: ResultPlan): Generator<CellInput[]> {
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

function* ruleRows(plan: ResultPlan, sources: Sources): Generator<CellInput[]> {
  yield [plan.ruleset.id, `asAt ${plan.ruleset.asAt}`, plan.ruleset.digest]
  yield ['date', plan.date, null]
  for (const [currency, rate] of Object.entries(plan.fx)) yield ['fx', currency, rate]
  for (const [code, source] of sources.values()) yield ['source', code, source]
}

/** What the sheets of a result say; rows are made as they are written. */
function resultSpec(plan: ResultPlan, lang: Language): WorkbookSpec {
  const sources: Sources = new Map()
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
          modeRows(plan, lang, sources),
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
        lineRows(plan),
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
        ruleRows(plan, sources),
        lang,
      ),
    ],
  }
}

/**
 * A plan as a workbook, in pieces as it is packed: orders with the chosen mode, every mode with its reasons, lines,
 * shipments, refusals with their places, warnings, and the rules with their sources. Memory holds one order.
 */
export function writeResult(plan: ResultPlan, lang: Language): AsyncGenerator<Uint8Array> {
  return streamWorkbook(resultSpec(plan, lang))
}
