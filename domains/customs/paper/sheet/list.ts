import { legalDay } from '@tongqu/kernel/clock'
import type { Block, Field, TableBlock, Text, Value } from '@tongqu/print'
import { type Decimal, decimal, sum } from '../../declaration/form/decimal.ts'
import type { Content } from '../../declaration/form/kind.ts'
import { elementTitle } from '../../declaration/page/titles.ts'
import { type Drawing, factsOf, Needs } from '../drawing.ts'
import { grouped, money } from '../figures.ts'
import { titleOfPaper } from '../kinds.ts'
import { type Names, withCode } from '../names.ts'
import type { RecordSubject } from '../subject.ts'
import { dayOf, reader, recordsAt } from './content.ts'
import { sheetTexts as t } from './texts.ts'

/*
 * The sheet of a retail list (CEB603, CEB621). No form of it is published for paper: it shows the elements of the message
 * (海关总署公告2018年第194号 《申报清单》) under the names that the message's own description gives them.
 */

/** Elements of the head, row by row; those with ? may be empty. */
const HEAD: Readonly<Record<'CEB603' | 'CEB621', readonly (readonly string[])[]>> = {
  CEB603: [
    ['orderNo', 'copNo', 'statisticsFlag'],
    ['ebpName', 'ebcName', 'ownerName'],
    ['logisticsName', 'logisticsNo', 'agentName'],
    ['customsCode', 'portCode', 'ieDate', 'tradeMode', 'emsNo?'],
    ['trafMode', 'trafName?', 'voyageNo?', 'billNo?'],
    ['country', 'POD', 'wrapType', 'packNo'],
    ['freight', 'insuredFee', 'grossWeight', 'netWeight'],
  ],
  CEB621: [
    ['orderNo', 'copNo', 'assureCode'],
    ['ebpName', 'ebcName', 'agentName'],
    ['logisticsName', 'logisticsNo', 'areaName?', 'emsNo?'],
    ['buyerName', 'buyerIdType', 'buyerIdNumber', 'buyerTelephone'],
    ['consigneeAddress'],
    ['customsCode', 'portCode', 'ieDate?', 'tradeMode'],
    ['trafMode', 'trafNo?', 'voyageNo?', 'billNo?'],
    ['country', 'currency', 'freight', 'insuredFee'],
    ['wrapType?', 'packNo', 'grossWeight', 'netWeight'],
  ],
}

/** @param opened a text of the record with identity numbers as the reader may see them */
export async function drawList(
  subject: RecordSubject,
  names: Names,
  opened: (text: string) => string,
): Promise<Drawing> {
  const message = subject.message as 'CEB603' | 'CEB621'
  const needs = new Needs()
  const read = reader(subject.content)
  const head = (name: string) => read(`InventoryHead.${name}`)
  const rows: Field[][] = [given(subject, needs)]
  for (const elements of HEAD[message]) {
    const row: Field[] = []
    for (const element of elements) {
      const name = element.replace('?', '')
      const title = elementTitle(message, `InventoryHead.${name}`)
      const text = head(name)
      const value = text === undefined ? undefined : await worded(names, name, opened(text))
      row.push(element.endsWith('?') ? needs.maybe(title, value) : needs.field(title, value))
    }
    rows.push(row)
  }
  const lines = recordsAt(subject.content, 'InventoryList')
  const blocks: Block[] = [
    { kind: 'title', text: titleOfPaper('list', subject), below: subject.row ? t.copy : t.draft },
    { kind: 'fields', rows },
    await linesTable(message, lines, needs, names),
  ]
  const total = totalOf(lines)
  const mode = head('tradeMode')
  const facts = factsOf([
    [elementTitle(message, 'InventoryHead.ebcName'), head('ebcName')],
    [t.listNo, subject.row?.list_no ?? undefined],
    [t.mode, withCode(await names.name('trade_modes', mode), mode)],
    [t.lines, String(lines.length)],
    [t.gross, head('grossWeight')],
    [t.total, total && money(total)],
  ])
  return { isLandscape: false, blocks, missing: needs.missing, facts }
}

/** What the counter gave and when it was sent. */
const given = ({ row }: RecordSubject, needs: Needs): Field[] => [
  needs.maybe(t.preNo, row?.pre_no ?? undefined),
  needs.maybe(t.listNo, row?.list_no ?? undefined),
  needs.maybe(t.declaredDay, row?.sent_at ? legalDay(row.sent_at) : undefined),
]

/** What codes are called, with the code. */
async function worded(names: Names, element: string, text: string): Promise<Value> {
  switch (element) {
    case 'customsCode':
    case 'portCode':
      return withCode(await names.name('customs_districts', text), text)
    case 'tradeMode':
      return withCode(await names.name('trade_modes', text), text)
    case 'trafMode':
      return withCode(await names.name('transport_modes', text), text)
    case 'country':
      return withCode(await names.country(text), text)
    case 'currency':
      return withCode(await names.currency(text), text)
    case 'POD':
      return withCode(await names.name('ports', text), text)
    case 'buyerIdType':
      return text === '1'
        ? { zh: '身份证（1）', en: 'Identity card (1)' }
        : { zh: `其他（${text}）`, en: `Other (${text})` }
    case 'statisticsFlag':
      return text === 'A'
        ? { zh: '简化申报（A）', en: 'Simplified (A)' }
        : { zh: '汇总申报（B）', en: 'By summary (B)' }
    case 'ieDate':
      return dayOf(text) ?? text
    case 'freight':
    case 'insuredFee':
    case 'grossWeight':
    case 'netWeight':
      return grouped(text)
    default:
      return text
  }
}

async function linesTable(
  message: 'CEB603' | 'CEB621',
  lines: readonly Content[],
  needs: Needs,
  names: Names,
): Promise<TableBlock> {
  const title = (name: string): Text => elementTitle(message, `InventoryList.${name}`)
  const rows: Value[][] = []
  for (const line of lines) {
    const read = reader(line)
    const need = (name: string) => needs.need(title(name), read(name))
    const figure = (name: string) => need(name) && grouped(read(name)!)
    rows.push([
      need('gnum'),
      need('gcode'),
      [need('gname'), read('gmodel')].filter(each => each !== undefined).join('\n'),
      withCode(await names.country(read('country')), read('country')),
      figure('qty'),
      await names.name('units', read('unit')),
      figure('price'),
      need('totalPrice') && money(decimal(read('totalPrice')!)),
    ])
  }
  const total = totalOf(lines)
  return {
    kind: 'table',
    title: { zh: '商品', en: 'Goods' },
    columns: [
      { title: title('gnum'), weight: 8, align: 'center' },
      { title: title('gcode'), weight: 12, align: 'center' },
      { title: { zh: '商品名称及规格型号', en: 'Name and specification' }, weight: 28 },
      { title: title('country'), weight: 13, align: 'center' },
      { title: title('qty'), weight: 9, align: 'right' },
      { title: title('unit'), weight: 9, align: 'center' },
      { title: title('price'), weight: 11, align: 'right' },
      { title: title('totalPrice'), weight: 12, align: 'right' },
    ],
    rows,
    ...(total && { totals: [['', '', t.total, '', '', '', '', money(total)]] }),
  }
}

/** Undefined where a line has none. */
function totalOf(lines: readonly Content[]): Decimal | undefined {
  const all = lines.map(line => reader(line)('totalPrice'))
  return all.length > 0 && all.every(each => each !== undefined)
    ? sum(all.map(each => decimal(each!)))
    : undefined
}
