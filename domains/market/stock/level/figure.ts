import type { AskFigure, Figure, FigureAnswer } from '@tongqu/kernel/figure'
import { isRefusal } from '@tongqu/kernel/refusal'
import type { StockRules } from '../rulebook.ts'
import { expiring, low } from './service.ts'

/* Alarms of stock. Nobody hangs a wall for more than some hundreds of them: what is beyond is said, not counted. */

const MOST = 200
const standing = {
  unit: 'count',
  permission: 'market.stock.read',
  chart: 'alarm',
  isOfPeriod: false,
  keptFor: 30,
  records: '/stock',
} as const

/** Stock that has expired or soon will, and articles that run low. */
export function stockFigures(rules: StockRules): readonly Figure[] {
  return [
    {
      ...standing,
      key: 'market.stock.expiring',
      name: { zh: '库存临期或过期', en: 'Stock expiring' },
      about: {
        zh: '已过期或即将到期的库存行，最多数到 200',
        en: 'Lines of stock that have expired or soon will, counted up to 200',
      },
      ask: of => expiringNow(of, rules),
    },
    {
      ...standing,
      key: 'market.stock.low',
      name: { zh: '库存不足', en: 'Stock low' },
      about: {
        zh: '可用与在售合计低于货主所定下限的商品，最多数到 200',
        en: 'Articles of which less is left than their owner wants, counted up to 200',
      },
      async ask({ work }) {
        const { articles } = await low(work, { limit: MOST })
        const parts = articles.map(({ article, sku, name }) => ({
          key: article,
          name: { zh: `${sku} ${name.zh}`, en: `${sku} ${name.en}` },
          values: [],
          records: `/stock/articles/${article}`,
        }))
        return { value: String(parts.length), parts, keys: 'text' }
      },
    },
  ]
}

async function expiringNow({ work }: AskFigure, rules: StockRules): Promise<FigureAnswer> {
  const found = await expiring(work, { limit: MOST }, rules)
  if (isRefusal(found)) throw new Error(`${found.code}: no pack says when stock is near its day.`)
  const parts = found.lines.map(({ line, sku, expiresOn = '' }) => ({
    key: line,
    name: { zh: `${sku} ${expiresOn}`, en: `${sku} ${expiresOn}` },
    values: [],
    records: `/stock/lines/${line}`,
  }))
  return { value: String(parts.length), parts, keys: 'text' }
}
