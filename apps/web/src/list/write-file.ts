import type { TableSpec } from '@tongqu/sheet/table'
import type { Column } from './column.ts'
import type { ToWrite, Written } from './export.worker.ts'
import { exportCell } from './export-cells.ts'

/** Rows whose cells are made at once: the page stays alive in between. */
const atOnce = 400

/**
 * Writes rows into a file by a thread of its own.
 * @param told how many rows have been written so far
 * @throws what reading the rows throws; an `AbortError` where the signal says so
 */
export async function writeFile<T>(
  format: 'xlsx' | 'csv',
  spec: TableSpec,
  columns: readonly Column<T>[],
  rows: AsyncIterable<readonly T[]> | Iterable<readonly T[]>,
  signal: AbortSignal,
  told: (rows: number) => void,
): Promise<Blob> {
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' })
  const stop = () => worker.terminate()
  signal.addEventListener('abort', stop)
  try {
    await answerOf(worker, { begin: format, spec }, signal)
    let count = 0
    for await (const page of rows) {
      for (let from = 0; from < page.length; from += atOnce) {
        const some = page.slice(from, from + atOnce)
        const cells = some.map(row => columns.map(column => exportCell(column, row)))
        await answerOf(worker, { rows: cells }, signal)
        count += some.length
        told(count)
      }
    }
    const last = await answerOf(worker, { end: true }, signal)
    if (!('file' in last)) throw new Error('The file was not written.')
    return last.file
  } finally {
    signal.removeEventListener('abort', stop)
    worker.terminate()
  }
}

/** Sends a part and waits until the writer has taken it. */
function answerOf(worker: Worker, part: ToWrite, signal: AbortSignal): Promise<Written> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    worker.onmessage = ({ data }: MessageEvent<Written>) => {
      signal.removeEventListener('abort', stop)
      if ('failure' in data) reject(new Error(data.failure))
      else resolve(data)
    }
    worker.onerror = event => reject(new Error(event.message))
    worker.postMessage(part)
  })
}

/** Hands a file to the reader. */
export function hand(name: string, file: Blob): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
