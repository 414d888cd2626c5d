import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { unsafeInScope } from '@tongqu/kernel/db'
import { type NewTransfer, post } from '@tongqu/ledger'
import type { Covered } from './covered.ts'
import { decideCover } from './decide.ts'
import { look } from './look.ts'
import { addWaits, endWaits, writeCovers } from './store.ts'
import type { Shortfall, Want } from './want.ts'

/**
 * Holds what declarations need, in the transaction that lets them out: two can never go out on the same yuan or the
 * same piece. A declaration is covered whole or not at all. What it names and is not kept here covers nothing and keeps
 * nothing back. As the system: a declarant draws on a guarantee or book that its owner has admitted it to, and whose
 * accounts it need not see.
 * @returns what is lacking, by declaration; those that are covered, or need no cover here, are not in it
 */
export async function reserve(
  work: UnitOfWork,
  wants: readonly Want[],
): Promise<ReadonlyMap<string, readonly Shortfall[]>> {
  const asked = wants.filter(want => want.guarantee || want.book)
  const lacking = new Map<string, readonly Shortfall[]>()
  if (asked.length === 0) return lacking
  await unsafeInScope(work.tx, 'system', async () => {
    const seen = await look(work.tx, asked)
    if (!seen) return
    const day = legalDay(work.now)
    const transfers: NewTransfer[] = []
    const covers: Covered[] = []
    const waits: { declaration: string; party: string; cover: string }[] = []
    for (const want of asked) {
      const decided = decideCover(want, seen, day, () => work.newId())
      if ('covers' in decided) {
        transfers.push(...decided.transfers)
        covers.push(...decided.covers)
        continue
      }
      lacking.set(want.declaration, decided.shortfalls)
      const { waitsFor } = decided
      if (waitsFor) waits.push({ declaration: want.declaration, party: want.party, cover: waitsFor })
    }
    await postAll(work, transfers)
    await writeCovers(work.tx, covers, work.now)
    await endWaits(
      work.tx,
      covers.map(each => each.declaration),
    )
    await addWaits(work.tx, waits, work.now)
  })
  return lacking
}

/** @throws where the ledger refuses what was decided over its locked accounts: that would be a bug */
export async function postAll(work: UnitOfWork, transfers: readonly NewTransfer[]): Promise<void> {
  if (transfers.length === 0) return
  const results = await post(work, transfers)
  const wrong = results.findIndex(({ status }) => status !== 'created')
  if (wrong >= 0)
    throw new Error(
      `The ledger answers ${results[wrong]!.status} to ${JSON.stringify(transfers[wrong]!.id)}.`,
    )
}
