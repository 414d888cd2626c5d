import type { Column } from '../../list/column.ts'
import { Table } from '../../list/Table.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import type { Language, Texts } from '../../text/catalogue.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { cellText, daysText, shownColumns, type TableColumn, type TableInfo } from '../rows/cell-columns.tsx'
import type { Entry } from './EntryPage.tsx'
import { entryTexts } from './entry.texts.ts'

type Version = Entry['versions'][number]
type T = Texts<typeof entryTexts>

/** All versions of an entry: those that stand first, then what was believed before, each with who and why. */
export function Versions({ info, versions }: { info: TableInfo; versions: readonly Version[] }) {
  const t = useTexts(entryTexts)
  const { language } = useLanguage()
  const columns = shownColumns(info.columns, versions).filter(column => !column.isKey)
  return (
    <section aria-label={t.versions} className="table-batches">
      <h2>{t.versions}</h2>
      <Table
        label={t.versions}
        columns={versionColumns(columns, t, language)}
        rows={versions}
        keyOf={version => `${version.from} ${version.since.importedAt} ${version.until?.importedAt}`}
        testId="versions"
      />
    </section>
  )
}

const entered = ({ since }: Version, language: Language) =>
  [dayAndTime(since.importedAt), since.by?.[language]].filter(Boolean).join(' ')

const says = (version: Version, columns: readonly TableColumn[], language: Language) =>
  columns
    .map(column => [column.label[language], cellText(version.cells, column, language)] as const)
    .filter(([, text]) => text !== '')

const versionColumns = (columns: readonly TableColumn[], t: T, language: Language): Column<Version>[] => [
  { key: 'days', head: t.days, kind: 'figures', className: 'nowrap', text: daysText, narrow: 'title' },
  {
    key: 'state',
    head: '',
    className: 'nowrap',
    text: version => (version.until ? t.replaced : t.stands),
    cell: version => (
      <StateMark state={version.until ? 'idle' : 'done'}>{version.until ? t.replaced : t.stands}</StateMark>
    ),
    narrow: 'mark',
  },
  {
    key: 'says',
    head: t.says,
    className: 'version-says',
    text: version =>
      says(version, columns, language)
        .map(([label, text]) => `${label} ${text}`)
        .join(' · '),
    cell: version => (
      <dl className="version-cells">
        {says(version, columns, language).map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="figures">{text}</dd>
          </div>
        ))}
      </dl>
    ),
  },
  {
    key: 'source',
    head: t.source,
    className: 'tables-source',
    text: ({ source, since }) => [source ?? since.source, since.reason].filter(Boolean).join(' · '),
    cell: ({ source, since }) => (
      <>
        {source ?? since.source}
        {since.reason ? (
          <span className="unit">
            {t.reason} {since.reason}
          </span>
        ) : null}
      </>
    ),
  },
  { key: 'edition', head: t.edition, text: version => version.since.edition, narrow: 'left' },
  {
    key: 'entered',
    head: t.entered,
    kind: 'figures',
    className: 'second',
    text: version => entered(version, language),
    narrow: 'right',
  },
]
