import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { countryName } from '../../part/country.ts'
import type { Warehouse } from '../../remote/market.ts'
import type { Language, Texts } from '../../text/catalogue.ts'
import type { stockTexts } from '../stock.texts.ts'
import type { useStockNames } from '../use-stock.ts'
import type { warehousesTexts } from './warehouses.texts.ts'

type T = Texts<typeof stockTexts> & Texts<typeof warehousesTexts>

export function warehouseColumns(
  t: T,
  language: Language,
  names: ReturnType<typeof useStockNames>,
): Column<Warehouse>[] {
  return [
    {
      key: 'code',
      head: t.code,
      kind: 'figures',
      text: warehouse => warehouse.code,
      cell: warehouse => (
        <Link to="/stock/warehouses/$id" params={{ id: warehouse.id }} data-row>
          {warehouse.code}
        </Link>
      ),
      narrow: 'title',
    },
    { key: 'name', head: t.name, text: warehouse => warehouse.name[language] },
    { key: 'kind', head: t.kind, text: warehouse => warehouse.kindName[language], narrow: 'mark' },
    {
      key: 'country',
      head: t.country,
      text: ({ country }) => countryName(country, language),
      narrow: 'left',
    },
    {
      key: 'district',
      head: t.district,
      kind: 'figures',
      text: warehouse => warehouse.customsDistrict ?? '',
      narrow: 'right',
    },
    {
      key: 'keeper',
      head: t.keeper,
      text: warehouse => names.party(warehouse.keeper),
      narrow: 'left',
    },
  ]
}
