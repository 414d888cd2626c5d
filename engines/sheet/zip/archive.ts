import type { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import type { SheetLimits } from '../limits.ts'
import { SheetRefused } from '../refusal.ts'
import type { RandomReader } from '../source.ts'
import { checkDirectory } from './directory.ts'
import { ZipBytes } from './random.ts'

/** A workbook's package, checked: no part is unpacked before its declared sizes have passed. */
export interface Archive {
  /** Names as written, in the order of the directory. */
  readonly names: readonly string[]
  has(name: string): boolean
  /** The unpacked bytes of a part, counted and summed against what the directory declares. */
  chunks(name: string): AsyncIterable<Buffer>
}

/** Names of parts are compared without case (ECMA-376 part 2 §6.2.2.3). */
const keyOf = (name: string) => name.toLowerCase()

function damaged(error: unknown, part?: string): SheetRefused {
  if (error instanceof SheetRefused) return error
  const detail = error instanceof Error ? error.message : String(error)
  return new SheetRefused('sheet.damaged', { detail }, part === undefined ? {} : { part })
}

async function readDirectory(zip: ZipFile, limits: SheetLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.maxParts)
    throw new SheetRefused('sheet.too_many_parts', { found: zip.entryCount, limit: limits.maxParts })
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry)
    if (entries.has(keyOf(name))) throw new SheetRefused('sheet.duplicate_part', {}, { part: name })
    entry.fileName = name
    entries.set(keyOf(name), entry)
  }
  await checkDirectory(zip, [...entries.values()], limits)
  return entries
}

/** Decodes a name and refuses one that could point outside of the package. */
function nameOf(entry: Entry): string {
  const raw: unknown = entry.fileNameRaw
  const name = (raw as Buffer).toString('utf8')
  const segments = name.split('/')
  const tricky =
    name.startsWith('/') ||
    /^[A-Za-z]:/.test(name) ||
    name.includes('\\') ||
    name.includes('\0') ||
    segments.some(segment => segment === '..' || segment === '.')
  if (tricky) throw new SheetRefused('sheet.bad_path', {}, { part: name })
  return name
}

/** Opens a package; throws `SheetRefused` for anything that a well-made workbook does not have. */
export async function openArchive(reader: RandomReader, limits: SheetLimits): Promise<Archive> {
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(new ZipBytes(reader), reader.size, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    })
    const entries = await readDirectory(zip, limits)
    return {
      names: [...entries.values()].map(entry => entry.fileName),
      has: name => entries.has(keyOf(name)),
      chunks: name => unpack(zip, entries.get(keyOf(name)), name),
    }
  } catch (error) {
    throw damaged(error)
  }
}

const STORED = 0
/** Larger pieces than the reader's own 16 kB: a sheet of 100 MB comes in fewer turns. */
const CHUNK = 128 * 1024

/** The unpacked bytes of a part; a fault of the packed stream becomes one of the unpacked. */
async function inflated(zip: ZipFile, entry: Entry): Promise<Readable> {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  if (entry.compressionMethod === STORED) return packed
  const unpacked = createInflateRaw({ chunkSize: CHUNK })
  packed.on('error', error => unpacked.destroy(error))
  unpacked.on('close', () => packed.destroy())
  return packed.pipe(unpacked)
}

async function* unpack(zip: ZipFile, entry: Entry | undefined, name: string): AsyncGenerator<Buffer> {
  if (!entry) throw new SheetRefused('sheet.damaged', { detail: 'missing part' }, { part: name })
  const lies = (bytes: number) =>
    new SheetRefused('sheet.size_lies', { declared: entry.uncompressedSize, found: bytes }, { part: name })
  let bytes = 0
  let sum = 0
  try {
    const stream = await inflated(zip, entry)
    for await (const chunk of stream) {
      bytes += chunk.byteLength
      if (bytes > entry.uncompressedSize) throw lies(bytes)
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (error) {
    throw damaged(error, name)
  }
  if (bytes !== entry.uncompressedSize) throw lies(bytes)
  if (sum !== entry.crc32) throw new SheetRefused('sheet.damaged', { detail: 'checksum' }, { part: name })
}
