import type PDFDocument from 'pdfkit'
import { type Face, type Fonts, openFonts } from './font.ts'
import { type PrintLimits, PrintRefused } from './limits.ts'
import type { Paper } from './paper.ts'
import { wrapped } from './wrap.ts'

type Doc = InstanceType<typeof PDFDocument>
/** A place in the tree of tags (ISO 32000-1 §14.7) that a reader for the blind walks. */
export type Tag = ReturnType<Doc['struct']>

export const MM = 72 / 25.4
export const GREY = '#555555'
export const RULE = '#666666'
const SIDE = 15 * MM
const TOP = 18 * MM
const BOTTOM = 18 * MM
const LEADING = 1.35

export interface Style {
  readonly face?: Face
  /** Points. */
  readonly size?: number
  readonly align?: 'left' | 'right' | 'center'
  readonly colour?: string
}

/** The page that is being filled, from the top downwards. */
export class Sheet {
  readonly doc: Doc
  readonly fonts: Fonts
  readonly root: Tag
  readonly #limits: PrintLimits
  readonly #isLandscape: boolean
  #pages = 0
  /** Where the next block begins, points from the top. */
  y = TOP

  constructor(doc: Doc, { isLandscape = false }: Pick<Paper, 'isLandscape'>, limits: PrintLimits) {
    this.doc = doc
    this.#limits = limits
    this.#isLandscape = isLandscape
    this.fonts = openFonts(doc)
    this.root = doc.struct('Document')
    doc.addStructure(this.root)
    this.nextPage()
  }

  get left(): number {
    return SIDE
  }
  get width(): number {
    return this.doc.page.width - 2 * SIDE
  }
  get bottom(): number {
    return this.doc.page.height - BOTTOM
  }
  /** Points that are left on this page. */
  get room(): number {
    return this.bottom - this.y
  }
  /** Points that an empty page has. */
  get whole(): number {
    return this.bottom - TOP
  }

  nextPage(): void {
    const most = this.#limits.maxPages
    if (++this.#pages > most) throw new PrintRefused('print.too_many_pages', { most })
    const layout = this.#isLandscape ? 'landscape' : 'portrait'
    this.doc.addPage({ size: 'A4', layout, margin: 0 })
    this.y = TOP
  }

  /** Begins a page where fewer points are left than are needed and an empty page has more. */
  need(points: number): void {
    if (this.room < points && this.y > TOP) this.nextPage()
  }

  lines(text: string, width: number, { face = 'regular', size = 9 }: Style = {}): string[] {
    return wrapped(this.fonts.printable(text), width, this.fonts.widthOf(face, size))
  }

  heightOf(lines: readonly string[], { size = 9 }: Style = {}): number {
    return lines.length * size * LEADING
  }

  /** Draws lines at a place, without moving on. */
  draw(lines: readonly string[], at: { x: number; y: number; width: number }, style: Style = {}): void {
    const { face = 'regular', size = 9, align = 'left', colour = '#000000' } = style
    const widthOf = this.fonts.widthOf(face, size)
    for (const [n, line] of lines.entries()) {
      if (line === '') continue
      const spare = at.width - [...line].reduce((sum, char) => sum + widthOf(char), 0)
      const x = at.x + (align === 'right' ? spare : align === 'center' ? spare / 2 : 0)
      const y = at.y + n * size * LEADING + (size * (LEADING - 1)) / 2
      this.fonts.use(face, size)
      this.doc.fillColor(colour).text(line, x, y, { lineBreak: false })
    }
  }

  /** A tag within another one. */
  tag(parent: Tag, type: string, options: { alt?: string; title?: string } = {}): Tag {
    const made = this.doc.struct(type, options)
    parent.add(made)
    return made
  }

  /** Draws what a tag says. */
  within(tag: Tag, type: string, draw: () => void): void {
    tag.add(this.doc.markStructureContent(type))
    draw()
    this.doc.endMarkedContent()
  }

  /** Draws what says nothing: rules, heads, feet. */
  aside(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  box(x: number, y: number, width: number, height: number): void {
    this.aside(() => this.doc.lineWidth(0.5).strokeColor(RULE).rect(x, y, width, height).stroke())
  }
}
