import { createRoute, createRouter } from '@tanstack/react-router'
import { adminRoutes } from './admin/routes.ts'
import { coverRoutes } from './cover/routes.ts'
import { declarationRoutes } from './declaration/routes.ts'
import { guideRoute } from './guide/routes.ts'
import { homeRoute } from './home/routes.ts'
import { ledgerRoutes } from './ledger/routes.ts'
import { noticeRoutes } from './notice/routes.ts'
import { publicRoutes } from './public/routes.ts'
import { queryOf } from './remote/address.ts'
import { root } from './root.tsx'
import { ruleRoutes } from './rules/routes.ts'
import { letterSearch, parseSearch, planSearch, plansSearch, signInSearch, welcomeSearch } from './search.ts'
import { Broken } from './shell/Broken.tsx'
import { lazyRouteComponent } from './shell/lazy-page.ts'
import { stockRoutes } from './stock/routes.ts'
import { tableRoutes } from './tables/routes.ts'
import { wallRoute } from './wall/routes.ts'

const letter = createRoute({
  getParentRoute: () => root,
  path: '/letter',
  validateSearch: letterSearch,
  component: lazyRouteComponent(() => import('./letter/LetterPage.tsx'), 'LetterPage'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./signin/SignInPage.tsx'), 'SignInPage'),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/AccountPage.tsx'), 'AccountPage'),
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: welcomeSearch,
  component: lazyRouteComponent(() => import('./welcome/WelcomePage.tsx'), 'WelcomePage'),
})

const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: lazyRouteComponent(() => import('./look/Desk.tsx'), 'Desk'),
})

const plans = createRoute({
  getParentRoute: () => desk,
  path: '/plans',
  validateSearch: plansSearch,
  component: lazyRouteComponent(() => import('./plans/PlansPage.tsx'), 'PlansPage'),
})

const newPlan = createRoute({
  getParentRoute: () => desk,
  path: '/plans/new',
  component: lazyRouteComponent(() => import('./plans/NewPlanPage.tsx'), 'NewPlanPage'),
})

const plan = createRoute({
  getParentRoute: () => desk,
  path: '/plans/$id',
  validateSearch: planSearch,
  component: lazyRouteComponent(() => import('./plan/PlanPage.tsx'), 'PlanPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    homeRoute,
    letter,
    signIn,
    account,
    welcome,
    ...noticeRoutes,
    wallRoute,
    guideRoute,
    ...publicRoutes,
    ...ruleRoutes,
    ...tableRoutes,
    declarationRoutes,
    coverRoutes,
    ledgerRoutes,
    stockRoutes,
    adminRoutes,
    desk.addChildren([plans, newPlan, plan]),
  ]),
  parseSearch,
  stringifySearch: queryOf,
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
