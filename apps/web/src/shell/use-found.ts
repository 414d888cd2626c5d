import { useDeferredValue } from 'react'
import { chooseScheme, schemeNow } from '../look/scheme.ts'
import { useWho } from '../remote/session.ts'
import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { paletteTexts } from './palette.texts.ts'

export interface Found {
  readonly key: string
  readonly kind: string
  readonly label: string
  readonly note?: string
  /** The address it opens, or what it does. */
  readonly to?: string
  readonly run?: () => void
}

const most = 8

/** What the palette offers for some words: pages and actions first, then plans, then rows of the letter. */
export function useFound(words: string): readonly Found[] {
  const t = useTexts(paletteTexts)
  const { language, choose } = useLanguage()
  const search = useDeferredValue(words.trim())
  const { who } = useWho()
  const plans = useAsk(
    'customs.plan.list',
    { search, limit: most },
    { enabled: Boolean(who) && search !== '' },
  )
  const letter = useAsk('letter.row.list', {}, { enabled: search !== '' })
  const pages: Found[] = [
    { key: 'letter', kind: t.page, label: t.letter, to: '/' },
    { key: 'plans', kind: t.page, label: t.plans, to: '/plans' },
    { key: 'new', kind: t.action, label: t.newPlan, to: '/plans/new' },
    { key: 'rules', kind: t.page, label: t.rules, to: '/rules' },
    { key: 'tables', kind: t.page, label: t.tables, to: '/tables' },
    {
      key: 'language',
      kind: t.action,
      label: t.language,
      run: () => choose(language === 'zh' ? 'en' : 'zh'),
    },
    {
      key: 'scheme',
      kind: t.action,
      label: t.scheme,
      run: () => chooseScheme(schemeNow() === 'dark' ? 'light' : 'dark'),
    },
  ]
  const has = (text: string) => text.toLowerCase().includes(search.toLowerCase())
  if (search === '') return pages
  const rows = (letter.data?.rows ?? []).filter(row => String(row.row) === search || has(row.title[language]))
  return [
    ...pages.filter(page => has(page.label)),
    ...(plans.data?.plans ?? []).map(plan => ({
      key: plan.id,
      kind: t.plan,
      label: plan.name,
      note: plan.number,
      to: `/plans/${plan.id}`,
    })),
    ...rows.slice(0, most).map(row => ({
      key: `row-${row.row}`,
      kind: t.row,
      label: row.title[language],
      note: String(row.row),
      to: `/#row-${row.row}`,
    })),
  ]
}
