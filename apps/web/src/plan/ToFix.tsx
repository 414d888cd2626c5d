import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Bones } from '../part/Bones.tsx'
import { Refusal } from '../part/Refusal.tsx'
import { Scroll } from '../part/Scroll.tsx'
import { ask } from '../remote/call.ts'
import type { Plan, RefusedOrder } from '../remote/contracts.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { toFixTexts } from './to-fix.texts.ts'

const limit = 200

/** The rows that were refused: sheet, row, column, what was found, what to do. */
export function ToFix({ plan }: { plan: Plan }) {
  const t = useTexts(toFixTexts)
  const list = useInfiniteQuery({
    queryKey: ['customs.plan.refused', plan.id],
    queryFn: ({ pageParam, signal }) =>
      ask('customs.plan.refused', { id: plan.id, limit, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next,
  })
  const refused = list.data?.pages.flatMap(page => page.refused)
  if (list.error) return <Refusal error={list.error} again={() => list.refetch()} />
  if (!refused) return <Bones />
  if (refused.length === 0) return <p className="sheet empty">{t.nothing}</p>
  return (
    <>
      <p className="second to-fix-about">
        {t.about} <Link to="/plans/new">{t.again} →</Link>
      </p>
      <Scroll label={t.found} className="sheet">
        <table className="rows to-fix" data-testid="to-fix">
          <thead>
            <tr>
              <th scope="col" className="nowrap">
                {t.sheet}
              </th>
              <th scope="col" className="num">
                {t.row}
              </th>
              <th scope="col">{t.column}</th>
              <th scope="col">{t.order}</th>
              <th scope="col">{t.found}</th>
              <th scope="col">{t.code}</th>
            </tr>
          </thead>
          <tbody>
            {refused.map(one => (
              <Fault key={`${one.sheet} ${one.row} ${one.column} ${one.orderNo} ${one.code}`} fault={one} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {list.hasNextPage ? (
        <button type="button" className="button" onClick={() => list.fetchNextPage()}>
          {t.more}
        </button>
      ) : null}
    </>
  )
}

function Fault({ fault }: { fault: RefusedOrder }) {
  const { language } = useLanguage()
  return (
    <tr>
      <td className="nowrap">{fault.sheet}</td>
      <td className="num">
        <b>{fault.row}</b>
      </td>
      <td>
        <b>{fault.column}</b>
      </td>
      <td className="figures nowrap">{fault.orderNo}</td>
      <td className="to-fix-text">{fault.text[language]}</td>
      <td className="code quiet nowrap">{fault.code}</td>
    </tr>
  )
}
