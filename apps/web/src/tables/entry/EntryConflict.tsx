import { Conflict } from '../../form/Conflict.tsx'
import { Asked } from '../../part/Asked.tsx'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { cellText, type TableColumn } from '../rows/cell-columns.tsx'
import type { Typed } from './EntryForm.tsx'
import type { Entry } from './EntryPage.tsx'
import { entryTexts } from './entry.texts.ts'

interface Props {
  table: string
  entryKey: string
  columns: readonly TableColumn[]
  /** The form as it was opened, and as it is typed. */
  base: Typed
  mine: Typed
  /** The form of the entry as it stands now. */
  formOf: (now: Entry) => Typed
  take: (chosen: Typed, now: Entry) => void
  leave: () => void
}

/** An entry that somebody else changed meanwhile: what stands now, and the choice field by field. */
export function EntryConflict({ table, entryKey, columns, base, mine, formOf, take, leave }: Props) {
  const t = useTexts(entryTexts)
  const { language } = useLanguage()
  const now = useAsk('customs.table.row', { table, key: entryKey })
  const flat = ({ cells, from, to, source }: Typed): Record<string, string> => ({
    ...Object.fromEntries(columns.map(({ name }) => [`cells ${name}`, cells[name] ?? ''])),
    from,
    to,
    source,
  })
  const columnOf = (field: string) => columns.find(({ name }) => `cells ${name}` === field)
  const own: Record<string, string> = { from: t.from, to: t.to, source: t.source }
  return (
    <Asked of={now}>
      {entry => {
        const newest = entry.versions.find(version => version.until === undefined) ?? entry.versions[0]
        return (
          <Conflict
            base={flat(base)}
            mine={flat(mine)}
            theirs={flat(formOf(entry))}
            by={newest?.since.by}
            at={newest?.since.importedAt}
            nameOf={field => columnOf(field)?.label[language] ?? own[field] ?? field}
            show={(field, of) => {
              const column = columnOf(field)
              return column
                ? cellText({ [column.name]: of[field] ?? '' }, column, language)
                : (of[field] ?? '')
            }}
            take={({ from = '', to = '', source = '', ...cells }) =>
              take(
                {
                  from,
                  to,
                  source,
                  reason: mine.reason,
                  cells: Object.fromEntries(
                    Object.entries(cells).map(([field, text]) => [field.slice('cells '.length), text]),
                  ),
                },
                entry,
              )
            }
            leave={leave}
          />
        )
      }}
    </Asked>
  )
}
