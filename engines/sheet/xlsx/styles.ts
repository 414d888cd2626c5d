import { readXml } from '../xml/stream.ts'
import type { Archive } from '../zip/archive.ts'

/** Built-in formats that show a day (ECMA-376 part 1 §18.8.30, with those of Chinese and Japanese locales). */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])

/** Whether a number format shows a day: it has a year or day, or a month that is not a minute. */
export function showsDay(format: string): boolean {
  const code = (format.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/am\/pm|a\/p|general/gi, '')
  if (/[yd]/i.test(code)) return true
  return /m/i.test(code) && !/[hs]/i.test(code)
}

/** For each cell style of a workbook, whether its numbers are days. */
export async function readDayStyles(archive: Archive, part: string, maxBytes: number): Promise<boolean[]> {
  const custom = new Map<number, boolean>()
  const styles: boolean[] = []
  let inCellFormats = false
  const handlers = {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === 'numFmt') custom.set(Number(attributes.numFmtId), showsDay(attributes.formatCode ?? ''))
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes.numFmtId ?? '0')
        styles.push(custom.get(id) ?? DAY_FORMATS.has(id))
      }
    },
    close(name: string) {
      if (name === 'cellXfs') inCellFormats = false
    },
  }
  await readXml(archive.chunks(part), handlers, part, maxBytes)
  return styles
}
