import type { MarketLine } from '@tongqu/tariff'

type Side<T> = Readonly<Record<'import' | 'export', T>>

/** What the day's pack says of customs declarations (`declaration.dec_*`). */
export interface DecSettings {
  readonly terms: {
    /** Code of the terms of delivery. */
    readonly codes: Readonly<Record<string, string>>
    /** Terms that an order book means which states none. */
    readonly unstated: Side<string>
    /** Terms under which freight, or insurance, is stated beside the price. */
    readonly freight: Side<readonly string[]>
    readonly insurance: Side<readonly string[]>
  }
  /** Nature and way of the levy, by trade mode. */
  readonly levy: Readonly<Record<string, { readonly nature: string; readonly way: string }>>
  /** Modes whose declaration names a contract. */
  readonly contract: readonly string[]
  /** Statements on the price of an export. */
  readonly statements: string
}

/** What a declaration is made by beside the facts of its orders. */
export interface Declaring {
  readonly settings: DecSettings
  /** Lines of the order that are declared, by number; undefined: all. */
  readonly lines?: ReadonlySet<number>
  /** Lines of the declaration after simplified declaration (简化申报); undefined: each line of an order is one. */
  readonly merged?: readonly MarketLine[]
}
