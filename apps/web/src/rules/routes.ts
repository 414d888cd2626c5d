import { createRoute } from '@tanstack/react-router'
import { root } from '../root.tsx'
import { day, type Given } from '../search.ts'
import { lazyRouteComponent } from '../shell/lazy-page.ts'
import { rulesSearch } from './search.ts'

const list = createRoute({
  getParentRoute: () => root,
  path: '/rules',
  validateSearch: rulesSearch,
  component: lazyRouteComponent(() => import('./RulesPage.tsx'), 'RulesPage'),
})

const one = createRoute({
  getParentRoute: () => root,
  path: '/rules/$id',
  validateSearch: (given: Given): { date?: string } => ({ date: day(given, 'date') }),
  component: lazyRouteComponent(() => import('./RulePage.tsx'), 'RulePage'),
})

/** Rules in force on a day, and one of them through time. */
export const ruleRoutes = [list, one]
