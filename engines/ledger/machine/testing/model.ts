import { AccountFlags as A, type NewAccount } from '../account.ts'
import {
  AMOUNT_MAX,
  MAX_ID,
  type NewTransfer,
  NIL_ID,
  TransferFlags as T,
  wholeTransfer,
} from '../transfer.ts'
import type { TransferStatus } from '../transfer-codes.ts'

/*
 * The ledger once more, to hold the machine against: nothing is kept but the list of what happened, every
 * figure is folded from it afresh, and the rules are a list in the documented order. Slow and plain on purpose.
 */
type Asked = Required<NewTransfer>

type Happened =
  | { what: 'moved'; t: Asked; amount: bigint; at: bigint }
  | { what: 'expired'; id: string; at: bigint }
  | { what: 'burnt'; id: string }

export interface Balances {
  debits_pending: bigint
  debits_posted: bigint
  credits_pending: bigint
  credits_posted: bigint
  closed: boolean
}

export class Model {
  readonly #accounts = new Map<string, NewAccount>()
  #list: Happened[] = []
  #last = 0n

  constructor(accounts: readonly NewAccount[]) {
    for (const account of accounts) this.#accounts.set(account.id, account)
  }

  /** Each chain is tried on a copy of the list; a failing one leaves only its burnt id. */
  batch(asked: readonly NewTransfer[], now: bigint): TransferStatus[] {
    const events = asked.map(wholeTransfer)
    const begin = now > this.#last ? now : this.#last + 1n
    this.#last = begin + BigInt(Math.max(events.length, 1)) - 1n
    const statuses: TransferStatus[] = []
    for (const chain of chains(events)) {
      const before = [...this.#list]
      const open = (chain.at(-1)!.flags & T.linked) !== 0
      const got: TransferStatus[] = []
      for (const [index, t] of chain.entries()) {
        const at = begin + BigInt(statuses.length + index)
        got.push(open && index === chain.length - 1 ? 'linked_event_chain_open' : this.#one(t, at))
        if (got.at(-1) !== 'created') break
      }
      const failing = got.findIndex(status => status !== 'created')
      if (failing < 0) {
        statuses.push(...got)
        continue
      }
      this.#list = before
      if (isPassing(got[failing]!)) this.#list.push({ what: 'burnt', id: chain[failing]!.id })
      statuses.push(
        ...chain.map((_, index) => {
          if (index === failing) return got[failing]!
          return open && index === chain.length - 1 ? 'linked_event_chain_open' : 'linked_event_failed'
        }),
      )
    }
    return statuses
  }

  /** Every open hold whose time has come. */
  expire(now: bigint): void {
    const due = this.#moved()
      .filter(m => this.#isOpen(m.t.id) && expiry(m) !== undefined && expiry(m)! <= now)
      .sort((a, b) =>
        expiry(a)! === expiry(b)! ? (a.t.id < b.t.id ? -1 : 1) : expiry(a)! < expiry(b)! ? -1 : 1,
      )
    if (due.length === 0) return
    let at = now > this.#last ? now : this.#last + 1n
    for (const m of due) this.#list.push({ what: 'expired', id: m.t.id, at: at++ })
    this.#last = at - 1n
  }

  balances(account: string): Balances {
    const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
    const side = (field: 'debit_account_id' | 'credit_account_id') => {
      const mine = this.#moved().filter(m => this.#whole(m.t)[field] === account)
      return {
        posted: sum(
          mine.filter(m => !(m.t.flags & (T.pending | T.void_pending_transfer))).map(m => m.amount),
        ),
        pending: sum(mine.filter(m => this.#isOpen(m.t.id)).map(m => m.amount)),
      }
    }
    const debits = side('debit_account_id')
    const credits = side('credit_account_id')
    return {
      debits_pending: debits.pending,
      debits_posted: debits.posted,
      credits_pending: credits.pending,
      credits_posted: credits.posted,
      closed: this.#isClosed(account),
    }
  }

  #moved() {
    return this.#list.filter(each => each.what === 'moved')
  }

  #find(id: string) {
    return this.#moved().find(m => m.t.id === id)
  }

  /** Closed while a closing hold upon it is open or was posted. */
  #isClosed(account: string): boolean {
    return this.#moved().some(
      m =>
        ((m.t.flags & T.closing_debit && m.t.debit_account_id === account) ||
          (m.t.flags & T.closing_credit && m.t.credit_account_id === account)) &&
        ['open', 'posted'].includes(this.#became(m.t.id)),
    )
  }

  #became(hold: string): 'open' | 'posted' | 'voided' | 'expired' {
    const end = this.#moved().find(m => m.t.pending_id === hold)
    if (end) return end.t.flags & T.void_pending_transfer ? 'voided' : 'posted'
    return this.#list.some(each => each.what === 'expired' && each.id === hold) ? 'expired' : 'open'
  }

  #isOpen(id: string): boolean {
    const moved = this.#find(id)
    return moved !== undefined && (moved.t.flags & T.pending) !== 0 && this.#became(id) === 'open'
  }

  /** What a post or void left out stands in its hold. */
  #whole(t: Asked): Asked {
    const held = t.flags & (T.post_pending_transfer | T.void_pending_transfer) && this.#find(t.pending_id)?.t
    if (!held) return t
    return {
      ...t,
      debit_account_id: held.debit_account_id,
      credit_account_id: held.credit_account_id,
      ledger: held.ledger,
      code: held.code,
      user_data_128: t.user_data_128 === NIL_ID ? held.user_data_128 : t.user_data_128,
      user_data_64: t.user_data_64 === 0n ? held.user_data_64 : t.user_data_64,
      user_data_32: t.user_data_32 === 0 ? held.user_data_32 : t.user_data_32,
    }
  }

  #one(t: Asked, at: bigint): TransferStatus {
    const known = this.#find(t.id)
    const isEnd = (t.flags & (T.post_pending_transfer | T.void_pending_transfer)) !== 0
    const rules: [boolean, TransferStatus][] = [
      [t.flags > 255, 'reserved_flag'],
      [t.id === NIL_ID, 'id_must_not_be_zero'],
      [t.id === MAX_ID, 'id_must_not_be_int_max'],
    ]
    const early = first(rules)
    if (early) return early
    if (known) return this.#again(t, known)
    if (this.#list.some(each => each.what === 'burnt' && each.id === t.id)) return 'id_already_failed'
    const { status, amount } = isEnd ? this.#end(t, at) : this.#begin(t, at)
    if (status) return status
    this.#list.push({ what: 'moved', t, amount, at })
    return 'created'
  }

  #again(t: Asked, { t: e, amount }: { t: Asked; amount: bigint }): TransferStatus {
    const [asked, kept] = [this.#whole(t), this.#whole(e)]
    const wanted = this.#amountOfEnd(t) ?? t.amount
    const isBalancing = (t.flags & (T.balancing_debit | T.balancing_credit)) !== 0
    const isEnd = (t.flags & (T.post_pending_transfer | T.void_pending_transfer)) !== 0
    const other = <K extends keyof Asked>(field: K, none: Asked[K]) =>
      isEnd && t[field] === none ? false : t[field] !== kept[field]
    return first([
      [t.flags !== e.flags, 'exists_with_different_flags'],
      [t.pending_id !== e.pending_id, 'exists_with_different_pending_id'],
      [t.timeout !== e.timeout, 'exists_with_different_timeout'],
      [other('debit_account_id', NIL_ID), 'exists_with_different_debit_account_id'],
      [other('credit_account_id', NIL_ID), 'exists_with_different_credit_account_id'],
      [isBalancing ? wanted < amount : wanted !== amount, 'exists_with_different_amount'],
      [asked.user_data_128 !== kept.user_data_128, 'exists_with_different_user_data_128'],
      [asked.user_data_64 !== kept.user_data_64, 'exists_with_different_user_data_64'],
      [asked.user_data_32 !== kept.user_data_32, 'exists_with_different_user_data_32'],
      [other('ledger', 0), 'exists_with_different_ledger'],
      [other('code', 0), 'exists_with_different_code'],
      [true, 'exists'],
    ])!
  }

  #amountOfEnd(t: Asked): bigint | undefined {
    const held = this.#find(t.pending_id)?.amount
    if (t.flags & T.void_pending_transfer && t.amount === 0n) return held
    if (t.flags & T.post_pending_transfer && t.amount === AMOUNT_MAX) return held
    return undefined
  }

  #end(t: Asked, at: bigint): { status: TransferStatus | undefined; amount: bigint } {
    const both = T.post_pending_transfer | T.void_pending_transfer
    const isVoid = (t.flags & T.void_pending_transfer) !== 0
    const held = this.#find(t.pending_id)
    const amount = this.#amountOfEnd(t) ?? t.amount
    const p = held?.t
    const time = held && expiry(held)
    const status = first([
      [(t.flags & both) === both, 'flags_are_mutually_exclusive'],
      [(t.flags & (2 | 16 | 32 | 64 | 128)) !== 0, 'flags_are_mutually_exclusive'],
      [t.pending_id === NIL_ID, 'pending_id_must_not_be_zero'],
      [t.pending_id === MAX_ID, 'pending_id_must_not_be_int_max'],
      [t.pending_id === t.id, 'pending_id_must_be_different'],
      [t.timeout > 0, 'timeout_reserved_for_pending_transfer'],
      [!p, 'pending_transfer_not_found'],
      [!(p && p.flags & T.pending), 'pending_transfer_not_pending'],
      [
        ![NIL_ID, p?.debit_account_id].includes(t.debit_account_id),
        'pending_transfer_has_different_debit_account_id',
      ],
      [
        ![NIL_ID, p?.credit_account_id].includes(t.credit_account_id),
        'pending_transfer_has_different_credit_account_id',
      ],
      [![0, p?.ledger].includes(t.ledger), 'pending_transfer_has_different_ledger'],
      [![0, p?.code].includes(t.code), 'pending_transfer_has_different_code'],
      [amount > (held?.amount ?? 0n), 'exceeds_pending_transfer_amount'],
      [isVoid && amount < (held?.amount ?? 0n), 'pending_transfer_has_different_amount'],
      [this.#became(t.pending_id) === 'posted', 'pending_transfer_already_posted'],
      [this.#became(t.pending_id) === 'voided', 'pending_transfer_already_voided'],
      [this.#became(t.pending_id) === 'expired', 'pending_transfer_expired'],
      [time !== undefined && time <= at, 'pending_transfer_expired'],
      [!isVoid && this.#isClosed(p?.debit_account_id ?? ''), 'debit_account_already_closed'],
      [!isVoid && this.#isClosed(p?.credit_account_id ?? ''), 'credit_account_already_closed'],
    ])
    return { status, amount }
  }

  #begin(t: Asked, at: bigint): { status: TransferStatus | undefined; amount: bigint } {
    const debit = this.#accounts.get(t.debit_account_id)
    const credit = this.#accounts.get(t.credit_account_id)
    const [dr, cr] = [this.balances(t.debit_account_id), this.balances(t.credit_account_id)]
    const debits = dr.debits_pending + dr.debits_posted
    const credits = cr.credits_pending + cr.credits_posted
    const left = dr.credits_posted > debits ? dr.credits_posted - debits : 0n
    const lacks = cr.debits_posted > credits ? cr.debits_posted - credits : 0n
    let amount = t.amount
    if (t.flags & T.balancing_debit && left < amount) amount = left
    if (t.flags & T.balancing_credit && lacks < amount) amount = lacks
    const isHold = (t.flags & T.pending) !== 0
    const over = (figure: bigint) => figure + amount > AMOUNT_MAX
    const status = first([
      [t.debit_account_id === NIL_ID, 'debit_account_id_must_not_be_zero'],
      [t.debit_account_id === MAX_ID, 'debit_account_id_must_not_be_int_max'],
      [t.credit_account_id === NIL_ID, 'credit_account_id_must_not_be_zero'],
      [t.credit_account_id === MAX_ID, 'credit_account_id_must_not_be_int_max'],
      [t.debit_account_id === t.credit_account_id, 'accounts_must_be_different'],
      [t.pending_id !== NIL_ID, 'pending_id_must_be_zero'],
      [!isHold && t.timeout > 0, 'timeout_reserved_for_pending_transfer'],
      [!isHold && (t.flags & (T.closing_debit | T.closing_credit)) !== 0, 'closing_transfer_must_be_pending'],
      [t.ledger === 0, 'ledger_must_not_be_zero'],
      [t.code === 0, 'code_must_not_be_zero'],
      [!debit, 'debit_account_not_found'],
      [!credit, 'credit_account_not_found'],
      [debit?.ledger !== credit?.ledger, 'accounts_must_have_the_same_ledger'],
      [t.ledger !== debit?.ledger, 'transfer_must_have_the_same_ledger_as_accounts'],
      [dr.closed, 'debit_account_already_closed'],
      [cr.closed, 'credit_account_already_closed'],
      [isHold && over(dr.debits_pending), 'overflows_debits_pending'],
      [isHold && over(cr.credits_pending), 'overflows_credits_pending'],
      [over(dr.debits_posted), 'overflows_debits_posted'],
      [over(cr.credits_posted), 'overflows_credits_posted'],
      [over(debits), 'overflows_debits'],
      [over(credits), 'overflows_credits'],
      [at + BigInt(t.timeout) * 1_000_000_000n > AMOUNT_MAX, 'overflows_timeout'],
      [
        Boolean((debit?.flags ?? 0) & A.debits_must_not_exceed_credits) &&
          debits + amount > dr.credits_posted,
        'exceeds_credits',
      ],
      [
        Boolean((credit?.flags ?? 0) & A.credits_must_not_exceed_debits) &&
          credits + amount > cr.debits_posted,
        'exceeds_debits',
      ],
    ])
    return { status, amount }
  }
}

function first(rules: [boolean, TransferStatus][]): TransferStatus | undefined {
  return rules.find(([applies]) => applies)?.[1]
}

function chains(events: readonly Asked[]): Asked[][] {
  const all: Asked[][] = []
  let begun = true
  for (const event of events) {
    if (begun) all.push([])
    all.at(-1)!.push(event)
    begun = !(event.flags & T.linked)
  }
  return all
}

function expiry(m: { t: Asked; at: bigint }): bigint | undefined {
  return m.t.flags & T.pending && m.t.timeout > 0 ? m.at + BigInt(m.t.timeout) * 1_000_000_000n : undefined
}

/** Failures that time could mend, of TigerBeetle's documentation of `id_already_failed`. */
function isPassing(status: TransferStatus): boolean {
  return [
    'debit_account_not_found',
    'credit_account_not_found',
    'pending_transfer_not_found',
    'exceeds_credits',
    'exceeds_debits',
    'debit_account_already_closed',
    'credit_account_already_closed',
  ].includes(status)
}
