import {
  AccountFlags,
  AMOUNT_MAX,
  type NewAccount,
  type NewTransfer,
  TransferFlags as T,
} from '../../machine/index.ts'
import type { Chance } from './chance.ts'

/** Accounts of a world: a bank without limits, and others whose debits or credits are limited. */
export function worldOf(name: string, writer: string | undefined): (NewAccount & { writer?: string })[] {
  const flags = [0, 2, 2, 4, 0, 2, 0, 2].map((limit, n) => (n === 7 ? limit | AccountFlags.history : limit))
  const id = (n: number) => `${name.padStart(8, 'a')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
  return flags.map((flag, n) => ({
    id: id(n),
    ledger: 1,
    code: 1,
    flags: flag,
    ...(writer ? { writer } : {}),
  }))
}

/** Makes what a world's callers ask for, and remembers ids so that they are asked for again. */
export class Planner {
  readonly #chance: Chance
  readonly #world: string
  readonly #accounts: readonly NewAccount[]
  readonly #asked: NewTransfer[] = []
  readonly #holds: NewTransfer[] = []
  #next = 0

  constructor(chance: Chance, world: string, accounts: readonly NewAccount[]) {
    this.#chance = chance
    this.#world = world
    this.#accounts = accounts
  }

  /** One to four transfers: some chained, some asked for before, some ending a hold. */
  batch(): NewTransfer[] {
    const chance = this.#chance
    const count = 1 + chance.below(4)
    const isChain = count > 1 && chance.oneIn(3)
    return Array.from({ length: count }, (_, n) => {
      if (!isChain && this.#asked.length > 0 && chance.oneIn(8)) return chance.pick(this.#asked)
      const transfer = this.#holds.length > 0 && chance.oneIn(3) ? this.#end() : this.#begin()
      const linked = isChain && n < count - 1 ? { ...transfer, flags: transfer.flags! | T.linked } : transfer
      this.#asked.push(linked)
      if (linked.flags! & T.pending) this.#holds.push(linked)
      return linked
    })
  }

  #id(): string {
    return `${this.#world.padStart(8, 'b')}-0000-7000-8000-${(++this.#next).toString(16).padStart(12, '0')}`
  }

  #begin(): NewTransfer {
    const chance = this.#chance
    const from = chance.below(this.#accounts.length)
    const to = (from + 1 + chance.below(this.#accounts.length - 1)) % this.#accounts.length
    const isHold = chance.oneIn(2)
    const balancing = chance.oneIn(6) ? chance.pick([T.balancing_debit, T.balancing_credit]) : 0
    const closing = isHold && chance.oneIn(25) ? T.closing_debit : 0
    return {
      id: this.#id(),
      debit_account_id: this.#accounts[from]!.id,
      credit_account_id: this.#accounts[to]!.id,
      amount: BigInt(chance.below(30)),
      ledger: 1,
      code: 1 + chance.below(3),
      flags: (isHold ? T.pending : 0) | balancing | closing,
      // A closing hold always ends by itself, so that no account stays closed for the rest of the run.
      timeout: isHold && (closing || chance.oneIn(2)) ? 1 + chance.below(5) : 0,
    }
  }

  #end(): NewTransfer {
    const chance = this.#chance
    const { id: pending_id } = chance.pick(this.#holds)
    const isVoid = chance.oneIn(3)
    if (isVoid) return { id: this.#id(), pending_id, amount: 0n, flags: T.void_pending_transfer }
    const amount = chance.oneIn(2) ? AMOUNT_MAX : BigInt(chance.below(15))
    return { id: this.#id(), pending_id, amount, flags: T.post_pending_transfer }
  }
}
