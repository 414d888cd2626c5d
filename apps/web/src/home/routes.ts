import { createRoute } from '@tanstack/react-router'
import { root } from '../root.tsx'
import { lazyRouteComponent } from '../shell/lazy-page.ts'

export const homeRoute = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./HomePage.tsx'), 'HomePage'),
})
