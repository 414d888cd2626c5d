import { createRoute } from '@tanstack/react-router'
import { root } from '../root.tsx'
import { lazyRouteComponent } from '../shell/lazy-page.ts'

export const noticeRoute = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  component: lazyRouteComponent(() => import('./NoticesPage.tsx'), 'NoticesPage'),
})
