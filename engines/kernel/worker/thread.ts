import { parentPort, workerData } from 'node:worker_threads'

/** The thread's side of `inWorker`: makes pieces from the data it was given, one ahead of the taker. */
export async function work<D, P>(pieces: (data: D) => AsyncIterable<P>): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('This module runs in a worker only.')
  try {
    let taken: Promise<void> = Promise.resolve()
    for await (const piece of pieces(workerData as D)) {
      await taken
      taken = new Promise<void>(resolve => port.once('message', () => resolve()))
      port.postMessage({ piece })
    }
    await taken
    port.postMessage({ end: true })
  } catch (error) {
    port.postMessage({ failure: (error as Error).stack ?? String(error) })
  }
}
