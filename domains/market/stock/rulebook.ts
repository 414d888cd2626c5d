import type { Pack } from '@tongqu/kernel/pack'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { ParameterSet, type ParameterValue, parametersOf } from '@tongqu/rules/parameters'
import { stockRefusals } from './refusals.ts'

/** A rule in force, with what it rests on. */
export interface Rule<T> {
  readonly value: T
  readonly source: string
}

type Table = Readonly<Record<string, ParameterValue>>
export interface WarehouseKind {
  readonly zh: string
  readonly en: string
  /** Countries (ISO 3166-1, two letters) that it must lie in, or must not. */
  readonly inside?: string
  readonly outside?: string
  readonly district: 'needed' | 'none'
}
export interface Named {
  readonly zh: string
  readonly en: string
}

/**
 * The rules of stock by legal day. A rule that is not in force is the refusal `stock.rule_missing`, never a default.
 * Every scalar of a rule is text: decimals stay exact.
 */
export class StockRules {
  readonly #parameters: ParameterSet

  constructor(packs: readonly Pack[]) {
    this.#parameters = new ParameterSet(...packs.map(parametersOf))
  }

  warehouseKinds(day: string): Rule<Readonly<Record<string, WarehouseKind>>> | Refusal {
    return this.#find(day, 'stock.warehouse_kinds')
  }

  paperTypes(day: string): Rule<Readonly<Record<string, Named>>> | Refusal {
    return this.#find(day, 'stock.paper_types')
  }

  /** By kind of warehouse and movement: papers of which one is needed. */
  papers(day: string): Rule<Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>> | Refusal {
    return this.#find(day, 'stock.papers')
  }

  units(day: string): Rule<Readonly<Record<string, Named & { readonly scale: string }>>> | Refusal {
    return this.#find(day, 'stock.units')
  }

  /** Tolerances by kind of warehouse, as fractions: "0.05". */
  overReceipt(day: string): Rule<Readonly<Record<string, string>>> | Refusal {
    return this.#find(day, 'stock.over_receipt')
  }

  recount(day: string): Rule<string> | Refusal {
    return this.#find(day, 'stock.recount')
  }

  nearExpiryDays(day: string): number | Refusal {
    return whole(this.#find(day, 'stock.near_expiry_days'))
  }

  transitGraceDays(day: string): number | Refusal {
    return whole(this.#find(day, 'stock.transit_grace_days'))
  }

  /** Seconds that a hold (or a reservation off a shelf) lasts where nothing is asked, and at most. */
  term(day: string, of: 'hold' | 'reservation'): { readonly usual: number; readonly most: number } | Refusal {
    const found = this.#find<Table>(day, `stock.${of}_seconds`)
    if (isRefusal(found)) return found
    return { usual: Number(found.value.default), most: Number(found.value.most) }
  }

  #find<T>(day: string, rule: string): Rule<T> | Refusal {
    const found = this.#parameters.at(day).get(rule)
    if (!found) return stockRefusals.refuse('stock.rule_missing', { day, rule })
    return { value: found.value as T, source: found.source }
  }
}

function whole(rule: Rule<string> | Refusal): number | Refusal {
  return isRefusal(rule) ? rule : Number(rule.value)
}
