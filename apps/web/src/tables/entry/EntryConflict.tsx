import { Asked } from '../../part/Asked.tsx'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { cellText, daysText, type TableInfo } from '../rows/cell-columns.tsx'
import type { Typed } from './EntryForm.tsx'
import type { Entry } from './EntryPage.tsx'
import { entryTexts } from './entry.texts.ts'

interface Props {
  info: TableInfo
  entryKey: string
  mine: Typed
  keep: (now: Entry) => void
  take: (now: Entry) => void
}

/** Both sides of an entry that somebody else changed meanwhile, and the choice between them. */
export function EntryConflict({ info, entryKey, mine, keep, take }: Props) {
  const now = useAsk('customs.table.row', { table: info.table, key: entryKey }, { every: () => 3000 })
  return (
    <Asked of={now}>{entry => <Sides info={info} entry={entry} mine={mine} keep={keep} take={take} />}</Asked>
  )
}

function Sides({ info, entry, mine, keep, take }: Omit<Props, 'entryKey'> & { entry: Entry }) {
  const t = useTexts(entryTexts)
  const { language } = useLanguage()
  const [theirs] = entry.versions
  if (!theirs) return null
  const differing = info.columns.filter(({ name }) => (mine.cells[name] ?? '') !== (theirs.cells[name] ?? ''))
  const by = theirs.since.by?.[language]
  return (
    <section className="refusal entry-conflict" role="alert" data-testid="entry-conflict">
      <p className="title">{t.conflict}</p>
      <p>{t.conflictAbout}</p>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.mine}</th>
            <th scope="col">
              {t.theirs}
              {by ? <span className="unit">{by}</span> : null}
            </th>
          </tr>
        </thead>
        <tbody>
          {differing.map(column => (
            <tr key={column.name}>
              <th scope="row">{column.label[language]}</th>
              <td>{cellText(mine.cells, column, language) || '—'}</td>
              <td>{cellText(theirs.cells, column, language) || '—'}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t.days}</th>
            <td className="figures">{daysText({ from: mine.from, to: mine.to })}</td>
            <td className="figures">{daysText(theirs)}</td>
          </tr>
        </tbody>
      </table>
      <p className="entry-actions">
        <button type="button" className="button" onClick={() => keep(entry)} data-testid="keep-mine">
          {t.keepMine}
        </button>
        <button type="button" className="button" onClick={() => take(entry)} data-testid="take-theirs">
          {t.takeTheirs}
        </button>
      </p>
    </section>
  )
}
