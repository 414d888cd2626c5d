import { TextField } from '../../form/fields.tsx'
import { useTexts } from '../../text/language.tsx'
import { declarantTexts } from './declarant.texts.ts'
import { type NamedDraft, newRow } from './profile-draft.ts'

interface Props {
  place: string
  title: string
  about: string
  rows: readonly NamedDraft[]
  change: (rows: readonly NamedDraft[]) => void
}

const columns = ['book', 'code', 'name', 'creditCode'] as const

/** Firms by what order books call them, one a row. */
export function FirmTable({ place, title, about, rows, change }: Props) {
  const t = useTexts(declarantTexts)
  const heads = { book: t.inBook, code: t.code, name: t.name, creditCode: t.creditCode }
  return (
    <fieldset className="firm">
      <legend>{title}</legend>
      <p className="firm-about">{about}</p>
      {rows.length > 0 ? (
        <table className="firms">
          <thead>
            <tr>
              {columns.map(column => (
                <th key={column} scope="col">
                  {heads[column]}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place: it has no other name yet.
              <tr key={n}>
                {columns.map(column => (
                  <td key={column}>
                    <TextField
                      place={`${place}/${n}/${column}`}
                      label={heads[column]}
                      kind={column === 'code' || column === 'creditCode' ? 'code' : 'text'}
                      value={row[column]}
                      change={text => change(rows.with(n, { ...row, [column]: text }))}
                      testId={`declarant${place}/${n}/${column}`}
                    />
                  </td>
                ))}
                <td>
                  <button
                    type="button"
                    className="plain link"
                    aria-label={t.removeOf(row.book || row.name || String(n + 1))}
                    onClick={() => change(rows.toSpliced(n, 1))}
                  >
                    {t.remove}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <button
        type="button"
        className="plain link"
        onClick={() => change([...rows, newRow])}
        data-testid={`declarant-add${place}`}
      >
        + {t.add}
      </button>
    </fieldset>
  )
}
