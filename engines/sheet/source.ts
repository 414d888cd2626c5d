import type { SheetLimits } from './limits.ts'
import { SheetRefused } from './refusal.ts'

/** A file that can be read at any place, as a file handle or a stored object can. */
export interface RandomReader {
  /** Bytes. */
  readonly size: number
  /** `length` bytes from `offset`; fewer only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>
}

/** What a reader takes: bytes, a file that can be read at any place, or (CSV only) chunks in order. */
export type SheetSource = Uint8Array | RandomReader | AsyncIterable<Uint8Array>

export function isRandomReader(source: SheetSource): source is RandomReader {
  return 'read' in source && typeof source.read === 'function' && 'size' in source
}

function readerOf(bytes: Uint8Array): RandomReader {
  return {
    size: bytes.byteLength,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  }
}

const CHUNK = 256 * 1024

async function* chunksOf(reader: RandomReader): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < reader.size; ) {
    const chunk = await reader.read(at, Math.min(CHUNK, reader.size - at))
    if (chunk.byteLength === 0) throw new SheetRefused('sheet.damaged', { detail: 'shorter than its size' })
    at += chunk.byteLength
    yield chunk
  }
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  max: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    if (bytes > max) throw new SheetRefused('sheet.too_large', { limit: max })
    yield chunk
  }
}

async function* chained(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield first
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

export interface OpenedSource {
  /** The first bytes, at least 64 where the file has them. */
  readonly head: Uint8Array
  /** Absent where the source can only be read in order. */
  readonly reader?: RandomReader
  chunks(): AsyncIterable<Uint8Array>
  /** Lets go of a source that is read in order, wherever the reading has stopped. */
  close(): Promise<void>
}

/** Looks at the first bytes of a source; a size over the bound is refused before anything is read. */
export async function openSource(source: SheetSource, limits: SheetLimits): Promise<OpenedSource> {
  const reader = source instanceof Uint8Array ? readerOf(source) : isRandomReader(source) ? source : undefined
  if (reader) {
    if (reader.size > limits.maxBytes)
      throw new SheetRefused('sheet.too_large', { bytes: reader.size, limit: limits.maxBytes })
    const head = await reader.read(0, Math.min(reader.size, 4096))
    return { head, reader, chunks: () => chunksOf(reader), close: async () => {} }
  }
  const rest = counted(source as AsyncIterable<Uint8Array>, limits.maxBytes)
  let head = new Uint8Array(0)
  while (head.byteLength < 64) {
    const next = await rest.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  return {
    head,
    chunks: () => chained(head, rest),
    close: async () => {
      await rest.return(undefined)
    },
  }
}
