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
      if (await isServerThere()) throw error
      await untilBack()
    }
  }
}
