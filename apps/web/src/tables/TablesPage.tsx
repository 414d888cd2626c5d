import { getRouteApi } from '@tanstack/react-router'
import { Asked } from '../part/Asked.tsx'
import { Scroll } from '../part/Scroll.tsx'
import { dayAndTime } from '../part/time.ts'
import { useTitle } from '../part/title.ts'
import type { Table } from '../remote/contracts.ts'
import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { tableName } from './table-names.ts'
import './tables.css'
import { tablesTexts } from './tables.texts.ts'

const route = getRouteApi('/tables')

/** Tables that plans rest on, with their editions. */
export function TablesPage() {
  const t = useTexts(tablesTexts)
  useTitle(t.title)
  const { language } = useLanguage()
  const { q } = route.useSearch()
  const navigate = route.useNavigate()
  const tables = useAsk('customs.table.list', {})
  const matches = (table: Table) => {
    const texts = [table.table, tableName(table.table, language), table.edition, table.source]
    return !q || texts.some(text => text.toLowerCase().includes(q.toLowerCase()))
  }
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t.title}</h1>
        <input
          className="field"
          type="search"
          data-search
          aria-label={t.find}
          placeholder={t.findHint}
          value={q ?? ''}
          onChange={event => navigate({ search: { q: event.target.value || undefined }, replace: true })}
        />
        <p className="lead">{t.lead}</p>
      </header>
      <Asked of={tables}>
        {answer => {
          const shown = answer.tables.filter(matches)
          if (shown.length === 0) return <p className="sheet empty">{q ? t.notFound : t.nothing}</p>
          return <TableRows tables={shown} />
        }}
      </Asked>
      <p className="quiet tables-how">{t.how}</p>
    </div>
  )
}

function TableRows({ tables }: { tables: readonly Table[] }) {
  const t = useTexts(tablesTexts)
  const { language } = useLanguage()
  return (
    <Scroll label={t.title} className="sheet">
      <table className="rows" data-testid="tables">
        <thead>
          <tr>
            <th scope="col">{t.table}</th>
            <th scope="col">{t.edition}</th>
            <th scope="col" className="num">
              {t.year}
            </th>
            <th scope="col" className="num">
              {t.rows}
            </th>
            <th scope="col" className="num">
              {t.rejected}
            </th>
            <th scope="col">{t.from}</th>
            <th scope="col">{t.source}</th>
            <th scope="col">{t.imported}</th>
          </tr>
        </thead>
        <tbody>
          {tables.map(table => (
            <tr key={`${table.table} ${table.edition}`}>
              <td>
                {tableName(table.table, language)}
                <span className="unit code">{table.table}</span>
              </td>
              <td className="figures">{table.edition}</td>
              <td className="num">{table.year ?? '—'}</td>
              <td className="num">{table.rows.toLocaleString('en')}</td>
              <td className="num">{table.rejected.toLocaleString('en')}</td>
              <td className="figures nowrap">{table.from}</td>
              <td className="tables-source">{table.source}</td>
              <td className="figures nowrap second">
                {Number.isNaN(Date.parse(table.importedAt)) ? table.importedAt : dayAndTime(table.importedAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
