import { getRouteApi } from '@tanstack/react-router'
import { Choice } from '../../list/Choice.tsx'
import type { Column } from '../../list/column.ts'
import { Filters } from '../../list/Filters.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Table } from '../../list/Table.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { Asked } from '../../part/Asked.tsx'
import { useTitle } from '../../part/title.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { useRoles } from '../part/use-role-names.ts'
import { differenceOf, grantable, operationsOf, type Permitted } from './permissions.ts'
import { RoleViews } from './RoleViews.tsx'
import { rolesTexts } from './roles.texts.ts'

const route = getRouteApi('/admin/roles/compare')

/** Two roles held against each other: what only one of them may do, and what both may. */
export function ComparePage() {
  const t = useTexts(rolesTexts)
  useTitle(`${t.title} · ${t.compare}`)
  const { language } = useLanguage()
  const { a, b } = route.useSearch()
  const change = useFilters<{ a?: string; b?: string }>()
  const { roles } = useRoles()
  const options = roles.map(({ id, name }) => ({ value: id, name: name[language] }))
  const permissions = useAsk('kernel.permission.list', {})
  return (
    <>
      <PageHead title={t.title}>
        <RoleViews />
        <Filters>
          <Choice
            label={t.first}
            every={t.choose}
            value={a}
            options={options}
            change={a => change({ a })}
            testId="role-a"
          />
          <Choice
            label={t.second}
            every={t.choose}
            value={b}
            options={options}
            change={b => change({ b })}
            testId="role-b"
          />
        </Filters>
      </PageHead>
      {a && b ? (
        <Asked of={permissions}>
          {answer => <Difference all={grantable(answer.permissions)} a={a} b={b} />}
        </Asked>
      ) : (
        <div className="sheet empty">{t.chooseBoth}</div>
      )}
    </>
  )
}

function Difference({ all, a, b }: { all: readonly Permitted[]; a: string; b: string }) {
  const t = useTexts(rolesTexts)
  const { language } = useLanguage()
  const { roles, roleName } = useRoles()
  const { onlyA, onlyB, both } = differenceOf(all, a, b)
  const groups = [
    [t.only(roleName(a), onlyA.length), onlyA],
    [t.only(roleName(b), onlyB.length), onlyB],
    [t.both(both.length), both],
  ] as const
  const columns: Column<Permitted>[] = [
    {
      key: 'operations',
      head: t.operations,
      text: each => operationsOf(each, language).join(language === 'zh' ? '；' : '; '),
      narrow: 'title',
    },
    { key: 'permission', head: t.permissions, kind: 'code', text: each => each.permission },
  ]
  const scope = (id: string) => {
    const found = roles.find(role => role.id === id)?.scope
    return found ? `${roleName(id)}：${t[found as 'own'] ?? found}` : ''
  }
  return (
    <>
      <p className="second compare-scopes">
        {t.scope} — {[...new Set([scope(a), scope(b)])].join(' · ')}
      </p>
      {onlyA.length + onlyB.length === 0 ? <p className="remark">{t.same}</p> : null}
      <Table
        label={t.compare}
        columns={columns}
        rows={[...onlyA, ...onlyB, ...both]}
        groups={groups.filter(([, rows]) => rows.length > 0)}
        keyOf={each => each.permission}
        testId="difference"
      />
    </>
  )
}
