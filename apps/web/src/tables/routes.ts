import { createRoute } from '@tanstack/react-router'
import { root } from '../root.tsx'
import { wordsSearch } from '../search.ts'
import { lazyRouteComponent } from '../shell/lazy-page.ts'
import { compareSearch, entrySearch, tableSearch } from './search.ts'

const list = createRoute({
  getParentRoute: () => root,
  path: '/tables',
  validateSearch: wordsSearch,
  component: lazyRouteComponent(() => import('./TablesPage.tsx'), 'TablesPage'),
})

const imports = createRoute({
  getParentRoute: () => root,
  path: '/tables/import',
  component: lazyRouteComponent(() => import('./import/ImportsPage.tsx'), 'ImportsPage'),
})

const oneImport = createRoute({
  getParentRoute: () => root,
  path: '/tables/import/$id',
  component: lazyRouteComponent(() => import('./import/ImportPage.tsx'), 'ImportPage'),
})

const table = createRoute({
  getParentRoute: () => root,
  path: '/tables/$table',
  validateSearch: tableSearch,
  component: lazyRouteComponent(() => import('./rows/RowsPage.tsx'), 'RowsPage'),
})

const compare = createRoute({
  getParentRoute: () => root,
  path: '/tables/$table/compare',
  validateSearch: compareSearch,
  component: lazyRouteComponent(() => import('./compare/ComparePage.tsx'), 'ComparePage'),
})

const newEntry = createRoute({
  getParentRoute: () => root,
  path: '/tables/$table/new',
  component: lazyRouteComponent(() => import('./entry/NewEntryPage.tsx'), 'NewEntryPage'),
})

const entry = createRoute({
  getParentRoute: () => root,
  path: '/tables/$table/$key',
  validateSearch: entrySearch,
  component: lazyRouteComponent(() => import('./entry/EntryPage.tsx'), 'EntryPage'),
})

/** The desk of the tariff and the code tables. */
export const tableRoutes = [list, imports, oneImport, table, compare, newEntry, entry]
