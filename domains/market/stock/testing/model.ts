import type { AccountName } from '../books/chart.ts'

/* A small stock in memory, written apart from the product: what must be the case after any history. */

/** Something held: of a warehouse's pieces on hand, or of those on its shelf. */
export interface Held {
  readonly of: number
  amount: number
  readonly until: number
  /** What the product knows it by. */
  readonly id: string
}

export class StockModel {
  now = 0
  received = 0
  customers = 0
  difference = 0
  readonly lost = { spoiled: 0, lost: 0 }
  /** By warehouse. */
  readonly onHand = [0, 0]
  readonly shelf = [0, 0]
  readonly sold = [0, 0]
  holds: Held[] = []
  reservations: Held[] = []
  /** On the way to a warehouse. */
  transit: Held[] = []

  free(warehouse: number): number {
    return this.onHand[warehouse]! - sum(this.holds.filter(hold => hold.of === warehouse))
  }

  onSale(warehouse: number): number {
    return this.shelf[warehouse]! - sum(this.reservations.filter(each => each.of === warehouse))
  }

  /** In the warehouse, whatever it is meant for. */
  there(warehouse: number): number {
    return this.onHand[warehouse]! + this.shelf[warehouse]! + this.sold[warehouse]!
  }

  pass(seconds: number): void {
    this.now += seconds
    this.holds = this.holds.filter(hold => hold.until > this.now)
    this.reservations = this.reservations.filter(each => each.until > this.now)
  }

  /** What the accounts must hold, by kind: those without anything left out. */
  books(): Partial<Record<AccountName, bigint>> {
    const all: Partial<Record<AccountName, number>> = {
      on_hand: this.onHand[0]! + this.onHand[1]!,
      shelf: this.shelf[0]! + this.shelf[1]!,
      sold: this.sold[0]! + this.sold[1]!,
      transit: sum(this.transit),
      supplier: -this.received,
      customer: this.customers,
      difference: this.difference,
      ...this.lost,
    }
    return Object.fromEntries(
      Object.entries(all).flatMap(([kind, amount]) => (amount === 0 ? [] : [[kind, BigInt(amount)]])),
    )
  }
}

function sum(held: readonly Held[]): number {
  return held.reduce((total, each) => total + each.amount, 0)
}
