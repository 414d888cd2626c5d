import type { OpenedFile } from '@tongqu/kernel/files'
import type { JobContext } from '@tongqu/kernel/job'
import * as store from './store.ts'

/** Somebody asked to stop, or the server stops. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** Tells how far an import is, in a transaction of its own, and stops it where somebody asked for that. */
export interface Progress {
  /** @param share from 0 to 1, of what lies between the bounds that were given */
  at(share: number): Promise<void>
}

/** Progress from one percentage to another; it is told when it has moved on, not at every step. */
export function progressOf(context: JobContext, id: string, from: number, to: number): Progress {
  let told = -1
  return {
    async at(share) {
      const percent = Math.floor(from + (to - from) * Math.min(1, share))
      if (percent === told) return
      told = percent
      const isAsked = await context.work(work => store.tell(work.tx, id, percent))
      if (isAsked) throw new Stopped()
    },
  }
}

/** A file that tells how far it has been read. */
export function watched(file: OpenedFile, progress: Progress): OpenedFile {
  return {
    size: file.size,
    get furthest() {
      return file.furthest
    },
    async read(offset, length) {
      await progress.at(offset / Math.max(1, file.size))
      return file.read(offset, length)
    },
    close: () => file.close(),
  }
}
