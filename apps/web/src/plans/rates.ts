/** A row of the form: a currency and its rate as they were typed. */
export interface RateRow {
  readonly key: number
  readonly currency: string
  readonly rate: string
}

export type Fx = Record<string, string>

/** The rows as the plan takes them, or the first row that is no rate. Rows left empty are passed over. */
export function fxOf(rows: readonly RateRow[]): { fx: Fx } | { bad: RateRow } {
  const fx: Fx = {}
  for (const row of rows) {
    const currency = row.currency.trim().toUpperCase()
    const rate = row.rate.trim()
    if (currency === '' && rate === '') continue
    const isRate = /^\d{1,6}(\.\d{1,8})?$/.test(rate) && /[1-9]/.test(rate)
    if (!/^[A-Z]{3}$/.test(currency) || !isRate) return { bad: row }
    fx[currency] = rate
  }
  return { fx }
}

const kinds = ['.xlsx', '.csv', '.json']

export function isBook(name: string): boolean {
  return kinds.some(kind => name.toLowerCase().endsWith(kind))
}

export const bookKinds = kinds.join(',')

/** 1,536 bytes → "1.5 KB". */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(1)} KB`
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`
}
