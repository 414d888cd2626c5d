import { constants } from 'node:fs'
import { mkdir, open, readdir, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../files/sync.ts'
import { MESSAGE_NAME } from './name.ts'
import { type Arrival, type Gateway, NotSent } from './port.ts'

/*
 * A drop folder: we write `out/NAME.xml`, the other side writes `in/NAME.xml`. Either writes `NAME.xml.part` first and
 * renames it when it is whole; whoever reads takes `.xml` alone. What is taken is removed, what cannot be is moved to
 * `in/refused/`.
 */
const ARRIVED = /^[A-Za-z0-9][A-Za-z0-9._-]{0,180}\.xml$/

export function folderGateway(dir: string): Gateway {
  const out = join(dir, 'out')
  const inside = join(dir, 'in')
  /** What the last listing found and was not given yet: a folder may hold hundreds of thousands. */
  let listed: readonly string[] = []
  return {
    name: `folder ${dir}`,
    async send(name, content) {
      if (!MESSAGE_NAME.test(name)) throw new NotSent(`${name} is no name of a file.`, false)
      try {
        await writeWhole(out, `${name}.xml`, content)
      } catch (error) {
        // What was not renamed is not there for the other side.
        throw new NotSent((error as Error).message, false)
      }
    },
    async arrivals(most) {
      if (listed.length === 0) listed = await list(inside)
      const given = listed.slice(0, most)
      listed = listed.slice(most)
      return given.map(name => arrival(inside, name))
    },
  }
}

async function list(inside: string): Promise<string[]> {
  const names = await readdir(inside).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] as string[]
    throw error
  })
  return names.filter(name => ARRIVED.test(name)).sort()
}

async function writeWhole(dir: string, name: string, content: Uint8Array): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const part = join(dir, `${name}.part`)
  const handle = await open(part, 'w', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(part, join(dir, name))
  await syncFolder(dir)
}

function arrival(dir: string, name: string): Arrival {
  const path = join(dir, name)
  return {
    name: name.slice(0, -'.xml'.length),
    async read(limit) {
      // A link could lead anywhere on this machine, and a pipe would never end.
      const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
        () => undefined,
      )
      if (!handle) return undefined
      try {
        const found = await handle.stat()
        return found.isFile() && found.size <= limit ? await handle.readFile() : undefined
      } finally {
        await handle.close()
      }
    },
    async putAway(as) {
      if (as === 'taken') return unlink(path).catch(unlessGone)
      const refused = join(dir, 'refused')
      await mkdir(refused, { recursive: true, mode: 0o700 })
      await rename(path, join(refused, name)).catch(unlessGone)
    },
  }
}

function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
