/** A line of goods as it is typed: which article and how much. */
export interface GoodsDraft {
  readonly article: string
  readonly quantity: string
}

export function areGoods(value: unknown): value is GoodsDraft[] {
  return (
    Array.isArray(value) &&
    value.every(line => typeof line?.article === 'string' && typeof line?.quantity === 'string')
  )
}

export function goodsAsked(lines: readonly GoodsDraft[]): { article: string; quantity: string }[] {
  return lines.map(({ article, quantity }) => ({ article, quantity: quantity.trim() }))
}
