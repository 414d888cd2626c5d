import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Named } from '../counter.ts'
import type { Outgoing } from '../desk/seal.ts'
import { LARGEST } from '../message/envelope.ts'

/** The channel's name in the counter's memory. */
export const FOLDER = 'folder'

/**
 * Envelopes as files: what lies in `in` is taken and removed, receipts appear in `out`. A file is written as
 * `NAME.xml.part` and renamed when it is whole; only what ends in `.xml` is looked at. An envelope that
 * cannot be opened goes to `refused` with a text beside it.
 */
export class FolderChannel {
  readonly #in: string
  readonly #out: string
  readonly #refused: string

  constructor(folder: { readonly in: string; readonly out: string; readonly refused: string }) {
    this.#in = folder.in
    this.#out = folder.out
    this.#refused = folder.refused
    for (const path of [this.#in, this.#out, this.#refused]) mkdirSync(path, { recursive: true })
  }

  /** Names of the files that wait, sorted. */
  names(): string[] {
    return readdirSync(this.#in, { withFileTypes: true })
      .filter(entry => entry.isFile() && entry.name.endsWith('.xml') && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort()
  }

  read(names: readonly string[]): Named[] {
    return names.flatMap(name => {
      const bytes = readUpTo(join(this.#in, name), LARGEST + 1)
      return bytes ? [{ name, channel: FOLDER, isKept: true, bytes }] : []
    })
  }

  /** Puts away what the counter has taken, or refused for the reason given. */
  putAway(name: string, refused?: string): void {
    if (refused === undefined) {
      rmSync(join(this.#in, name), { force: true })
      return
    }
    renameSync(join(this.#in, name), join(this.#refused, name))
    writeFileSync(join(this.#refused, `${name}.txt`), `${refused}\n`)
  }

  send({ name, envelope }: Outgoing): void {
    const path = join(this.#out, `${name}.xml`)
    writeFileSync(`${path}.part`, envelope)
    renameSync(`${path}.part`, path)
  }
}

/** The file, or as much of it as shows that it is too large; undefined where somebody has taken it away. */
function readUpTo(path: string, limit: number): Uint8Array | undefined {
  const file = opened(path)
  if (file === undefined) return undefined
  try {
    const size = Math.min(fstatSync(file).size, limit)
    const bytes = Buffer.allocUnsafe(size)
    let at = 0
    for (let read = -1; at < size && read !== 0; at += read) read = readSync(file, bytes, at, size - at, at)
    return bytes.subarray(0, at)
  } finally {
    closeSync(file)
  }
}

function opened(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
