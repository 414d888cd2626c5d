import { readFileSync } from 'node:fs'
import type PDFDocument from 'pdfkit'

/* The typeface: Noto Sans Hans, under the SIL Open Font License, of which each paper carries the characters it shows. */

export type Face = 'regular' | 'bold'

const FILES: Readonly<Record<Face, string>> = {
  regular: 'NotoSansHans-Regular.otf',
  bold: 'NotoSansHans-Bold.otf',
}
const FOLDER = new URL('../fonts/', import.meta.resolve('@embedpdf/fonts-sc'))

/** Read once: a few megabytes each. */
const kept = new Map<Face, Buffer>()

function bytesOf(face: Face): Buffer {
  const found = kept.get(face) ?? readFileSync(new URL(FILES[face], FOLDER))
  kept.set(face, found)
  return found
}

/** Stands for a character that the typeface does not have. */
const BOX = '□'

/** The part of fontkit that is asked; pdfkit's types do not speak of it. */
interface Opened {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } }
}

export interface Fonts {
  /** Makes a face the one that is drawn with. */
  use(face: Face, size: number): void
  /** Width of a character in points. */
  widthOf(face: Face, size: number): (char: string) => number
  /** The text with what cannot be shown as a box; what could not is remembered. */
  printable(text: string): string
  /** Characters that could not be shown, in the order of their first coming. */
  readonly unprintable: ReadonlySet<string>
}

export function openFonts(doc: InstanceType<typeof PDFDocument>): Fonts {
  for (const face of Object.keys(FILES) as Face[]) doc.registerFont(face, bytesOf(face))
  doc.font('regular')
  const { font } = (doc as unknown as Opened)._font
  const widths: Record<Face, Map<string, number>> = { regular: new Map(), bold: new Map() }
  const unprintable = new Set<string>()
  const known = new Map<string, string>()
  const shownAs = (char: string): string => {
    const before = known.get(char)
    if (before !== undefined) return before
    const hasIt = font.hasGlyphForCodePoint(char.codePointAt(0)!)
    const made = hasIt ? char : INVISIBLE.test(char) ? '' : BOX
    if (made === BOX) unprintable.add(char)
    known.set(char, made)
    return made
  }
  return {
    unprintable,
    use: (face, size) => void doc.font(face).fontSize(size),
    widthOf: (face, size) => char => {
      let width = widths[face].get(char)
      if (width === undefined) {
        width = doc.font(face).fontSize(100).widthOfString(char) / 100
        widths[face].set(char, width)
      }
      return width * size
    },
    printable: text =>
      [...text.replace(/[\t\r]/g, ' ').replace(APOSTROPHE, "'")]
        .map(char => (char === '\n' ? char : shownAs(char)))
        .join(''),
  }
}

/** Marks that direct the writing, join or select, and print nothing by themselves. */
const INVISIBLE = /\p{Cf}|\p{Cc}|\p{Variation_Selector}/u

/** In a Chinese typeface it is as wide as a character; between letters it is an apostrophe. */
const APOSTROPHE = /(?<=\p{Script=Latin})\u2019/gu
