import { createRoute } from '@tanstack/react-router'
import { lazyRouteComponent } from '../../shell/lazy-page.ts'
import { adminDesk } from '../desk-route.ts'
import { auditSearch, jobsSearch, packsSearch } from './search.ts'

const audit = createRoute({
  getParentRoute: () => adminDesk,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('./audit/AuditPage.tsx'), 'AuditPage'),
})

const verify = createRoute({
  getParentRoute: () => adminDesk,
  path: '/audit/verify',
  component: lazyRouteComponent(() => import('./audit/VerifyPage.tsx'), 'VerifyPage'),
})

const event = createRoute({
  getParentRoute: () => adminDesk,
  path: '/audit/$position',
  component: lazyRouteComponent(() => import('./audit/EventPage.tsx'), 'EventPage'),
})

const jobs = createRoute({
  getParentRoute: () => adminDesk,
  path: '/jobs',
  validateSearch: jobsSearch,
  component: lazyRouteComponent(() => import('./job/JobsPage.tsx'), 'JobsPage'),
})

const state = createRoute({
  getParentRoute: () => adminDesk,
  path: '/health',
  component: lazyRouteComponent(() => import('./state/StatePage.tsx'), 'StatePage'),
})

const packs = createRoute({
  getParentRoute: () => adminDesk,
  path: '/packs',
  validateSearch: packsSearch,
  component: lazyRouteComponent(() => import('./pack/PacksPage.tsx'), 'PacksPage'),
})

const backups = createRoute({
  getParentRoute: () => adminDesk,
  path: '/backups',
  component: lazyRouteComponent(() => import('./backup/BackupsPage.tsx'), 'BackupsPage'),
})

/** Pages on how the installation works: its audit, jobs, health, packs, backups. */
export const worksRoutes = [audit, verify, event, jobs, state, packs, backups] as const
