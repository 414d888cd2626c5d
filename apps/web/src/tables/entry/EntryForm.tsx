import { Form } from '../../form/Form.tsx'
import { TextField } from '../../form/fields.tsx'
import type { Problem } from '../../remote/problem.ts'
import { useTexts } from '../../text/language.tsx'
import type { TableColumn } from '../rows/cell-columns.tsx'
import { ColumnField } from './ColumnField.tsx'
import { entryTexts } from './entry.texts.ts'

/** An entry as it is typed. */
export interface Typed {
  readonly cells: Readonly<Record<string, string>>
  readonly from: string
  readonly to: string
  readonly source: string
  readonly reason: string
}

interface Props {
  /** The register's columns; none of them where an entry ends. */
  columns: readonly TableColumn[]
  typed: Typed
  change: (typed: Typed) => void
  /** The entry is there already: what names it stays. */
  isThere: boolean
  isEnding?: boolean
  problem: Problem | undefined
  isRunning: boolean
  send: () => void
  cancel: () => void
}

/** The form of an entry: the register's own fields, then its days, its source and why. */
export function EntryForm(props: Props) {
  const { columns, typed, change, isThere, isEnding, problem, isRunning, send, cancel } = props
  const t = useTexts(entryTexts)
  const set = (part: Partial<Typed>) => change({ ...typed, ...part })
  return (
    <div className="sheet form-sheet">
      <Form
        problem={problem}
        send={send}
        testId="entry-form"
        actions={
          <>
            <button type="submit" className="button main" disabled={isRunning} data-testid="entry-save">
              {isEnding ? t.end : t.save}
            </button>
            <button type="button" className="button" onClick={cancel}>
              {t.cancel}
            </button>
          </>
        }
      >
        {isEnding ? (
          <p className="second">{t.endAbout}</p>
        ) : (
          <div className="entry-fields">
            {columns.map(column => (
              <ColumnField
                key={column.name}
                column={column}
                value={typed.cells[column.name] ?? ''}
                change={value => set({ cells: { ...typed.cells, [column.name]: value } })}
                isFixed={isThere && column.isKey}
              />
            ))}
          </div>
        )}
        <div className="form-pair">
          <TextField
            place="/from"
            label={`${isEnding ? t.endFrom : t.from} *`}
            kind="date"
            value={typed.from}
            change={from => set({ from })}
            about={isThere && !isEnding ? t.editDays : undefined}
            testId="entry-from"
          />
          {isEnding ? null : (
            <TextField
              place="/to"
              label={t.to}
              kind="date"
              about={t.toAbout}
              value={typed.to}
              change={to => set({ to })}
              testId="entry-to"
            />
          )}
        </div>
        <TextField
          place="/source"
          label={`${t.source} *`}
          about={t.sourceAbout}
          value={typed.source}
          change={source => set({ source })}
          testId="entry-source"
        />
        <TextField
          place="/reason"
          label={`${t.reason} *`}
          about={t.reasonAbout}
          value={typed.reason}
          change={reason => set({ reason })}
          testId="entry-reason"
        />
      </Form>
    </div>
  )
}

/** What the command takes of it: empty cells and an open end stay away. */
export function asInput({ cells, from, to, source, reason }: Typed) {
  const filled = Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, text.trim()]))
  return {
    cells: Object.fromEntries(Object.entries(filled).filter(([, text]) => text !== '')),
    from,
    ...(to ? { to } : {}),
    source: source.trim(),
    reason: reason.trim(),
  }
}
