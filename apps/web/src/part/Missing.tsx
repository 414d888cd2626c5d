import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { partTexts } from './part.texts.ts'

/** Of a permission that one lacks: what it is for, the roles that have it, and who can give them. */
export function Missing({ permission }: { permission: string }) {
  const t = useTexts(partTexts)
  const { language } = useLanguage()
  const { data } = useAsk('kernel.permission.explain', { permission })
  if (!data) return null
  const names = (texts: readonly { readonly zh: string; readonly en: string }[]) =>
    texts.map(each => each[language]).join(language === 'zh' ? '、' : ', ')
  return (
    <>
      {data.calls.length > 0 ? (
        <>
          <dt>{t.missingFor}</dt>
          <dd>{names(data.calls.slice(0, 3))}</dd>
        </>
      ) : null}
      {data.roles.length > 0 ? (
        <>
          <dt>{t.missingRoles}</dt>
          <dd>{names(data.roles)}</dd>
        </>
      ) : null}
      <dt>{t.missingGranters}</dt>
      <dd data-testid="granters">{names(data.granters)}</dd>
    </>
  )
}
