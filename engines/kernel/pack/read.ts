import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { sm3 } from '../crypto/index.ts'

/** A city (or country) as data: its files by their path, and one digest over all of them. */
export interface Pack {
  readonly id: string
  /** Text of every file, by its path inside the pack with forward slashes. */
  readonly files: ReadonlyMap<string, string>
  /** `sm3:` over the names and digests of the files, in order. */
  readonly digest: string
}

/** Largest file of a pack, bytes. */
const LARGEST = 32 * 1024 * 1024

/** Reads the folder of a pack. Files that are not text for the house (README and the like) are left out. */
export async function readPack(dir: string, id: string): Promise<Pack> {
  const names = (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile() && /\.(ya?ml|csv|dmn|geojson)$/.test(entry.name))
    .map(entry => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
  const files = new Map<string, string>()
  for (const name of names) {
    const text = await readFile(join(dir, name), 'utf8')
    if (text.length > LARGEST) throw new Error(`${id}/${name} is larger than ${LARGEST} bytes.`)
    files.set(name, text)
  }
  return { id, files, digest: digestOf(files) }
}

/** The digest of a pack's content: equal content, equal digest. */
export function digestOf(files: ReadonlyMap<string, string>): string {
  const lines = [...files].map(([name, text]) => `${name} ${sm3(text)}\n`)
  return `sm3:${sm3(lines.join(''))}`
}
