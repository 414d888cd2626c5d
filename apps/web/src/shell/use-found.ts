import { useDeferredValue } from 'react'
import { chooseScheme, schemeNow } from '../look/scheme.ts'
import { useWho } from '../remote/session.ts'
import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { paletteTexts } from './palette.texts.ts'
import { waysFor } from './way-list.ts'

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
  const may = (permission: string) => who?.permissions.includes(permission) ?? false
  const plans = useAsk(
    'customs.plan.list',
    { search, limit: most },
    { enabled: may('customs.plan.read') && search !== '' },
  )
  const declarations = useAsk(
    'customs.declaration.list',
    { search, limit: most },
    { enabled: may('customs.declaration.read') && search !== '' },
  )
  const letter = useAsk('letter.row.list', {}, { enabled: search !== '' })
  const articles = useAsk(
    'market.article.list',
    { search, limit: most },
    { enabled: may('market.article.read') && search !== '' },
  )
  const ways: Found[] = waysFor(who?.permissions).map(({ to, name }) => ({
    key: name,
    kind: t.page,
    label: t[name],
    to,
  }))
  const actions = (
    [
      { key: 'new', needs: 'customs.plan.write', label: t.newPlan, to: '/plans/new' },
      {
        key: 'todo',
        needs: 'customs.declaration.read',
        label: t.todo,
        to: '/declarations/all?what=todo',
      },
      {
        key: 'declarant',
        needs: 'customs.declarant.write',
        label: t.declarant,
        to: '/declarations/declarant',
      },
      { key: 'announce', needs: 'market.receipt.announce', label: t.announce, to: '/stock/receipts/new' },
      { key: 'order', needs: 'market.transfer.order', label: t.order, to: '/stock/transfers/new' },
      { key: 'count', needs: 'market.count.write', label: t.count, to: '/stock/counts/new' },
      { key: 'open', needs: 'ledger.account.open', label: t.open, to: '/ledger/accounts/new' },
    ] as const
  ).filter(({ needs }) => may(needs))
  const pages: Found[] = [
    ...ways,
    ...actions.map(({ key, label, to }) => ({ key, kind: t.action, label, to })),
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
    ...(declarations.data?.declarations ?? []).map(each => ({
      key: each.id,
      kind: t.declaration,
      label: each.number,
      note: each.orderNo ?? each.listNo,
      to: `/declarations/${each.id}`,
    })),
    ...(articles.data?.articles ?? []).map(article => ({
      key: article.id,
      kind: t.article,
      label: article.name[language],
      note: article.sku,
      to: `/stock/articles/${article.id}`,
    })),
    ...rows.slice(0, most).map(row => ({
      key: `row-${row.row}`,
      kind: t.row,
      label: row.title[language],
      note: String(row.row),
      to: `/letter#row-${row.row}`,
    })),
  ]
}
