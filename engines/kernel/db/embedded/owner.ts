import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive, processStat } from './postmaster.ts'

/** A database folder that another living process uses. */
export class EmbeddedBusy extends Error {
  readonly code = 'embedded.busy'
  readonly pid: number
  readonly dir: string

  constructor(dir: string, pid: number) {
    super(`the database in ${dir} is in use by process ${pid}: stop that one first, or use it`)
    this.name = 'EmbeddedBusy'
    this.pid = pid
    this.dir = dir
  }
}

interface Owner {
  pid: number
  /** When the process began, in the system's own words: a process number alone may be used again. */
  began: string
}

/**
 * Takes a database folder for this process, so that two processes never share a server by accident.
 * A claim of a dead process is void. Returns the function that gives the folder back.
 * Errors: `EmbeddedBusy` while another living process (or this one, earlier) holds it.
 */
export async function claim(dir: string): Promise<() => Promise<void>> {
  const path = join(dir, 'owner.json')
  const mine = await scratch(
    dir,
    JSON.stringify({ pid: process.pid, began: began(process.pid) } satisfies Owner),
  )
  try {
    for (;;) {
      if (await linked(mine, path)) return () => rm(path, { force: true })
      const text = await readFile(path, 'utf8').catch(() => undefined)
      if (text === undefined) continue
      const holder = parsed(text)
      if (holder && holds(holder)) throw new EmbeddedBusy(dir, holder.pid)
      await removeVoid(path, text)
    }
  } finally {
    await rm(mine, { force: true })
  }
}

async function scratch(dir: string, text: string): Promise<string> {
  const path = join(dir, `owner-${randomUUID()}.json`)
  await writeFile(path, text)
  return path
}

/** Makes the name point at a whole file in one step; false when the name is taken. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Takes a void claim away; if a living one took its place between our look and our move, puts it back. */
async function removeVoid(path: string, seen: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  )
  if (!moved) return
  if ((await readFile(aside, 'utf8')) === seen) await rm(aside, { force: true })
  else await rename(aside, path)
}

function parsed(text: string): Owner | undefined {
  try {
    return JSON.parse(text) as Owner
  } catch {
    return undefined
  }
}

function holds(owner: Owner): boolean {
  return isAlive(owner.pid) && began(owner.pid) === owner.began
}

/** The start of a process; empty when it cannot be had. On Linux: the boot, and ticks since then. */
function began(pid: number): string {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' }).trim()
    }
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${processStat(pid)[19] ?? ''}`
  } catch {
    return ''
  }
}
