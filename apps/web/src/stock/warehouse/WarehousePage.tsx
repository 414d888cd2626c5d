import { getRouteApi, Link } from '@tanstack/react-router'
import { Bones } from '../../part/Bones.tsx'
import { countryName } from '../../part/country.ts'
import { useTitle } from '../../part/title.ts'
import type { Warehouse } from '../../remote/market.ts'
import { Lost } from '../../shell/Lost.tsx'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames, useWarehouses } from '../use-stock.ts'
import { Storages } from './Storages.tsx'
import { warehousesTexts } from './warehouses.texts.ts'

const route = getRouteApi('/stock/warehouses/$id')

/** One warehouse, and whose goods it keeps. */
export function WarehousePage() {
  const { id } = route.useParams()
  const warehouses = useWarehouses()
  if (!warehouses) return <Bones />
  const warehouse = warehouses.find(each => each.id === id)
  return warehouse ? <Whole warehouse={warehouse} /> : <Lost />
}

function Whole({ warehouse }: { warehouse: Warehouse }) {
  const t = { ...useTexts(stockTexts), ...useTexts(warehousesTexts) }
  const { language } = useLanguage()
  const names = useStockNames()
  useTitle(warehouse.name[language])
  const facts = [
    [t.code, warehouse.code],
    [t.kind, warehouse.kindName[language]],
    [t.country, countryName(warehouse.country, language)],
    [t.district, warehouse.customsDistrict],
    [t.keeper, names.party(warehouse.keeper)],
  ] as const
  return (
    <>
      <header className="record-head">
        <Link to="/stock/warehouses" data-back className="record-up">
          ← {t.all}
        </Link>
        <h1>{warehouse.name[language]}</h1>
        <dl className="facts">
          {facts.map(([name, value]) =>
            value ? (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="figures">{value}</dd>
              </div>
            ) : null,
          )}
        </dl>
      </header>
      <Storages warehouse={warehouse} />
    </>
  )
}
