import { columnName, parseReference } from '../column.ts'
import type { SheetLimits } from '../limits.ts'
import { SheetRefused } from '../refusal.ts'
import type { Cell, Row } from '../row.ts'
import type { XmlHandlers } from '../xml/stream.ts'
import { type CellContext, cellValue } from './value.ts'

interface Range {
  readonly left: number
  readonly right: number
  readonly bottom: number
}

/**
 * Turns the XML of one sheet into rows. Elements arrive as `row` › `c` › (`f`, `v`, `is` › `t`); a row is
 * handed over when it closes. Rows and cells must ascend: a second value for a cell would let two programs
 * read two different books.
 */
export class CellReader implements XmlHandlers {
  /** Rows finished since the caller last took them. */
  rows: Row[] = []
  readonly #context: CellContext
  readonly #limits: SheetLimits
  readonly #sheet: string
  #row = 0
  #next = 0
  #cells: Cell[] = []
  #inCell = false
  #capturing = false
  #phonetic = false
  #column = 0
  #type: string | undefined
  #style = 0
  #raw = ''
  #formula = false
  /** Where array formulas put their results: only the first cell of such a range carries the formula. */
  #ranges: Range[] = []

  constructor(context: CellContext, limits: SheetLimits, sheet: string) {
    this.#context = context
    this.#limits = limits
    this.#sheet = sheet
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') this.#openCell(attributes)
    else if (this.#inCell) this.#openInside(name, attributes)
    else if (name === 'row') this.#openRow(attributes.r)
  }

  text(piece: string): void {
    if (this.#capturing) this.#raw += piece
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell()
    else if (name === 'v' || name === 't') this.#capturing = false
    else if (name === 'rPh') this.#phonetic = false
    else if (name === 'row' && !this.#inCell) this.#closeRow()
  }

  #damaged(detail: string): SheetRefused {
    return new SheetRefused('sheet.damaged', { detail }, this.#place())
  }

  #place() {
    return { sheet: this.#sheet, row: this.#row, column: columnName(this.#column) }
  }

  #openRow(reference: string | undefined): void {
    const number = reference === undefined ? this.#row + 1 : Number(reference)
    if (!Number.isInteger(number) || number <= this.#row || number > 1_048_576)
      throw this.#damaged('rows out of order')
    this.#row = number
    this.#next = 0
    this.#cells = []
    if (this.#ranges.length > 0) this.#ranges = this.#ranges.filter(range => range.bottom >= number)
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const reference = attributes.r === undefined ? undefined : parseReference(attributes.r)
    if (attributes.r !== undefined && reference?.row !== this.#row) throw this.#damaged('cell reference')
    this.#column = reference?.column ?? this.#next
    if (this.#column < this.#next) throw this.#damaged('cells out of order')
    this.#next = this.#column + 1
    this.#type = attributes.t
    this.#style = attributes.s === undefined ? 0 : Number(attributes.s)
    this.#raw = ''
    this.#formula = false
    this.#inCell = true
  }

  #openInside(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'v') this.#capturing = true
    else if (name === 't') this.#capturing = !this.#phonetic
    else if (name === 'rPh') this.#phonetic = true
    else if (name === 'f') {
      this.#formula = true
      if (attributes.ref !== undefined && (attributes.t === 'array' || attributes.t === 'dataTable'))
        this.#addRange(attributes.ref)
    }
  }

  #addRange(reference: string): void {
    const [first = '', last = first] = reference.split(':')
    const from = parseReference(first)
    const to = parseReference(last)
    if (!from || !to || this.#ranges.length >= 10_000) throw this.#damaged('array formula')
    this.#ranges.push({ left: from.column, right: to.column, bottom: to.row })
  }

  #closeCell(): void {
    this.#inCell = false
    const column = this.#column
    const computed =
      this.#formula || this.#ranges.some(range => column >= range.left && column <= range.right)
    if (this.#raw === '' && !computed) return
    this.#check(column)
    const value =
      this.#raw === ''
        ? { kind: 'text' as const, text: '' }
        : cellValue(this.#type, this.#raw, this.#style, this.#context)
    if (value === undefined) throw this.#damaged('cell value')
    if (value.text === '' && !computed) return
    if (value.text.length > this.#limits.maxCellChars) throw this.#tooLong(value.text.length)
    const kind = computed ? 'formula' : value.kind
    this.#cells.push({ index: column, column: columnName(column), kind, text: value.text })
  }

  #check(column: number): void {
    if (column >= this.#limits.maxColumns)
      throw new SheetRefused('sheet.too_many_columns', { limit: this.#limits.maxColumns }, this.#place())
  }

  #tooLong(found: number): SheetRefused {
    return new SheetRefused('sheet.cell_too_long', { found, limit: this.#limits.maxCellChars }, this.#place())
  }

  #closeRow(): void {
    if (this.#cells.length > 0) this.rows.push({ number: this.#row, cells: this.#cells })
    this.#cells = []
  }
}
