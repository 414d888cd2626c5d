import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from '../files/sync.ts'

const NEWLINE = 0x0a

export interface AnchoredBlock {
  readonly number: string
  readonly to_position: string
  readonly root: string
  readonly sealed_at: Date
  readonly key_id: string
  readonly signature: string
}

/**
 * Appends a line a block and syncs it. The file stands outside the database, best on another medium. A last line
 * that a power cut left half is closed first: what is written now must not run on from it.
 */
export async function appendAnchors(path: string, blocks: readonly AnchoredBlock[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(path, 'a+', 0o600)
  try {
    const { size } = await handle.stat()
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1))
    if (size > 0 && buffer[0] !== NEWLINE) await handle.appendFile('\n')
    for (const { number, to_position, root, sealed_at, key_id, signature } of blocks)
      await handle.appendFile(
        `${number} ${to_position} ${root} ${sealed_at.toISOString()} ${key_id} ${signature}\n`,
      )
    await handle.sync()
    if (size === 0) await syncFolder(dirname(path))
  } finally {
    await handle.close()
  }
}

/** How much of the file's end is read for its last line: several lines of it. */
const TAIL = 4096

/** Number of the last block that is anchored; 0: none. The file grows for ever, so only its end is read. */
export async function lastAnchored(path: string): Promise<number> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!handle) return 0
  try {
    const { size } = await handle.stat()
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(TAIL), 0, TAIL, Math.max(0, size - TAIL))
    const lines = buffer.toString('latin1', 0, bytesRead).split('\n')
    // Where the reading began within a line, that one is not whole.
    const anchors = anchorsIn(size > TAIL ? lines.slice(1) : lines)
    return lastOf(anchors.size > 0 || size <= TAIL ? anchors : await readAnchors(path))
  } finally {
    await handle.close()
  }
}

function lastOf(anchors: ReadonlyMap<number, string>): number {
  return Math.max(0, ...anchors.keys())
}

/** Lines that one reading takes: of a line's 230 bytes or so. */
const STRETCH = 4 * 1024 * 1024

/**
 * Block number to root of anchors from a block on, as many as a few megabytes hold: the file grows for ever, its numbers
 * ascend, so the place is found by halves.
 */
export async function anchorsFrom(path: string, number: number): Promise<Map<number, string>> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!handle) return new Map()
  const lines = async (offset: number, bytes: number) => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, offset)
    const read = buffer.toString('latin1', 0, bytesRead).split('\n')
    // Where the reading began within a line, that one is not whole.
    return offset > 0 ? read.slice(1) : read
  }
  try {
    let [low, high] = [0, (await handle.stat()).size]
    while (high - low > TAIL) {
      const middle = Math.floor((low + high) / 2)
      const [first = Number.POSITIVE_INFINITY] = anchorsIn(await lines(middle, TAIL)).keys()
      if (first < number) low = middle
      else high = middle
    }
    const found = anchorsIn(await lines(Math.max(0, low - TAIL), STRETCH))
    for (const each of found.keys()) if (each < number) found.delete(each)
    return found
  } finally {
    await handle.close()
  }
}

/** Block number to root, as anchored first: a later line for the same number does not replace it. */
export async function readAnchors(path: string): Promise<Map<number, string>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return anchorsIn(text.split('\n'))
}

function anchorsIn(lines: readonly string[]): Map<number, string> {
  const anchors = new Map<number, string>()
  for (const line of lines) {
    const [number, , root] = line.split(' ')
    // A line cut short before its root ended is no anchor: the next sealing writes it again.
    if (number && root && /^[0-9a-f]{64}$/.test(root) && !anchors.has(Number(number)))
      anchors.set(Number(number), root)
  }
  return anchors
}
