import { AccountFlags, type NewAccount } from './account.ts'
import type { AccountStatus } from './account-codes.ts'
import type { Books } from './books.ts'
import { createAccount, wholeAccount } from './create-account.ts'
import { createTransfer } from './create-transfer.ts'
import { release } from './resolve-hold.ts'
import { type Hold, type NewTransfer, TransferFlags, wholeTransfer } from './transfer.ts'
import { isTransient, type TransferStatus } from './transfer-codes.ts'

/** The answer to one event of a batch. */
export interface Result<S> {
  readonly status: S
  /** When it was decided; of a transfer or account that exists, when that was created. */
  readonly timestamp: bigint
}

/**
 * Decides transfers in order; each sees those before it. A chain (`linked`) stands or falls together.
 * @param now nanoseconds since 1970; time never goes back in the books, whatever the clock does
 * @returns one result per transfer, in order
 * @throws RangeError for a value that a field cannot hold; then nothing was changed
 */
export function createTransfers(
  books: Books,
  transfers: readonly NewTransfer[],
  now: bigint,
): Result<TransferStatus>[] {
  return execute<Required<NewTransfer>, TransferStatus>(books, transfers.map(wholeTransfer), now, {
    linked: TransferFlags.linked,
    create: createTransfer,
    createdAt: id => books.transfer(id)?.timestamp,
    failed: (id, status) => {
      if (isTransient(status)) books.setFailed(id)
    },
  })
}

/** Creates accounts in order, as `createTransfers` does transfers. */
export function createAccounts(
  books: Books,
  accounts: readonly NewAccount[],
  now: bigint,
): Result<AccountStatus>[] {
  return execute<Required<NewAccount>, AccountStatus>(books, accounts.map(wholeAccount), now, {
    linked: AccountFlags.linked,
    create: createAccount,
    createdAt: id => books.account(id)?.timestamp,
    failed: () => undefined,
  })
}

/**
 * Releases holds whose time has come. Holds that were resolved meanwhile or are not due are left alone.
 * @param now nanoseconds since 1970
 * @returns ids of those that expired
 */
export function expireHolds(books: Books, due: Iterable<string>, now: bigint): string[] {
  const open = [...new Set(due)]
    .map(id => books.hold(id))
    .filter((hold): hold is Hold => isDue(hold, now))
    .sort((a, b) => Number(a.expires_at! - b.expires_at!) || (a.id < b.id ? -1 : 1))
  if (open.length === 0) return []
  let timestamp = books.take(open.length, now)
  for (const { id } of open) release(books, books.transfer(id)!, 'expired', 0n, timestamp++)
  return open.map(hold => hold.id)
}

/** Whether a hold is open and its time has come. */
function isDue(hold: Hold | undefined, now: bigint): boolean {
  return hold?.status === 'pending' && hold.expires_at !== undefined && hold.expires_at <= now
}

interface Kind<E, S> {
  readonly linked: number
  create(books: Books, event: E, timestamp: bigint): S
  createdAt(id: string): bigint | undefined
  failed(id: string, status: S): void
}

type Shared = 'created' | 'exists' | 'linked_event_failed' | 'linked_event_chain_open'

/*
 * A chain, as a machine: outside --linked event--> open --event without `linked`--> outside, all of it stands
 *                                                      --event fails--> broken: what it did is undone
 *                                               broken --event without `linked`--> outside, none of it stands
 * An event that is linked and the last of the batch breaks its chain, for the chain has no end.
 */
function execute<E extends { id: string; flags: number }, S extends string>(
  books: Books,
  events: readonly E[],
  now: bigint,
  kind: Kind<E, S | Shared>,
): Result<S>[] {
  const results: { status: S | Shared; timestamp: bigint }[] = []
  const first = books.take(events.length, now)
  let chain: { start: number; mark: number; isBroken: boolean } | undefined
  for (const [index, event] of events.entries()) {
    const isLinked = (event.flags & kind.linked) !== 0
    const timestamp = first + BigInt(index)
    if (isLinked && !chain) chain = { start: index, mark: books.mark(), isBroken: false }
    const status = statusOf(isLinked && index === events.length - 1, chain?.isBroken, () =>
      kind.create(books, event, timestamp),
    )
    if (status !== 'created') {
      if (chain && !chain.isBroken) {
        chain.isBroken = true
        books.undo(chain.mark)
        for (let before = chain.start; before < index; before++)
          results[before]!.status = 'linked_event_failed'
      }
      kind.failed(event.id, status)
    }
    const at = status === 'exists' ? kind.createdAt(event.id)! : timestamp
    results.push({ status, timestamp: at })
    if (!isLinked) chain = undefined
  }
  return results as Result<S>[]
}

function statusOf<S extends string>(
  neverEnds: boolean,
  isBroken: boolean | undefined,
  create: () => S | Shared,
): S | Shared {
  if (neverEnds) return 'linked_event_chain_open'
  return isBroken ? 'linked_event_failed' : create()
}
