import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { Table } from '../../list/Table.tsx'
import { grouped } from '../../part/amount.ts'
import { downloadAddress } from '../../remote/call.ts'
import { useAsk } from '../../remote/use-query.ts'
import type { Language, Texts } from '../../text/catalogue.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { changeColumns } from '../compare/Changed.tsx'
import { compareTexts } from '../compare/compare.texts.ts'
import { tablePath } from '../table-names.ts'
import { importTexts } from './import.texts.ts'
import { type Import, placeOf } from './states.ts'

type Preview = NonNullable<Import['preview']>

/** What was found in a file: how many rows, which of them are refused and why, what would change. */
export function Found({ of, preview }: { of: Import; preview: Preview }) {
  const t = useTexts(importTexts)
  const { language } = useLanguage()
  const figures = [
    [t.read, preview.rows],
    [t.refusedRows, preview.refusedRows],
    [t.added, preview.added],
    [t.changed, preview.changed],
    [t.ended, preview.ended],
    [t.unchanged, preview.unchanged],
    [t.noted, preview.noted],
  ] as const
  return (
    <>
      <dl className="sheet import-figures" data-testid="import-figures">
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figures">{grouped(String(figure))}</dd>
          </div>
        ))}
      </dl>
      {preview.refusedRows > 0 ? (
        <section className="table-batches" aria-label={t.refusals}>
          <h2>{t.refusals}</h2>
          <p className="second import-about">
            {t.refusalsAbout}{' '}
            <a
              href={downloadAddress('customs.import.refused', { id: of.id })}
              download
              data-testid="import-refused-book"
            >
              {t.download}
            </a>
          </p>
          <Table
            label={t.refusals}
            columns={refusalColumns(t, language)}
            rows={preview.refused}
            keyOf={each => `${each.place} ${each.code}`}
            testId="import-refused"
          />
        </section>
      ) : null}
      <Changes of={of} preview={preview} />
    </>
  )
}

function Changes({ of, preview }: { of: Import; preview: Preview }) {
  const t = useTexts(importTexts)
  const words = useTexts(compareTexts)
  const { language } = useLanguage()
  const info = useAsk('customs.table.get', { table: of.table })
  if (preview.added + preview.changed + preview.ended === 0) return <p className="remark">{t.nothing}</p>
  if (!info.data) return null
  const columns = changeColumns(info.data.columns, words, language, key => (
    <Link to="/tables/$table/$key" params={{ table: tablePath(of.table), key }}>
      {key}
    </Link>
  ))
  return (
    <section className="table-batches" aria-label={t.changes}>
      <h2>{t.changes}</h2>
      <Table
        label={t.changes}
        columns={columns}
        rows={preview.samples}
        keyOf={each => `${each.kind} ${each.key}`}
        testId="import-changes"
      />
    </section>
  )
}

type Refused = Preview['refused'][number]

const refusalColumns = (t: Texts<typeof importTexts>, language: Language): Column<Refused>[] => [
  { key: 'row', head: t.row, kind: 'figures', text: each => placeOf(each.place).row, narrow: 'left' },
  {
    key: 'cell',
    head: t.cell,
    className: 'nowrap',
    text: each => placeOf(each.place).column,
    narrow: 'right',
  },
  { key: 'why', head: t.why, text: each => each.text[language] },
]
