import { parseRate, type Rate } from '../amount/rate.ts'
import { FactsOfDay, inForce } from './facts.ts'
import { TariffRows } from './rows.ts'
import type {
  AgreementRateRow,
  Goods,
  GoodsOfDay,
  MeasureCoverage,
  OriginMeasureRow,
  PositiveListRow,
  PostalRateRow,
  RefundRate,
  RefundRateRow,
  TariffEdition,
  TariffRow,
  TariffTables,
  UnitTax,
  UnitTaxRow,
} from './tables.ts'

/** Rows as they come out of the loaded tables; a kind that is absent is unknown, not empty. */
export interface TableRows {
  readonly edition: TariffEdition
  readonly rows: readonly TariffRow[]
  readonly refundRates?: readonly RefundRateRow[]
  readonly positiveList?: readonly PositiveListRow[]
  readonly postalRates?: readonly PostalRateRow[]
  readonly unitTaxes?: readonly UnitTaxRow[]
  readonly agreementRates?: readonly AgreementRateRow[]
  readonly originMeasures?: readonly OriginMeasureRow[]
  readonly measureCoverage?: readonly MeasureCoverage[]
}

/** Codes asked for by one day are kept; the bound keeps invented codes from filling the memory. */
const KEPT_CODES = 50_000

/** Tariff tables held in memory, built once and asked by day. */
export function tariffTables(input: TableRows): TariffTables {
  const rows = new TariffRows(input.rows)
  const days = new Map<string, GoodsOfDay>()
  return {
    edition: input.edition,
    on: day => {
      let found = days.get(day)
      if (found === undefined) {
        found = new MemoryDay(input, rows, day)
        days.set(day, found)
      }
      return found
    },
  }
}

class MemoryDay implements GoodsOfDay {
  readonly #input: TableRows
  readonly #rows: TariffRows
  readonly #day: string
  readonly #goods = new Map<string, Goods>()
  readonly #refund: FactsOfDay<RefundRateRow, RefundRate>
  readonly #positive: FactsOfDay<PositiveListRow, boolean>
  readonly #postal: FactsOfDay<PostalRateRow, Rate>
  readonly #unitTax: FactsOfDay<UnitTaxRow, UnitTax>

  constructor(input: TableRows, rows: TariffRows, day: string) {
    this.#input = input
    this.#rows = rows
    this.#day = day
    this.#refund = new FactsOfDay(input.refundRates ?? [], day, refundRate)
    this.#positive = new FactsOfDay(input.positiveList ?? [], day, row => row.listed)
    this.#postal = new FactsOfDay(input.postalRates ?? [], day, row => parseRate(row.rate))
    this.#unitTax = new FactsOfDay(input.unitTaxes ?? [], day, unitTax)
  }

  goods = (code: string): Goods => {
    const kept = this.#goods.get(code)
    if (kept !== undefined) return kept
    const made: Goods = {
      ...this.#rows.find(code),
      unitTax: this.#unitTax.find(code),
      refund: this.#refund.find(code),
      positive: this.#positive.find(code),
      postal: this.#postal.find(code),
    }
    if (this.#goods.size >= KEPT_CODES) this.#goods.clear()
    this.#goods.set(code, made)
    return made
  }

  measures = (code: string, origin: string): readonly OriginMeasureRow[] | undefined => {
    const covered = (this.#input.measureCoverage ?? []).some(
      one => (one.origin === origin || one.origin === '*') && inForce(one, this.#day),
    )
    if (!covered) return undefined
    return (this.#input.originMeasures ?? []).filter(
      row => row.origin === origin && inForce(row, this.#day) && code.startsWith(row.code),
    )
  }

  agreement = (code: string, origin: string): Rate | undefined => {
    const row = (this.#input.agreementRates ?? []).find(
      one => one.origin === origin && inForce(one, this.#day) && code.startsWith(one.code),
    )
    return row === undefined ? undefined : parseRate(row.rate)
  }
}

function refundRate(row: RefundRateRow): RefundRate | undefined {
  const rate = parseRate(row.rate)
  return rate === undefined ? undefined : { rate, mark: row.mark }
}

function unitTax(row: UnitTaxRow): UnitTax | undefined {
  const rate = parseRate(row.rate)
  const perUnit = parseRate(row.perUnit)
  return rate === undefined || perUnit === undefined ? undefined : { rate, perUnit, unit: row.unit }
}
