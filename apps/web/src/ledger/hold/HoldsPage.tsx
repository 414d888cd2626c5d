import { Export } from '../../list/Export.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Table } from '../../list/Table.tsx'
import { usePages } from '../../list/use-pages.ts'
import { useTitle } from '../../part/title.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { ledgerTexts } from '../ledger.texts.ts'
import { holdColumns } from './hold-columns.tsx'
import { holdsTexts } from './holds.texts.ts'

const limit = 100

/** All that is held now, over every account that the reader may see. */
export function HoldsPage() {
  const t = { ...useTexts(ledgerTexts), ...useTexts(holdsTexts) }
  useTitle(t.title)
  const { language } = useLanguage()
  const holds = usePages(
    'ledger.hold.list',
    { limit },
    { rows: answer => answer.holds, next: answer => (answer.more ? answer.holds.at(-1)?.cursor : undefined) },
  )
  const columns = holdColumns(t, language)
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={holds.rows?.length ? <Export name={t.title} columns={columns} rows={holds.all} /> : null}
      />
      <Listed of={holds} empty={t.nothing}>
        {rows => (
          <Table label={t.title} columns={columns} rows={rows} keyOf={hold => hold.id} testId="holds" />
        )}
      </Listed>
    </>
  )
}
