import { parseRate, type Rate } from '../amount/rate.ts'
import type { Goods, TariffRow } from './tables.ts'

type TariffPart = Omit<Goods, 'unitTax' | 'refund' | 'positive' | 'postal'>

/** The ten-digit codes of one edition, asked by 4 to 10 digits. */
export class TariffRows {
  readonly #sorted: readonly TariffRow[]

  constructor(rows: readonly TariffRow[]) {
    this.#sorted = [...rows].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
  }

  /** A shorter code takes each rate on which all of its ten-digit codes agree. */
  find(code: string): TariffPart {
    const rows = this.#range(code)
    const provisionalAgreed = rows.every(row => row.provisionalRate === rows[0]?.provisionalRate)
    return {
      code,
      known: rows.length > 0,
      name: rows[0]?.name,
      // Where only some of the codes have a provisional rate, the code is too short for either rate.
      mfn: provisionalAgreed ? agreed(rows, row => row.mfnRate) : undefined,
      provisional: agreed(rows, row => row.provisionalRate),
      exportDuty: agreed(rows, row => row.exportRate),
      consumption: agreed(rows, row => row.consumptionRate),
      vat: agreed(rows, row => row.vatRate),
      certificates: same(rows, row => [...row.licenceCodes].sort().join('')),
      units: same(rows, row => `${row.unit1} ${row.unit2 ?? ''}`.trim())?.split(' '),
      elements: rows.length === 1 ? rows[0]?.elements : undefined,
    }
  }

  #range(code: string): readonly TariffRow[] {
    let low = 0
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#sorted[middle]!.code < code) low = middle + 1
      else high = middle
    }
    let end = low
    while (this.#sorted[end]?.code.startsWith(code)) end++
    return this.#sorted.slice(low, end)
  }
}

function same(rows: readonly TariffRow[], take: (row: TariffRow) => string | undefined): string | undefined {
  const first = rows[0] === undefined ? undefined : take(rows[0])
  return rows.every(row => take(row) === first) ? first : undefined
}

function agreed(rows: readonly TariffRow[], take: (row: TariffRow) => string | undefined): Rate | undefined {
  const text = same(rows, row => normal(take(row)))
  return text === undefined ? undefined : parseRate(text)
}

/** "0.130" and "0.13" are one rate. */
function normal(text: string | undefined): string | undefined {
  return text === undefined ? undefined : parseRate(text)?.text
}
