import { createRoute } from '@tanstack/react-router'
import { lazyRouteComponent } from '../shell/lazy-page.ts'
import { adminDesk } from './desk-route.ts'
import { accountsSearch, compareSearch, keysSearch, matrixSearch, partiesSearch } from './search.ts'
import { worksRoutes } from './works/routes.ts'

const first = createRoute({
  getParentRoute: () => adminDesk,
  path: '/',
  component: lazyRouteComponent(() => import('./FirstPage.tsx'), 'FirstPage'),
})

const accounts = createRoute({
  getParentRoute: () => adminDesk,
  path: '/accounts',
  validateSearch: accountsSearch,
  component: lazyRouteComponent(() => import('./account/AccountsPage.tsx'), 'AccountsPage'),
})

const newAccount = createRoute({
  getParentRoute: () => adminDesk,
  path: '/accounts/new',
  component: lazyRouteComponent(() => import('./account/CreateAccountPage.tsx'), 'CreateAccountPage'),
})

const account = createRoute({
  getParentRoute: () => adminDesk,
  path: '/accounts/$id',
  component: lazyRouteComponent(() => import('./account/AccountPage.tsx'), 'AccountPage'),
})

const parties = createRoute({
  getParentRoute: () => adminDesk,
  path: '/parties',
  validateSearch: partiesSearch,
  component: lazyRouteComponent(() => import('./party/PartiesPage.tsx'), 'PartiesPage'),
})

const newParty = createRoute({
  getParentRoute: () => adminDesk,
  path: '/parties/new',
  component: lazyRouteComponent(() => import('./party/RegisterPartyPage.tsx'), 'RegisterPartyPage'),
})

const party = createRoute({
  getParentRoute: () => adminDesk,
  path: '/parties/$id',
  component: lazyRouteComponent(() => import('./party/PartyPage.tsx'), 'PartyPage'),
})

const roles = createRoute({
  getParentRoute: () => adminDesk,
  path: '/roles',
  component: lazyRouteComponent(() => import('./role/RolesPage.tsx'), 'RolesPage'),
})

const matrix = createRoute({
  getParentRoute: () => adminDesk,
  path: '/roles/matrix',
  validateSearch: matrixSearch,
  component: lazyRouteComponent(() => import('./role/MatrixPage.tsx'), 'MatrixPage'),
})

const compare = createRoute({
  getParentRoute: () => adminDesk,
  path: '/roles/compare',
  validateSearch: compareSearch,
  component: lazyRouteComponent(() => import('./role/ComparePage.tsx'), 'ComparePage'),
})

const role = createRoute({
  getParentRoute: () => adminDesk,
  path: '/roles/of/$id',
  component: lazyRouteComponent(() => import('./role/RolePage.tsx'), 'RolePage'),
})

const keys = createRoute({
  getParentRoute: () => adminDesk,
  path: '/keys',
  validateSearch: keysSearch,
  component: lazyRouteComponent(() => import('./key/KeysPage.tsx'), 'KeysPage'),
})

const limits = createRoute({
  getParentRoute: () => adminDesk,
  path: '/limits',
  component: lazyRouteComponent(() => import('./limit/LimitsPage.tsx'), 'LimitsPage'),
})

export const adminRoutes = adminDesk.addChildren([
  first,
  accounts,
  newAccount,
  account,
  parties,
  newParty,
  party,
  roles,
  matrix,
  compare,
  role,
  keys,
  limits,
  ...worksRoutes,
])
