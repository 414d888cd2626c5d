import { createRoute } from '@tanstack/react-router'
import { root } from '../root.tsx'
import { type Given, word } from '../search.ts'
import { lazyRouteComponent } from '../shell/lazy-page.ts'

/* Pages for those who are not signed in: to check a printed paper, to track a consignment. */

export const checkRoute = createRoute({
  getParentRoute: () => root,
  path: '/check',
  component: lazyRouteComponent(() => import('./CheckPage.tsx'), 'CheckPage'),
})

export const checkedRoute = createRoute({
  getParentRoute: () => root,
  path: '/check/$code',
  component: lazyRouteComponent(() => import('./CheckPage.tsx'), 'CheckedPage'),
})

export const trackRoute = createRoute({
  getParentRoute: () => root,
  path: '/track',
  // The number alone: what proves stands in no address, no history and no log.
  validateSearch: (given: Given): { number?: string } => ({ number: word(given, 'number') }),
  component: lazyRouteComponent(() => import('./TrackPage.tsx'), 'TrackPage'),
})

export const publicRoutes = [checkRoute, checkedRoute, trackRoute]
