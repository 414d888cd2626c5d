import { createRoute, redirect } from '@tanstack/react-router'
import { root } from '../root.tsx'
import { lazyRouteComponent } from '../shell/lazy-page.ts'
import { accountSearch, accountsSearch, periodsSearch } from './search.ts'

const ledger = createRoute({
  getParentRoute: () => root,
  path: '/ledger',
  component: lazyRouteComponent(() => import('./LedgerDesk.tsx'), 'LedgerDesk'),
})

const first = createRoute({
  getParentRoute: () => ledger,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/ledger/accounts' })
  },
})

const accounts = createRoute({
  getParentRoute: () => ledger,
  path: '/accounts',
  validateSearch: accountsSearch,
  component: lazyRouteComponent(() => import('./AccountsPage.tsx'), 'AccountsPage'),
})

const open = createRoute({
  getParentRoute: () => ledger,
  path: '/accounts/new',
  component: lazyRouteComponent(() => import('./OpenAccountPage.tsx'), 'OpenAccountPage'),
})

const account = createRoute({
  getParentRoute: () => ledger,
  path: '/accounts/$id',
  validateSearch: accountSearch,
  component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
})

const holds = createRoute({
  getParentRoute: () => ledger,
  path: '/holds',
  component: lazyRouteComponent(() => import('./hold/HoldsPage.tsx'), 'HoldsPage'),
})

const periods = createRoute({
  getParentRoute: () => ledger,
  path: '/periods',
  validateSearch: periodsSearch,
  component: lazyRouteComponent(() => import('./period/PeriodsPage.tsx'), 'PeriodsPage'),
})

const transfer = createRoute({
  getParentRoute: () => ledger,
  path: '/transfers/$id',
  component: lazyRouteComponent(() => import('./transfer/TransferPage.tsx'), 'TransferPage'),
})

export const ledgerRoutes = ledger.addChildren([first, accounts, open, account, holds, periods, transfer])
