import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform, type Writable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { syncFolder } from '../files/sync.ts'

export interface Digest {
  readonly bytes: number
  readonly sm3: string
}

/** Bytes on their way, counted and digested. */
function digesting(): { through: Transform; digest(): Digest } {
  const hash = createHash('sm3')
  let bytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(undefined, chunk)
    },
  })
  return { through, digest: () => ({ bytes, sm3: hash.digest('hex') }) }
}

/** Copies a file, synced; errors when there is none. The digest is that of the bytes that were written. */
export async function copySynced(from: string, to: string): Promise<Digest> {
  await access(from)
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const { through, digest } = digesting()
  await pipeline(createReadStream(from), through, createWriteStream(to, { mode: 0o600, flags: 'wx' }))
  await sync(to)
  return digest()
}

/** Writes a compressed file from what `fill` puts into the stream it is given. */
export async function writeCompressed<T>(
  to: string,
  fill: (into: Writable) => Promise<T>,
): Promise<{ digest: Digest; value: T }> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const { through, digest } = digesting()
  const gzip = createGzip({ level: 3 })
  const written = pipeline(gzip, through, createWriteStream(to, { mode: 0o600, flags: 'wx' }))
  const [value] = await Promise.all([
    fill(gzip).then(
      filled => {
        gzip.end()
        return filled
      },
      error => {
        gzip.destroy(error)
        throw error
      },
    ),
    written,
  ])
  await sync(to)
  return { digest: digest(), value }
}

export async function digestOfFile(path: string): Promise<Digest> {
  const { through, digest } = digesting()
  const read = createReadStream(path).pipe(through)
  through.resume()
  await finished(read)
  return digest()
}

export async function writeSynced(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await syncFolder(dirname(path))
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.sync().finally(() => handle.close())
  await syncFolder(dirname(path))
}
