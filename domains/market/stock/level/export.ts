import type { Download, UnitOfWork } from '@tongqu/kernel/command'
import type { Refusal } from '@tongqu/kernel/refusal'
import type { Text } from '@tongqu/kernel/text'
import { writeCsv } from '@tongqu/sheet'
import type { Static } from 'typebox'
import type { ExportStock } from './contract.ts'
import { levelRefusals } from './refusals.ts'
import { amountNames, dayOf, lineShown } from './shown.ts'
import { type Level, levelPage, momentOf } from './standing.ts'

/** Lines that go into one file. */
const MOST = 100_000
const AT_ONCE = 2000

const HEADERS: readonly Text[] = [
  { zh: '商品编号', en: 'article number' },
  { zh: '名称', en: 'name' },
  { zh: '计量单位代码', en: 'unit code' },
  { zh: '仓库', en: 'warehouse' },
  { zh: '仓库种类', en: 'kind of warehouse' },
  { zh: '批号', en: 'lot' },
  { zh: '生产日期', en: 'produced on' },
  { zh: '到期日', en: 'expires on' },
  { zh: '状态', en: 'state' },
  { zh: '在库', en: 'on hand' },
  { zh: '占用', en: 'held' },
  { zh: '可用', en: 'available' },
  { zh: '在售', en: 'on sale' },
  { zh: '已订', en: 'reserved' },
  { zh: '已售待出', en: 'sold and not gone yet' },
  { zh: '时点', en: 'as at' },
  { zh: '已知位置', en: 'known at' },
]
const STATES: Readonly<Record<string, Text>> = {
  good: { zh: '正常', en: 'good' },
  blocked: { zh: '封存', en: 'blocked' },
  expired: { zh: '过期', en: 'expired' },
}

/** What is listed, all pages of it, as CSV in the reader's language. */
export async function exportStock(
  work: UnitOfWork,
  input: Static<typeof ExportStock>,
): Promise<Download | Refusal> {
  const { asAt, knownAt, ...filter } = input
  const moment = await momentOf(work, { asAt, knownAt })
  const levels: Level[] = []
  let after: string | undefined
  do {
    const page = await levelPage(work, moment, filter, after, AT_ONCE)
    levels.push(...page.levels)
    if (levels.length > MOST) return levelRefusals.refuse('stock.too_many_lines', { most: MOST })
    after = page.next
  } while (after !== undefined)
  const { language } = work.actor
  const today = dayOf(moment, work.now)
  const rows = levels.map(level => {
    const line = lineShown(level, today)
    return [
      line.sku,
      line.name[language],
      line.unit,
      line.warehouseCode,
      line.warehouseKind,
      line.lot?.number,
      line.producedOn,
      line.expiresOn,
      STATES[line.state]![language],
      ...amountNames.map(name => line[name]),
      moment?.asAt ?? work.now.toISOString(),
      moment && String(moment.knownAt),
    ]
  })
  const text = [...writeCsv([HEADERS.map(header => header[language]), ...rows])].join('')
  const name = language === 'zh' ? `库存-${today}.csv` : `stock-${today}.csv`
  return { name, type: 'text/csv; charset=utf-8', content: Buffer.from(text, 'utf8') }
}
