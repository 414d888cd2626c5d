import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { systemClock } from '../clock/index.ts'
import { randomToken } from '../crypto/index.ts'
import { Gather, type Tx } from '../db/index.ts'
import type { Refusal } from '../refusal/index.ts'
import { refusals } from '../refusal/index.ts'
import { type OpenedFile, openFile } from './opened.ts'
import { sniff } from './sniff.ts'
import { syncFolder } from './sync.ts'
import type { FileRef } from './types.ts'

export const fileRefusals = refusals({
  'file.too_large': {
    status: 413,
    text: { zh: '文件超过 {limit} 字节的上限', en: 'The file is larger than the limit of {limit} bytes' },
    remedy: { zh: '拆成较小的文件后再交', en: 'Split it into smaller files' },
  },
  'file.empty': {
    status: 422,
    text: { zh: '文件是空的', en: 'The file is empty' },
    remedy: { zh: '检查所选文件', en: 'Check the file you chose' },
  },
  'file.no_room': {
    status: 507,
    text: {
      zh: '服务器磁盘已满，文件没有存下',
      en: 'The server’s disk is full: the file was not kept',
    },
    remedy: { zh: '腾出空间后再交一次', en: 'Hand it in again once there is room' },
  },
  'file.needs_party': {
    status: 403,
    text: { zh: '文件须存入某一主体名下', en: 'A file belongs to a party, and you act for none' },
    remedy: { zh: '登录后上传', en: 'Sign in, then upload' },
  },
  'file.not_found': {
    status: 404,
    text: { zh: '没有编号为 {sm3} 的文件', en: 'There is no file {sm3}' },
    remedy: { zh: '先上传文件', en: 'Upload the file first' },
  },
})

/** Folder of bytes whose digest is not known yet. */
const ARRIVING = 'arriving'

/** Bytes that lie on the disk, synced, under their digest; a row may now name them. */
export interface StoredBytes {
  readonly sm3: string
  readonly bytes: number
  readonly type: string
}

/**
 * Files by the SM3 of their content, under `files/ab/abcdef…`. Bytes are synced before the row that names
 * them commits, so a row never points at nothing; bytes without a row are orphans and are swept.
 */
export class FileStore {
  readonly #dir: string
  /** Files that are whole wait for the ones before: a folder is synced once for all that come into it meanwhile. */
  readonly #whole = new Gather<Whole, true>(AT_ONCE, files => this.#inTurn(() => this.#settle(files)))
  /** Folders that this process has made or met, and whose names are on the disk. */
  readonly #known = new Set<string>()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(dir: string) {
    this.#dir = dir
  }

  path(sm3: string): string {
    if (!/^[0-9a-f]{64}$/.test(sm3)) throw new Error('Not an SM3 digest.')
    return join(this.#dir, sm3.slice(0, 2), sm3)
  }

  /** Takes a stream in, within `limit` bytes; what is beyond is not written. On a full disk nothing stays. */
  async keep(content: Readable, limit: number): Promise<StoredBytes | Refusal> {
    return this.#keepStream(content, limit).catch(noRoom)
  }

  async #keepStream(content: Readable, limit: number): Promise<StoredBytes | Refusal> {
    const arriving = await this.#arriving()
    const handle = await open(arriving, 'wx', 0o600)
    const digest = createHash('sm3')
    let bytes = 0
    let head = Buffer.alloc(0)
    try {
      for await (const chunk of content as AsyncIterable<Buffer>) {
        bytes += chunk.length
        if (bytes > limit) return fileRefusals.refuse('file.too_large', { limit })
        if (head.length < 512) head = Buffer.concat([head, chunk.subarray(0, 512)])
        digest.update(chunk)
        await handle.write(chunk)
      }
      if (bytes === 0) return fileRefusals.refuse('file.empty')
      await handle.sync()
      const sm3 = digest.digest('hex')
      await this.#whole.add({ from: arriving, to: this.path(sm3) })
      return { sm3, bytes, type: sniff(head) }
    } finally {
      await handle.close()
      await rm(arriving, { force: true })
    }
  }

  /** The same for bytes that are at hand: fewer steps a file, where many come at once. */
  async keepBytes(content: Uint8Array, limit: number): Promise<StoredBytes | Refusal> {
    const bytes = content.length
    if (bytes > limit) return fileRefusals.refuse('file.too_large', { limit })
    if (bytes === 0) return fileRefusals.refuse('file.empty')
    const arriving = await this.#arriving()
    const sm3 = createHash('sm3').update(content).digest('hex')
    try {
      await writeSynced(arriving, content)
      await this.#whole.add({ from: arriving, to: this.path(sm3) })
    } catch (error) {
      // Somebody may have taken a folder away.
      this.#known.clear()
      await unlink(arriving).catch(() => undefined)
      return noRoom(error as NodeJS.ErrnoException)
    }
    return { sm3, bytes, type: sniff(Buffer.from(content.subarray(0, 512))) }
  }

  /** Names stored bytes in a row of a party. @returns whether the party had no such row */
  async name(tx: Tx, file: Omit<FileRef, 'path'>, party: string, now: Date): Promise<boolean> {
    const added = await tx.execute(
      `insert into kernel.file (sm3, party_id, bytes, type, name, created_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (sm3, party_id) do nothing`,
      [file.sm3, party, file.bytes, file.type, file.name, now],
    )
    return added > 0
  }

  /** Names many stored bytes in rows of a party; those that it has already stay as they are. */
  async nameAll(tx: Tx, files: readonly Omit<FileRef, 'path'>[], party: string, now: Date): Promise<void> {
    const column = (pick: (file: Omit<FileRef, 'path'>) => string | number) => files.map(pick)
    await tx.execute(
      `insert into kernel.file (sm3, party_id, bytes, type, name, created_at)
       select sm3, $5, bytes, type, name, $6
       from unnest($1::text[], $2::bigint[], $3::text[], $4::text[]) as n (sm3, bytes, type, name)
       on conflict (sm3, party_id) do nothing`,
      [
        column(file => file.sm3),
        column(file => file.bytes),
        column(file => file.type),
        column(file => file.name),
        party,
        now,
      ],
    )
  }

  /** The file's row, if the transaction may see it. */
  async find(tx: Tx, sm3: string): Promise<FileRef | undefined> {
    const [row] = await tx.query<{ sm3: string; bytes: string; type: string; name: string }>(
      'select sm3, bytes, type, name from kernel.file where sm3 = $1 limit 1',
      [sm3],
    )
    return row && { ...row, bytes: Number(row.bytes), path: this.path(row.sm3) }
  }

  /** Reads at any place; the caller closes it. */
  async open(sm3: string): Promise<OpenedFile> {
    return openFile(this.path(sm3))
  }

  read(sm3: string): Readable {
    return createReadStream(this.path(sm3))
  }

  /** All of it at once: for what is known to be small. */
  readBytes(sm3: string): Promise<Buffer> {
    return readFile(this.path(sm3))
  }

  /** Every digest that has bytes here. */
  async *digests(): AsyncIterable<string> {
    for (const folder of await readdir(this.#dir).catch(() => [] as string[])) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue
      for (const file of await readdir(join(this.#dir, folder))) if (/^[0-9a-f]{64}$/.test(file)) yield file
    }
  }

  async remove(sm3: string): Promise<void> {
    await rm(this.path(sm3), { force: true })
  }

  /**
   * Removes bytes that have lain longer than `age` milliseconds. Bytes that arrive again meanwhile are new and
   * stay: arriving and removing take turns.
   */
  removeOlder(sm3: string, age: number): Promise<boolean> {
    return this.#inTurn(() => removeIfOlder(this.path(sm3), age))
  }

  /** Removes what was left of uploads that broke off more than `age` milliseconds ago. */
  async removeArrivals(age: number): Promise<void> {
    const dir = join(this.#dir, ARRIVING)
    for (const name of await readdir(dir).catch(() => [] as string[]))
      await removeIfOlder(join(dir, name), age)
  }

  #inTurn<T>(what: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(what)
    this.#turn = result.catch(() => undefined)
    return result
  }

  async #settle(files: readonly Whole[]): Promise<true[]> {
    const folders = [...new Set(files.map(({ to }) => dirname(to)))]
    const fresh = folders.filter(folder => !this.#known.has(folder))
    await Promise.all(fresh.map(folder => mkdir(folder, { recursive: true, mode: 0o700 })))
    await Promise.all(files.map(({ from, to }) => rename(from, to)))
    await Promise.all(folders.map(syncFolder))
    if (fresh.length > 0) for (const folder of [this.#dir, dirname(this.#dir)]) await syncFolder(folder)
    for (const folder of fresh) this.#known.add(folder)
    return files.map(() => true)
  }

  /** A place for bytes that arrive. */
  async #arriving(): Promise<string> {
    const folder = join(this.#dir, ARRIVING)
    if (!this.#known.has(folder)) await mkdir(folder, { recursive: true, mode: 0o700 })
    this.#known.add(folder)
    return join(folder, randomToken(12))
  }
}

/** Bytes that are whole and synced, and where they belong. */
interface Whole {
  readonly from: string
  readonly to: string
}

/** The refusal where the disk, or what may be used of it, is full; any other error goes on. */
function noRoom(error: NodeJS.ErrnoException): Refusal {
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return fileRefusals.refuse('file.no_room')
  throw error
}

/** Most files that are put in their places in one turn. */
const AT_ONCE = 256

async function writeSynced(path: string, content: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function removeIfOlder(path: string, age: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  // The file system knows the real time only: against a simulated one a new file might look old.
  if (!found || systemClock.now().getTime() - found.mtimeMs < age) return false
  await rm(path, { force: true })
  return true
}
