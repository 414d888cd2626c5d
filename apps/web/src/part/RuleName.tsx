import { Link } from '@tanstack/react-router'
import { rulePath } from '../rules/search.ts'
import { useLanguage } from '../text/language.tsx'

interface Named {
  readonly id: string
  readonly title?: { readonly zh: string; readonly en: string } | undefined
}

/** A rule as people call it, with the id that engineers know it by; it opens the rule at the day it was used on. */
export function RuleName({ rule, date }: { rule: Named; date: string }) {
  const { language } = useLanguage()
  return (
    <>
      <Link
        to="/rules/$id"
        params={{ id: rulePath(rule.id) }}
        search={{ date }}
        className={rule.title ? undefined : 'code'}
      >
        {rule.title?.[language] ?? rule.id}
      </Link>
      {rule.title ? <span className="unit code">{rule.id}</span> : null}
    </>
  )
}
