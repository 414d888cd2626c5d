import type { ReactNode } from 'react'
import type { Column } from '../../list/column.ts'
import { StateMark } from '../../part/StateMark.tsx'
import type { Answer } from '../../remote/contracts.ts'
import type { Language, Texts } from '../../text/catalogue.ts'
import { cellText, daysText, type TableColumn } from '../rows/cell-columns.tsx'
import type { compareTexts } from './compare.texts.ts'

export type Change = Answer<'customs.table.compare'>['changes'][number]
type T = Texts<typeof compareTexts>

const states = { added: 'done', changed: 'runs', ended: 'refused' } as const

interface Step {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** What an entry said and says, field by field where it differs. */
function stepsOf(
  { before, after }: Change,
  columns: readonly TableColumn[],
  language: Language,
  t: T,
): Step[] {
  const source = { label: t.source, before: before?.source ?? '', after: after?.source ?? '' }
  const cells = columns
    .filter(column => !column.isKey)
    .map(column => ({
      label: column.label[language],
      before: before ? cellText(before.cells, column, language) : '',
      after: after ? cellText(after.cells, column, language) : '',
    }))
  return [...cells, source].filter(step => step.before !== step.after)
}

/** The columns of a list of changes. */
export function changeColumns(
  columns: readonly TableColumn[],
  t: T,
  language: Language,
  entry: (key: string) => ReactNode,
): Column<Change>[] {
  const words = (change: Change) =>
    stepsOf(change, columns, language, t)
      .map(({ label, before, after }) => `${label} ${[before, after].filter(Boolean).join(' → ')}`)
      .join('; ')
  return [
    {
      key: 'key',
      head: t.key,
      kind: 'figures',
      className: 'nowrap',
      text: change => change.key,
      cell: change => entry(change.key),
      narrow: 'title',
    },
    {
      key: 'kind',
      head: t.kind,
      className: 'nowrap',
      text: change => t[change.kind],
      cell: change => <StateMark state={states[change.kind]}>{t[change.kind]}</StateMark>,
      narrow: 'mark',
    },
    {
      key: 'what',
      head: t.what,
      className: 'change-what',
      text: words,
      cell: change => (
        <Steps steps={stepsOf(change, columns, language, t)} isBoth={change.kind === 'changed'} />
      ),
    },
    {
      key: 'days',
      head: t.days,
      kind: 'figures',
      className: 'nowrap second',
      text: ({ before, after }) => {
        const side = after ?? before
        return side ? daysText(side) : ''
      },
    },
  ]
}

function Steps({ steps, isBoth }: { steps: readonly Step[]; isBoth: boolean }) {
  if (steps.length === 0) return <span className="quiet">—</span>
  return (
    <ul className="change-steps">
      {steps.map(({ label, before, after }) => (
        <li key={label}>
          <span className="quiet">{label}</span>{' '}
          {isBoth ? (
            <>
              <del className="figures">{before || '—'}</del> → <ins className="figures">{after || '—'}</ins>
            </>
          ) : (
            <span className="figures">{after || before}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
