import { chooseScheme, schemeNow } from '../look/scheme.ts'
import type { Permission } from '../remote/calls/index.ts'
import { useWho } from '../remote/session.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { paletteTexts } from './palette.texts.ts'
import { shellTexts } from './shell.texts.ts'
import type { Found } from './use-found.ts'
import { waysFor } from './way-list.ts'

interface Action {
  readonly key: Extract<keyof typeof paletteTexts, string>
  readonly needs: Permission
  readonly to: string
}

/** What can be begun from anywhere, and what one must be allowed to do for it. */
const all: readonly Action[] = [
  { key: 'newPlan', needs: 'customs.plan.write', to: '/plans/new' },
  { key: 'todo', needs: 'customs.declaration.read', to: '/declarations/all?what=todo' },
  { key: 'declarant', needs: 'customs.declarant.write', to: '/declarations/declarant' },
  { key: 'guarantee', needs: 'customs.guarantee.manage', to: '/covers/guarantees/new' },
  { key: 'announce', needs: 'market.receipt.announce', to: '/stock/receipts/new' },
  { key: 'order', needs: 'market.transfer.order', to: '/stock/transfers/new' },
  { key: 'count', needs: 'market.count.write', to: '/stock/counts/new' },
  { key: 'open', needs: 'ledger.account.open', to: '/ledger/accounts/new' },
]

/** Pages and actions that somebody has. */
export function usePages(): { pages: readonly Found[]; actions: readonly Found[] } {
  const t = useTexts(paletteTexts)
  const names = useTexts(shellTexts)
  const { language, choose } = useLanguage()
  const { who } = useWho()
  const ways = waysFor(who?.permissions)
  const may = all.filter(({ needs }) => who?.permissions.includes(needs))
  return {
    pages: ways.map(({ to, name }) => ({ key: name, label: names[name], to })),
    actions: [
      ...may.map(({ key, to }) => ({ key, label: t[key], to })),
      ...(who ? [{ key: 'account', label: t.account, to: '/account' }] : []),
      { key: 'language', label: t.language, run: () => choose(language === 'zh' ? 'en' : 'zh') },
      {
        key: 'scheme',
        label: t.scheme,
        run: () => chooseScheme(schemeNow() === 'dark' ? 'light' : 'dark'),
      },
    ],
  }
}
