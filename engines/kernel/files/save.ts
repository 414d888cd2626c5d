import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A file that a person named, being written: it takes its place when it is whole. */
export interface NewFile {
  readonly stream: Writable
  /** Ends the stream and puts the file in its place. */
  keep(): Promise<void>
  /** Leaves what was there before. */
  discard(): Promise<void>
}

/** Begins a file, making its folder if it is missing. */
export async function newFile(path: string): Promise<NewFile> {
  await mkdir(dirname(path), { recursive: true })
  const unfinished = `${path}.unfinished`
  const stream = createWriteStream(unfinished, { flush: true })
  await once(stream, 'open')
  return {
    stream,
    async keep() {
      if (!stream.writableFinished)
        await new Promise<void>((done, fail) => stream.once('error', fail).end(done))
      await rename(unfinished, path)
    },
    async discard() {
      stream.destroy()
      await rm(unfinished, { force: true })
    },
  }
}

/** Writes a file whole or not at all. */
export async function saveFile(
  path: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> {
  const file = await newFile(path)
  try {
    const whole = typeof content === 'string' || content instanceof Uint8Array
    await pipeline(whole ? Readable.from([content]) : Readable.from(content), file.stream)
    await file.keep()
  } catch (error) {
    await file.discard()
    throw error
  }
}
