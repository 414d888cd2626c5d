import { getRouteApi, Link } from '@tanstack/react-router'
import { Export } from '../list/Export.tsx'
import { Listed } from '../list/Listed.tsx'
import { Table } from '../list/Table.tsx'
import { usePages } from '../list/use-pages.ts'
import type { Plan } from '../remote/contracts.ts'
import { useMay } from '../remote/session.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { faultColumns } from './fault-columns.tsx'
import { FixPanel } from './fix/FixPanel.tsx'
import { toFixTexts } from './to-fix.texts.ts'

const route = getRouteApi('/desk/plans/$id')
const limit = 200

/** The rows that were refused: sheet, row, column, what was found, what to do. */
export function ToFix({ plan }: { plan: Plan }) {
  const t = useTexts(toFixTexts)
  const { language } = useLanguage()
  const { fix } = route.useSearch()
  const mayFix = useMay('customs.plan.write')
  const faults = usePages(
    'customs.plan.refused',
    { id: plan.id, limit },
    { rows: answer => answer.refused, next: answer => answer.next },
  )
  const columns = faultColumns(t, language, plan.id, mayFix)
  return (
    <>
      {fix !== undefined && mayFix ? <FixPanel key={fix} plan={plan} position={Number(fix)} /> : null}
      <Listed of={faults} empty={t.nothing}>
        {rows => (
          <>
            <p className="second to-fix-about">
              {t.about} <Link to="/plans/new">{t.again} →</Link>
              <Export name={`${plan.number} ${t.found}`} columns={columns} rows={faults.all} />
            </p>
            <Table
              label={t.found}
              columns={columns}
              rows={rows}
              keyOf={one => String(one.position)}
              className="to-fix"
              testId="to-fix"
            />
          </>
        )}
      </Listed>
    </>
  )
}
