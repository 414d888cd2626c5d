import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { OpenedFile } from '@tongqu/kernel/files'
import { readSheets, refusalText, type SheetRefusal, type SheetSource } from '@tongqu/sheet'
import type { TableKind, TableRead } from './kinds.ts'
import { sheetRows } from './sheet.ts'
import { parseTariff, type TariffEdition, type TariffRead } from './tariff.ts'

/** A file that cannot be read at all, with why. */
export interface FileRefused {
  readonly text: { readonly zh: string; readonly en: string }
}

const CHUNK = 256 * 1024

/** Reads a table from an .xlsx, a .csv or a .csv.gz, within the sheet reader's bounds. */
export function readTableFile(file: OpenedFile, kind: TableKind, edition: TariffEdition) {
  return reading(file, rows => kind.read(rows, edition)) as Promise<TableRead | FileRefused>
}

/** Reads a tariff from a file, with every oddity of its rows. */
export async function readTariffFile(
  file: OpenedFile,
  edition: TariffEdition,
): Promise<TariffRead | FileRefused> {
  return reading(file, rows => parseTariff(rows, edition))
}

/** The rows of a table's file as they stand; a file that breaks off ends there. */
export async function fileRows(file: OpenedFile): Promise<ReturnType<typeof sheetRows>> {
  return sheetRows(readSheets(await sourceOf(file)), () => undefined)
}

async function reading<T>(
  file: OpenedFile,
  read: (rows: ReturnType<typeof sheetRows>) => Promise<T>,
): Promise<T | FileRefused> {
  let refused: SheetRefusal | undefined
  const rows = sheetRows(readSheets(await sourceOf(file)), refusal => {
    refused = refusal
  })
  const table = await read(rows)
  return refused ? { text: refusalText(refused) } : table
}

async function sourceOf(file: OpenedFile): Promise<SheetSource> {
  const head = await file.read(0, 2)
  if (head[0] !== 0x1f || head[1] !== 0x8b) return file
  return Readable.from(chunksOf(file)).pipe(createGunzip())
}

async function* chunksOf(file: OpenedFile): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += CHUNK) yield file.read(at, CHUNK)
}
