import { Scroll } from '../../part/Scroll.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import type { Matched } from '../../remote/declarations.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Part } from '../Part.tsx'
import { recordTexts } from './record.texts.ts'

/** Order, payment, waybill and list beside each other; what does not agree is marked, and comes first. */
export function Match({ id }: { id: string }) {
  const t = useTexts(recordTexts)
  const { language } = useLanguage()
  const match = useAsk('customs.declaration.match', { id })
  if (!match.data || match.data.rows.length === 0) return null
  const { messages, rows } = match.data
  const isWhole = rows.every(({ cells }) => cells.every(cell => cell === null || cell.isThere))
  const differing = rows.filter(row => !row.agrees)
  return (
    <Part
      name={t.match}
      note={
        differing.length > 0 ? (
          <StateMark state="refused">{t.differs(differing.length)}</StateMark>
        ) : isWhole ? (
          <StateMark state="done">{t.matches}</StateMark>
        ) : (
          <StateMark state="idle">{t.notWhole}</StateMark>
        )
      }
      testId="match"
    >
      <Scroll label={t.match}>
        <table className="rows match">
          <thead>
            <tr>
              <th scope="col">{t.item}</th>
              {messages.map(({ kind, title }) => (
                <th key={kind} scope="col">
                  {title[language]}
                  <span className="unit code">{kind}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...differing, ...rows.filter(row => row.agrees)].map(row => (
              <MatchRow key={`${row.title.en} ${row.line ?? ''} ${cellName(row)}`} row={row} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </Part>
  )
}

const cellName = ({ cells }: Matched['rows'][number]) => cells.map(cell => cell?.element).join()

function MatchRow({ row }: { row: Matched['rows'][number] }) {
  const t = useTexts(recordTexts)
  const { language } = useLanguage()
  return (
    <tr data-agrees={row.agrees}>
      <th scope="row">
        {row.title[language]}
        {row.line === undefined ? '' : ` #${row.line}`}
        {row.agrees ? null : (
          <span className="unit">
            <StateMark state="refused">{t.notSame}</StateMark>
          </span>
        )}
      </th>
      {row.cells.map((cell, n) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: the columns are fixed.
          key={n}
          className={!row.agrees && cell?.isThere ? 'differs figures' : 'figures'}
          title={cell?.element}
        >
          {cell === null ? (
            ''
          ) : cell.isThere ? (
            (cell.value ?? t.hidden)
          ) : (
            <span className="quiet">{t.byOthers}</span>
          )}
        </td>
      ))}
    </tr>
  )
}
