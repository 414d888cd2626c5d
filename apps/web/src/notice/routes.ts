import { createRoute } from '@tanstack/react-router'
import { root } from '../root.tsx'
import { type Given, word } from '../search.ts'
import { lazyRouteComponent } from '../shell/lazy-page.ts'

/** What the address of the notices holds after `?`. */
export interface NoticesSearch {
  kind?: string
}

const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  validateSearch: (given: Given): NoticesSearch => ({ kind: word(given, 'kind') }),
  component: lazyRouteComponent(() => import('./NoticesPage.tsx'), 'NoticesPage'),
})

const choose = createRoute({
  getParentRoute: () => root,
  path: '/notices/choose',
  component: lazyRouteComponent(() => import('./ChoosePage.tsx'), 'ChoosePage'),
})

const announce = createRoute({
  getParentRoute: () => root,
  path: '/notices/announce',
  component: lazyRouteComponent(() => import('./AnnouncePage.tsx'), 'AnnouncePage'),
})

/** What one was told: the list, what reaches one, and an announcement to all. */
export const noticeRoutes = [notices, choose, announce] as const
