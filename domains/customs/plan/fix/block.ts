import type { OpenedFile } from '@tongqu/kernel/files'
import { type BookRefusal, type BookTables, type RawRow, readBook } from '../book/index.ts'

interface Options {
  readonly kind: 'xlsx' | 'csv' | 'json'
  readonly name: string
  readonly tables: BookTables
}

/**
 * The rows of the order that a refusal is about, as they stand in its book; undefined where it is about no order (a
 * sheet, a header, the file). Reads the book up to there and closes it.
 */
export async function blockOf(
  file: OpenedFile,
  refusal: BookRefusal,
  options: Options,
): Promise<readonly RawRow[] | undefined> {
  let found: readonly RawRow[] | undefined
  const onBlock = (rows: readonly RawRow[]) => {
    if (rows.some(row => isAt(row, refusal))) found ??= rows
  }
  try {
    if (!isOfOrder(refusal)) return undefined
    for await (const _ of readBook(file, { ...options, onBlock })) if (found) break
    return found
  } finally {
    await file.close()
  }
}

/** Whether a refusal is about the rows of an order that can be put right, not about more than stands there. */
export function isOfOrder({ code, row, pointer }: BookRefusal): boolean {
  const isWhole = row !== undefined || pointer !== undefined
  return (
    isWhole && !/^(book|sheet)\./.test(code) && code !== 'order.cut_off' && code !== 'order.too_many_lines'
  )
}

function isAt({ place }: RawRow, { sheet, row, pointer }: BookRefusal): boolean {
  if (pointer !== undefined)
    return (
      place.pointer !== undefined && (pointer === place.pointer || pointer.startsWith(`${place.pointer}/`))
    )
  return place.row === row && place.sheet === sheet
}
