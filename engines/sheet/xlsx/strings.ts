import type { SheetLimits } from '../limits.ts'
import { SheetRefused } from '../refusal.ts'
import { feedXml } from '../xml/stream.ts'
import type { Archive } from '../zip/archive.ts'

/** "_x000D_" stands for a character that XML cannot carry (ECMA-376 part 1 §22.9.2.19, ST_Xstring). */
export const unescapeText = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** Reads the strings that cells name by number, within the bounds of count and size. */
export async function readSharedStrings(
  archive: Archive,
  part: string,
  limits: SheetLimits,
): Promise<string[]> {
  const strings: string[] = []
  let chars = 0
  let text = ''
  let capturing = false
  let phonetic = false
  const handlers = {
    open(name: string) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') capturing = !phonetic
    },
    text(piece: string) {
      if (capturing) text += piece
    },
    close(name: string) {
      if (name === 't') capturing = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') keep()
    },
  }
  const keep = () => {
    chars += text.length
    if (strings.length >= limits.maxSharedStrings || chars > limits.maxSharedChars)
      throw new SheetRefused('sheet.too_many_strings', { limit: limits.maxSharedStrings }, { part })
    strings.push(unescapeText(text))
  }
  for await (const _ of feedXml(archive.chunks(part), handlers, part));
  return strings
}
