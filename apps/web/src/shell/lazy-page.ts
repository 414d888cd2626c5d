import { lazyRouteComponent as lazy } from '@tanstack/react-router'
import { isServerThere, untilBack } from '../remote/trouble.ts'

/**
 * A page whose program is loaded when it is opened. Where the server is away it waits, as requests do. Where the server
 * is there and the program is not, a new version was installed since this one was loaded: the router then loads the
 * page anew, once, and `Renewed` says so.
 */
export const lazyRouteComponent: typeof lazy = (importer, exportName) =>
  lazy(() => untilLoaded(importer), exportName)

async function untilLoaded<T>(importer: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await importer()
    } catch (error) {
      if (await isServerThere()) throw gone(error)
      await untilBack()
    }
  }
}

/** How browsers say that a program could not be fetched; the router loads the page anew by the same words. */
const GONE = 'Failed to fetch dynamically imported module'

/** Whether the program of a page was not to be had although the server is there. */
export function isProgramGone({ message }: Error): boolean {
  return (
    message.startsWith(GONE) ||
    /^(error loading dynamically imported|Importing a module script)/.test(message)
  )
}

/** A style sheet of the old version is gone as its program is. */
function gone(error: unknown): unknown {
  return error instanceof Error && /^Unable to preload CSS/.test(error.message)
    ? new Error(`${GONE}: ${error.message}`)
    : error
}
