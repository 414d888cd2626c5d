import { createRoute } from '@tanstack/react-router'
import { root } from '../root.tsx'
import { lazyRouteComponent } from '../shell/lazy-page.ts'
import { declarationSearch, declarationsSearch, summariesSearch } from './search.ts'

const desk = createRoute({
  getParentRoute: () => root,
  path: '/declarations',
  component: lazyRouteComponent(() => import('./DeclarationDesk.tsx'), 'DeclarationDesk'),
})

const home = createRoute({
  getParentRoute: () => desk,
  path: '/',
  component: lazyRouteComponent(() => import('./home/HomePage.tsx'), 'HomePage'),
})

const list = createRoute({
  getParentRoute: () => desk,
  path: '/all',
  validateSearch: declarationsSearch,
  component: lazyRouteComponent(() => import('./list/DeclarationsPage.tsx'), 'DeclarationsPage'),
})

const held = createRoute({
  getParentRoute: () => desk,
  path: '/held',
  component: lazyRouteComponent(() => import('./held/HeldPage.tsx'), 'HeldPage'),
})

const declarant = createRoute({
  getParentRoute: () => desk,
  path: '/declarant',
  component: lazyRouteComponent(() => import('./declarant/DeclarantPage.tsx'), 'DeclarantPage'),
})

const summaries = createRoute({
  getParentRoute: () => desk,
  path: '/summaries',
  validateSearch: summariesSearch,
  component: lazyRouteComponent(() => import('./summary/SummariesPage.tsx'), 'SummariesPage'),
})

const prepare = createRoute({
  getParentRoute: () => desk,
  path: '/summaries/new',
  validateSearch: summariesSearch,
  component: lazyRouteComponent(() => import('./summary/PreparePage.tsx'), 'PreparePage'),
})

const summary = createRoute({
  getParentRoute: () => desk,
  path: '/summaries/$id',
  component: lazyRouteComponent(() => import('./summary/SummaryPage.tsx'), 'SummaryPage'),
})

const declaration = createRoute({
  getParentRoute: () => desk,
  path: '/$id',
  validateSearch: declarationSearch,
  component: lazyRouteComponent(() => import('./record/DeclarationPage.tsx'), 'DeclarationPage'),
})

export const declarationRoutes = desk.addChildren([
  home,
  list,
  held,
  declarant,
  summaries,
  prepare,
  summary,
  declaration,
])
