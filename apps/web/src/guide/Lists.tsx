import type { Column } from '../list/column.ts'
import { Export } from '../list/Export.tsx'
import { Listed } from '../list/Listed.tsx'
import { Table } from '../list/Table.tsx'
import { Amount } from '../part/Amount.tsx'
import { type State, StateMark } from '../part/StateMark.tsx'
import { Refused } from '../remote/problem.ts'
import { useTexts } from '../text/language.tsx'
import { guideTexts } from './guide.texts.ts'
import { Part } from './Part.tsx'

interface Row {
  readonly number: string
  readonly party: string
  readonly state: State
  readonly total: string
}

const still = { error: null, again: () => undefined, more: undefined, isReading: false }

/** A list being read, empty, refused, and with rows. */
export function Lists() {
  const t = useTexts(guideTexts)
  const columns = useColumns()
  const rows: readonly Row[] = [
    { number: 'D26112400000001', party: t.recordName, state: 'runs', total: '18204.11' },
    { number: 'D26112400000002', party: t.long, state: 'refused', total: '-930.00' },
    { number: 'D26112400000003', party: t.recordName, state: 'done', total: '0.00' },
  ]
  const refused = new Refused({
    code: 'guide.example',
    status: 503,
    title: t.refusalTitle,
    remedy: t.refusalRemedy,
  })
  return (
    <Part id="list" name={t.list} about={t.listAbout}>
      <p>
        <Export name={t.list} columns={columns} rows={rows} />
      </p>
      <Table label={t.list} columns={columns} rows={rows} keyOf={row => row.number} />
      <div className="guide-pair">
        <div>
          <h3>{t.reading}</h3>
          <Listed of={{ ...still, rows: undefined }} empty="">
            {() => null}
          </Listed>
        </div>
        <div>
          <h3>{t.empty}</h3>
          <Listed of={{ ...still, rows: [] }} empty={t.nothing}>
            {() => null}
          </Listed>
        </div>
        <div>
          <h3>{t.refusedList}</h3>
          <Listed of={{ ...still, rows: undefined, error: refused }} empty="">
            {() => null}
          </Listed>
        </div>
      </div>
    </Part>
  )
}

function useColumns(): Column<Row>[] {
  const t = useTexts(guideTexts)
  return [
    {
      key: 'number',
      head: t.number,
      kind: 'figures',
      text: row => row.number,
      cell: row => (
        <a href="#list" data-row>
          {row.number}
        </a>
      ),
      narrow: 'title',
    },
    {
      key: 'state',
      head: t.states,
      text: row => t[row.state],
      cell: row => <StateMark state={row.state}>{t[row.state]}</StateMark>,
      narrow: 'mark',
    },
    { key: 'party', head: t.party, text: row => row.party },
    {
      key: 'total',
      head: t.total,
      unit: 'CNY',
      kind: 'number',
      text: row => row.total,
      cell: row => <Amount value={row.total} />,
      narrow: 'left',
    },
  ]
}
