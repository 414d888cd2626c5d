import { createRootRoute } from '@tanstack/react-router'
import { Lost } from './shell/Lost.tsx'
import { Shell } from './shell/Shell.tsx'

/** The route that all others stand in. */
export const root = createRootRoute({ component: Shell, notFoundComponent: Lost })
