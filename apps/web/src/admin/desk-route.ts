import { createRoute } from '@tanstack/react-router'
import { root } from '../root.tsx'
import { lazyRouteComponent } from '../shell/lazy-page.ts'

/** The desk's frame; its pages, and those of `works`, are its children. */
export const adminDesk = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: lazyRouteComponent(() => import('./AdminDesk.tsx'), 'AdminDesk'),
})
