import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface AnchoredBlock {
  readonly number: string
  readonly to_position: string
  readonly root: string
  readonly sealed_at: Date
  readonly key_id: string
  readonly signature: string
}

/** Appends a line a block and syncs it. The file stands outside the database, best on another medium. */
export async function appendAnchors(path: string, blocks: readonly AnchoredBlock[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(path, 'a', 0o600)
  try {
    for (const { number, to_position, root, sealed_at, key_id, signature } of blocks)
      await handle.appendFile(
        `${number} ${to_position} ${root} ${sealed_at.toISOString()} ${key_id} ${signature}\n`,
      )
    await handle.sync()
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
  const anchors = new Map<number, string>()
  for (const line of text.split('\n')) {
    const [number, , root] = line.split(' ')
    if (number && root && !anchors.has(Number(number))) anchors.set(Number(number), root)
  }
  return anchors
}
