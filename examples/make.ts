/**
 * Makes the example workbooks again: `node examples/make.ts`. The same source gives the same files, byte for
 * byte; they are committed so that nobody has to make them to try the product.
 */
import { writeFileSync } from 'node:fs'
import { writeWorkbook } from '@tongqu/sheet'
import { type BookRow, COLUMNS, cellOf, columnSpec, type Key } from './layout.ts'
import { mistakes } from './mistakes.ts'
import { mixedContainer } from './mixed-container.ts'
import { overseasWarehouse } from './overseas-warehouse.ts'
import { retailDay } from './retail-day.ts'

/** The books by file name; each has only the columns that it uses. */
const books = {
  'mixed-container.xlsx': { lang: 'zh', sheet: '订单', rows: mixedContainer },
  'retail-importer-day.xlsx': { lang: 'zh', sheet: '订单', rows: retailDay },
  'overseas-warehouse.xlsx': { lang: 'en', sheet: 'Orders', rows: overseasWarehouse },
  'with-mistakes.xlsx': { lang: 'zh', sheet: '订单', rows: mistakes },
} as const

const workbook = async (lang: 'zh' | 'en', sheet: string, rows: readonly BookRow[]): Promise<Uint8Array> => {
  const used = (Object.keys(COLUMNS) as Key[]).filter(key => rows.some(row => row[key] !== undefined))
  return await writeWorkbook({
    creator: 'Tongqu examples',
    sheets: [
      {
        name: sheet,
        columns: used.map(key => columnSpec(key, lang)),
        rows: rows.map(row => used.map(key => cellOf(key, row[key]))),
      },
    ],
  })
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** 2026-01-01 00:00 as a ZIP writes it. */
const DAY = ((2026 - 1980) << 9) | (1 << 5) | 1

/** Sets the time of every part of the package, which is the time of writing, to a fixed one. */
const withoutTimes = (bytes: Buffer): Buffer => {
  const end = bytes.lastIndexOf(Buffer.from(Uint32Array.of(END).buffer))
  let at = bytes.readUInt32LE(end + 16)
  while (bytes.readUInt32LE(at) === CENTRAL) {
    const local = bytes.readUInt32LE(at + 42)
    if (bytes.readUInt32LE(local) !== LOCAL) throw new Error('The package is not as expected.')
    for (const time of [at + 12, local + 10]) bytes.writeUInt32LE(DAY * 0x10000, time)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return bytes
}

if (import.meta.main) {
  for (const [file, { lang, sheet, rows }] of Object.entries(books)) {
    const bytes = Buffer.from(await workbook(lang, sheet, rows()))
    writeFileSync(new URL(file, import.meta.url), withoutTimes(bytes))
  }
}
