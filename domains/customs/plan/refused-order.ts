import { type Refusal, renderText } from '@tongqu/tariff'
import type { BookRefusal, LinePlace } from './book/index.ts'

/** A refusal of the engine, at the place in the book where its line stands. */
export function bookRefusal(refusal: Refusal, places: readonly LinePlace[]): BookRefusal {
  const { orderNo, line, column, code, params = {} } = refusal
  const place = places[(line ?? 1) - 1]
  return {
    orderNo,
    ...(place?.sheet !== undefined && { sheet: place.sheet }),
    ...(place?.row !== undefined && { row: place.row }),
    ...(place?.pointer !== undefined && { pointer: place.pointer }),
    column,
    code,
    params,
    text: { zh: renderText(code, params, 'zh'), en: renderText(code, params, 'en') },
  }
}
