import { getRouteApi, Link } from '@tanstack/react-router'
import { Asked } from '../../part/Asked.tsx'
import { Fact } from '../../part/Fact.tsx'
import { useTitle } from '../../part/title.ts'
import type { Answer } from '../../remote/contracts.ts'
import { useAsk } from '../../remote/use-query.ts'
import { Lost } from '../../shell/Lost.tsx'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Holders } from './Holders.tsx'
import { byModule, grantable, isHeldBy, operationsOf, type Permitted } from './permissions.ts'
import { rolesTexts } from './roles.texts.ts'

const route = getRouteApi('/admin/roles/of/$id')
type Role = Answer<'kernel.role.list'>['roles'][number]

/** One role: what its holders may do, how far they see, who they are. */
export function RolePage() {
  const { id } = route.useParams()
  return (
    <Asked of={useAsk('kernel.role.list', { counted: true })}>
      {({ roles }) => {
        const role = roles.find(each => each.id === id)
        return role ? <Whole role={role} /> : <Lost />
      }}
    </Asked>
  )
}

function Whole({ role }: { role: Role }) {
  const t = useTexts(rolesTexts)
  const { language } = useLanguage()
  useTitle(role.name[language])
  return (
    <>
      <header className="record-head" data-testid="role-head">
        <Link to="/admin/roles" data-back className="record-up">
          ← {t.all}
        </Link>
        <h1>
          {role.name[language]} <span className="code">{role.id}</span>
        </h1>
        <dl className="facts">
          <Fact name={t.scope}>{t[role.scope as 'own'] ?? role.scope}</Fact>
          <Fact name={t.holders}>{role.holders}</Fact>
          {role.source ? <Fact name={t.source}>{t.packFile(role.source.pack, role.source.file)}</Fact> : null}
        </dl>
        {role.secondFactor ? (
          <p className="remark">
            {t.factorNeeded(role.secondFactor.reason[language])}{' '}
            <span className="quiet">{role.secondFactor.source}</span>
          </p>
        ) : null}
      </header>
      <h2 className="section">{t.may}</h2>
      <Asked of={useAsk('kernel.permission.list', {})}>
        {({ permissions }) => (
          <div className="sheet may" data-testid="may">
            {byModule(grantable(permissions).filter(each => isHeldBy(each, role.id))).map(([module, of]) => (
              <section key={module}>
                <h3>{t[module as 'kernel'] ?? module}</h3>
                <dl>
                  {of.map(each => (
                    <Permission key={each.permission} of={each} />
                  ))}
                </dl>
              </section>
            ))}
            <p className="quiet">{t.everyone}</p>
          </div>
        )}
      </Asked>
      <h2 className="section">{t.holders}</h2>
      <Holders role={role.id} />
    </>
  )
}

/** A permission by what it lets one do. */
function Permission({ of }: { of: Permitted }) {
  const { language } = useLanguage()
  return (
    <div className="may-one">
      <dt className="code">{of.permission}</dt>
      <dd>{operationsOf(of, language).join(language === 'zh' ? '；' : '; ')}</dd>
    </div>
  )
}
