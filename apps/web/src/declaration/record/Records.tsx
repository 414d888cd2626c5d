import type { Column } from '../../list/column.ts'
import { Table } from '../../list/Table.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import type { DeclarationRecord } from '../../remote/declarations.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Part } from '../Part.tsx'
import { saidText } from '../said.ts'
import { markOf, stateTexts, stateWord } from '../words.ts'
import { recordTexts } from './record.texts.ts'

/** What is told to the customs of it, record by record, and how far each is. */
export function Records({ records }: { records: readonly DeclarationRecord[] }) {
  const t = useTexts(recordTexts)
  const states = useTexts(stateTexts)
  const { language } = useLanguage()
  if (records.length === 0) return null
  const columns: Column<DeclarationRecord>[] = [
    {
      key: 'kind',
      head: t.kind,
      text: record => `${record.kind} ${record.title[language]}`,
      cell: record => (
        <>
          {record.title[language]}
          <span className="unit">
            <span className="code">{record.kind}</span>
            {record.attempt > 1 ? ` · ${t.attempt} ${record.attempt}` : ''}
          </span>
        </>
      ),
      narrow: 'title',
    },
    {
      key: 'state',
      head: t.state,
      text: record => stateWord(states, record.state),
      cell: record => <StateMark state={markOf(record.state)}>{stateWord(states, record.state)}</StateMark>,
      narrow: 'mark',
    },
    {
      key: 'key',
      head: t.key,
      kind: 'figures',
      text: record => record.key.filter(Boolean).join(' '),
      cell: record => (
        <>
          <span className="breaks">{record.key.filter(Boolean).at(-1)}</span>
          {record.listNo ? <span className="unit">{record.listNo}</span> : null}
          {record.said ? <span className="unit breaks">{saidText(record.said)}</span> : null}
        </>
      ),
      className: 'breaks',
    },
  ]
  return (
    <Part name={t.records}>
      <Table
        label={t.records}
        columns={columns}
        rows={records}
        keyOf={record => record.id}
        isBare
        testId="records"
      />
    </Part>
  )
}
