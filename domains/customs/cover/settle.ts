import type { UnitOfWork } from '@tongqu/kernel/command'
import { unsafeInScope } from '@tongqu/kernel/db'
import type { JobContext, JobDefinition } from '@tongqu/kernel/job'
import type { NewTransfer } from '@tongqu/ledger'
import { linkBills } from '../guarantee/bill/store.ts'
import type { Covered } from './covered.ts'
import { factsOf } from './facts.ts'
import { lockedRoom } from './look.ts'
import { movesTo } from './moves.ts'
import { postAll } from './reserve.ts'
import { askSettled, askShort, coversOf, isWaitedFor, takeDue, writeCovers } from './store.ts'
import { targetOf } from './target.ts'

export const SETTLE = 'customs.cover.settle'
/** Lets declarations out that waited for a cover; it is declarations' own. */
export const AGAIN = 'customs.declaration.again'
/** Declarations that one transaction settles. */
const PIECE = 500

/**
 * Brings covers to what the customs say of their declarations: held goods are written off or given back, a tax is held
 * as its bill says, called upon, or released. It goes by how things stand, not by what happened: a receipt that comes
 * twice, late or before another leads to the same.
 */
export function settleJob(): JobDefinition {
  // One at a time: whoever settles holds accounts and asks for others to be settled.
  let isSettling = false
  return {
    name: SETTLE,
    title: { zh: '结算担保与账册', en: 'Settle guarantees and books' },
    everySeconds: 2,
    async run(context) {
      if (isSettling) return
      isSettling = true
      try {
        await settleAll(context)
      } finally {
        isSettling = false
      }
    },
  }
}

async function settleAll(context: JobContext): Promise<void> {
  await context.work(async work => askSettled(work.tx, unique(await linkBills(work.tx))))
  while (!context.signal.aborted) {
    const done = await context.work(async work => {
      const due = await takeDue(work.tx, PIECE)
      await settle(work, due)
      return due.length
    })
    if (done === 0) return
  }
}

const unique = (found: readonly { id: string; party: string }[]) => [
  ...new Map(found.map(each => [each.id, each])).values(),
]

/** Settles the covers of declarations, in the system's scope. */
export async function settle(work: UnitOfWork, declarations: readonly string[]): Promise<void> {
  if (declarations.length === 0) return
  const facts = await factsOf(work.tx, declarations)
  const covers = await coversOf(work.tx, declarations)
  const stale = covers.filter(each => {
    const known = facts.get(each.declaration)
    return known && !isAt(each, targetOf(each, known))
  })
  if (stale.length === 0) return
  const room = await lockedRoom(work.tx, stale)
  const transfers: NewTransfer[] = []
  const moved: Covered[] = []
  for (const each of stale) {
    const one = movesTo(each, targetOf(each, facts.get(each.declaration)!), room, () => work.newId())
    transfers.push(...one.transfers)
    moved.push(one.covered)
  }
  await postAll(work, transfers)
  await writeCovers(work.tx, moved, work.now)
  const grown = room.grown()
  if (grown.length > 0) await askShort(work.tx, grown)
  await freed(work, grown)
}

const isAt = ({ toHold, toPost, held, posted }: Covered, target: { toHold: bigint; toPost: bigint }) =>
  toHold === target.toHold && toPost === target.toPost && held === toHold && posted === toPost

/**
 * There will be more of these guarantees or lines: what has less than it should is settled after. Asked before their
 * accounts are locked, as the one who settles asks and locks in that order.
 */
export function willFree(work: UnitOfWork, covers: readonly string[]): Promise<void> {
  return unsafeInScope(work.tx, 'system', () => askShort(work.tx, covers))
}

/** There is more of them now: the declarations that wait for it get on. */
export function freed(work: UnitOfWork, covers: readonly string[]): Promise<void> {
  return unsafeInScope(work.tx, 'system', async () => {
    if (covers.length > 0 && (await isWaitedFor(work.tx, covers))) await askAgain(work)
  })
}

const askAgain = (work: UnitOfWork) => work.enqueue({ name: AGAIN, payload: {}, key: AGAIN, maxAttempts: 5 })
