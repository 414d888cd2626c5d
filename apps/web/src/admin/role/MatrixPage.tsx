import { getRouteApi, Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Filters } from '../../list/Filters.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Search } from '../../list/Search.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { Asked } from '../../part/Asked.tsx'
import { Scroll } from '../../part/Scroll.tsx'
import { useTitle } from '../../part/title.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { useRoles } from '../part/use-role-names.ts'
import { byModule, grantable, isAbout, isHeldBy, operationsOf, type Permitted } from './permissions.ts'
import { RoleViews } from './RoleViews.tsx'
import { rolesTexts } from './roles.texts.ts'

const route = getRouteApi('/admin/roles/matrix')

/** Every permission against every role; on a phone each permission with the roles that have it. */
export function MatrixPage() {
  const t = useTexts(rolesTexts)
  useTitle(`${t.title} · ${t.matrix}`)
  const wanted = route.useSearch()
  const words = useDeferredValue(wanted.q ?? '')
  const change = useFilters<{ q?: string }>()
  return (
    <>
      <PageHead title={t.title} lead={t.everyone}>
        <RoleViews />
        <Filters clear={wanted.q ? () => change({ q: undefined }) : undefined}>
          <Search label={t.find} hint={t.findHint} value={wanted.q} change={q => change({ q })} />
        </Filters>
      </PageHead>
      <Asked of={useAsk('kernel.permission.list', {})}>
        {({ permissions }) => {
          const shown = grantable(permissions).filter(each => isAbout(each, words))
          return shown.length === 0 ? <div className="sheet empty">{t.notFound}</div> : <Matrix of={shown} />
        }}
      </Asked>
    </>
  )
}

function Matrix({ of }: { of: readonly Permitted[] }) {
  const t = useTexts(rolesTexts)
  const { language } = useLanguage()
  const { roles } = useRoles()
  return (
    <Scroll label={t.matrix} className="sheet matrix-box">
      <table className="rows matrix" aria-label={t.matrix} data-testid="matrix">
        <thead>
          <tr>
            <th scope="col">{t.permissions}</th>
            {roles.map(({ id, name }) => (
              <th key={id} scope="col" className="matrix-role">
                <Link to="/admin/roles/of/$id" params={{ id }} title={name[language]}>
                  {name[language]}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        {byModule(of).map(([module, group]) => (
          <tbody key={module}>
            <tr className="list-group">
              <th colSpan={roles.length + 1} scope="rowgroup">
                {t[module as 'kernel'] ?? module}
              </th>
            </tr>
            {group.map(each => (
              <tr key={each.permission} data-testid={`permission-${each.permission}`}>
                <th scope="row" className="matrix-what">
                  <Operations of={operationsOf(each, language)} />
                  <span className="code quiet">{each.permission}</span>
                  {each.roles.length === 0 ? <span className="quiet">{t.nobody}</span> : null}
                </th>
                {roles.map(({ id, name }) => (
                  <td key={id} className={isHeldBy(each, id) ? 'has' : 'has-not'} data-role={name[language]}>
                    <span className="unseen">{isHeldBy(each, id) ? t.has : t.hasNot}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  )
}

const first = 3

/** The first operations, and the others on demand: some permissions are good for a dozen. */
function Operations({ of }: { of: readonly string[] }) {
  const t = useTexts(rolesTexts)
  const { language } = useLanguage()
  const joint = language === 'zh' ? '；' : '; '
  const rest = of.slice(first)
  return (
    <>
      {of.slice(0, first).join(joint)}
      {rest.length > 0 ? (
        <details>
          <summary>{t.andMore(rest.length)}</summary>
          {rest.join(joint)}
        </details>
      ) : null}
    </>
  )
}
