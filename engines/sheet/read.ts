import type { CsvEncoding } from './csv/encoding.ts'
import { readCsv } from './csv/read.ts'
import type { SheetEvent } from './events.ts'
import { defaultLimits, type SheetLimits } from './limits.ts'
import { SheetRefused } from './refusal.ts'
import { type OpenedSource, openSource, type SheetSource } from './source.ts'
import { readXlsx } from './xlsx/read.ts'

export interface ReadOptions {
  /** Default: by the file's first bytes. */
  readonly format?: 'xlsx' | 'csv'
  /** Name of the one sheet of a CSV; default "CSV". */
  readonly name?: string
  /** Default: by byte order mark, else UTF-8 where the bytes are UTF-8, else GB18030. */
  readonly encoding?: CsvEncoding
  readonly limits?: Partial<SheetLimits>
}

const startsWith = (head: Uint8Array, ...bytes: number[]) => bytes.every((byte, at) => head[at] === byte)

const KNOWN_AS_OTHER: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
]

/** An old workbook and an encrypted new one come in the same container (MS-CFB); the latter names its stream. */
async function refuseCompound(source: OpenedSource): Promise<never> {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  const { reader, head } = source
  const found: Uint8Array[] = [head]
  if (reader) {
    found.push(await reader.read(0, Math.min(reader.size, 1024 * 1024)))
    found.push(await reader.read(Math.max(0, reader.size - 1024 * 1024), 1024 * 1024))
  }
  if (found.some(bytes => Buffer.from(bytes).includes(name))) throw new SheetRefused('sheet.encrypted')
  throw new SheetRefused('sheet.old_format', { found: 'xls' })
}

async function formatOf(source: OpenedSource, stated: ReadOptions['format']): Promise<'xlsx' | 'csv'> {
  const { head } = source
  if (head.byteLength === 0) throw new SheetRefused('sheet.empty_file')
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) return refuseCompound(source)
  if (startsWith(head, 0x50, 0x4b)) return 'xlsx'
  for (const [found, bytes] of KNOWN_AS_OTHER) {
    if (startsWith(head, ...bytes)) throw new SheetRefused('sheet.not_a_workbook', { found })
  }
  const text = Buffer.from(head.subarray(0, 512))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (/^<(\?xml|!doctype|html|table)/i.test(text))
    throw new SheetRefused('sheet.not_a_workbook', { found: 'HTML/XML' })
  if (stated === 'xlsx') throw new SheetRefused('sheet.not_a_workbook', { found: 'text' })
  return 'csv'
}

async function* readOpened(
  opened: OpenedSource,
  options: ReadOptions,
  limits: SheetLimits,
): AsyncGenerator<SheetEvent> {
  if ((await formatOf(opened, options.format)) === 'csv') {
    const { encoding, name = 'CSV' } = options
    yield* readCsv(opened.chunks(), { name, limits, ...(encoding && { encoding }) })
    return
  }
  if (!opened.reader) throw new SheetRefused('sheet.needs_random_access')
  yield* readXlsx(opened.reader, limits)
}

async function* readUnguarded(source: SheetSource, options: ReadOptions): AsyncGenerator<SheetEvent> {
  const limits = { ...defaultLimits, ...options.limits }
  const opened = await openSource(source, limits)
  try {
    yield* readOpened(opened, options, limits)
  } finally {
    await opened.close()
  }
}

/**
 * Reads a workbook (.xlsx) or a CSV as a stream of sheets and rows. A file that cannot or must not be read ends
 * with a `refused` event and never throws; an error of the caller's own reader passes through.
 * Memory holds a batch of rows and, of a workbook, its shared strings.
 */
export async function* readSheets(
  source: SheetSource,
  options: ReadOptions = {},
): AsyncGenerator<SheetEvent, void, undefined> {
  const maxRows = options.limits?.maxRows ?? defaultLimits.maxRows
  let rows = 0
  try {
    for await (const event of readUnguarded(source, options)) {
      if (event.kind === 'rows') rows += event.rows.length
      if (event.kind === 'rows' && rows > maxRows) {
        const row = event.rows[event.rows.length - 1 - (rows - maxRows - 1)]?.number ?? 0
        throw new SheetRefused('sheet.too_many_rows', { limit: maxRows }, { sheet: event.sheet, row })
      }
      yield event
    }
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error
    yield { kind: 'refused', refusal: error.refusal }
  }
}
