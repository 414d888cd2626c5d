import { useLanguage } from '../text/language.tsx'

interface Named {
  readonly id: string
  readonly title?: { readonly zh: string; readonly en: string } | undefined
}

/** A rule as people call it, with the id that engineers know it by. */
export function RuleName({ rule }: { rule: Named }) {
  const { language } = useLanguage()
  if (!rule.title) return <span className="code">{rule.id}</span>
  return (
    <>
      {rule.title[language]}
      <span className="unit code">{rule.id}</span>
    </>
  )
}
