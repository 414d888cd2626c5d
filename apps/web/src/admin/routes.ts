import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { adminDesk } from './desk-route.ts'

const first = createRoute({
  getParentRoute: () => adminDesk,
  path: '/',
  component: lazyRouteComponent(() => import('./FirstPage.tsx'), 'FirstPage'),
})

export const adminRoutes = adminDesk.addChildren([first])
