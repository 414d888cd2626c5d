import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import type { Article } from '../../remote/market.ts'
import type { Language, Texts } from '../../text/catalogue.ts'
import type { stockTexts } from '../stock.texts.ts'
import type { useStockNames } from '../use-stock.ts'
import type { articlesTexts } from './articles.texts.ts'

type T = Texts<typeof articlesTexts> & Texts<typeof stockTexts>

export function articleColumns(
  t: T,
  language: Language,
  names: ReturnType<typeof useStockNames>,
): Column<Article>[] {
  return [
    {
      key: 'sku',
      sortBy: 'sku',
      head: t.sku,
      text: article => article.sku,
      cell: article => (
        <Link to="/stock/articles/$id" params={{ id: article.id }} className="figures" data-row>
          {article.sku}
        </Link>
      ),
      narrow: 'title',
    },
    { key: 'name', sortBy: 'name', head: t.name, text: article => article.name[language] },
    { key: 'unit', head: t.unit, text: article => article.unitName[language], narrow: 'mark' },
    { key: 'tracking', head: t.tracking, text: article => t[article.tracking], narrow: 'left' },
    { key: 'hs', head: t.hsCode, kind: 'figures', text: article => article.hsCode ?? '', narrow: 'right' },
    {
      key: 'life',
      head: t.shelfLife,
      unit: t.days,
      kind: 'number',
      text: article => String(article.shelfLifeDays ?? ''),
      narrow: 'left',
    },
    { key: 'low', head: t.low, kind: 'number', text: article => article.low ?? '', narrow: 'right' },
    { key: 'owner', head: t.owner, text: article => names.party(article.owner), narrow: 'off' },
  ]
}
