import { Worker } from 'node:worker_threads'

/**
 * Work on a thread of its own, so that planning or reading a large file never holds up an answer. The thread
 * sends pieces, and makes the next one while a piece is taken; it goes no further ahead, so a slow taker bounds
 * its memory.
 */
export interface Pieces<P> {
  /** Takes each piece in order; rejects when the thread fails or `signal` aborts. */
  each(take: (piece: P) => Promise<void>): Promise<void>
}

/** Largest heap of one thread, and of what is new in it, megabytes: small pieces need little room to be made in. */
const HEAP = 1024
const YOUNG = 24

type Message<P> = { readonly piece: P } | { readonly end: true } | { readonly failure: string }

/**
 * @param module address of a module that calls `work` of this folder's `thread.ts`
 * @param data handed to the thread, by structured clone
 */
export function inWorker<P>(module: URL, data: unknown, signal: AbortSignal): Pieces<P> {
  return {
    async each(take) {
      const worker = new Worker(module, {
        workerData: data,
        resourceLimits: { maxOldGenerationSizeMb: HEAP, maxYoungGenerationSizeMb: YOUNG },
      })
      const abort = () => void worker.terminate()
      signal.addEventListener('abort', abort, { once: true })
      try {
        await new Promise<void>((resolve, reject) => {
          worker.on('message', (message: Message<P>) => {
            if ('end' in message) return resolve()
            if ('failure' in message) return reject(new Error(message.failure))
            take(message.piece).then(() => worker.postMessage('next'), reject)
          })
          worker.once('error', reject)
          worker.once('exit', code =>
            reject(new Error(signal.aborted ? 'stopped' : `the thread ended with ${code}`)),
          )
        })
      } finally {
        signal.removeEventListener('abort', abort)
        await worker.terminate()
      }
    },
  }
}
