import type { ReactNode } from 'react'
import { Missing } from '../../part/Missing.tsx'
import type { Permission } from '../../remote/calls/index.ts'
import { useWho } from '../../remote/session.ts'
import { catalogue } from '../../text/catalogue.ts'
import { useTexts } from '../../text/language.tsx'

const texts = catalogue({
  not: { zh: '您的角色看不到这一页', en: 'Your roles do not open this page' },
})

/** A page that asks again and again: for whoever may not see it nothing is asked at all. */
export function OnlyFor({ permission, children }: { permission: Permission; children: ReactNode }) {
  const t = useTexts(texts)
  const { who } = useWho()
  if (who === undefined) return null
  if (who?.permissions.includes(permission)) return children
  return (
    <div className="refusal" role="alert" data-testid="not-allowed">
      <p className="title">{t.not}</p>
      {who ? (
        <dl>
          <Missing permission={permission} />
        </dl>
      ) : null}
    </div>
  )
}
