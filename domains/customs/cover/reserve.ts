import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { unsafeInScope } from '@tongqu/kernel/db'
import { notify } from '@tongqu/kernel/notice'
import { type NewTransfer, post } from '@tongqu/ledger'
import type { Covered } from './covered.ts'
import { decideCover } from './decide.ts'
import { look, type Seen } from './look.ts'
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
    tellOwners(work, new Set(waits.map(each => each.cover)), seen, day)
  })
  return lacking
}

/** Whose guarantee or book keeps lists back is told of it, once a day each. */
function tellOwners(work: UnitOfWork, covers: ReadonlySet<string>, seen: Seen, day: string): void {
  for (const { id, party_id: party, number } of seen.guarantees)
    if (covers.has(id))
      notify(work, {
        to: { party },
        cause: `customs.guarantee/${id}/short/${day}`,
        text: {
          zh: `担保 ${number} 余额不足，有清单因此未能申报`,
          en: `The guarantee ${number} is not enough: lists wait for it`,
        },
      })
  for (const { id, party_id: party, number } of seen.books.values())
    if ([...covers].some(cover => seen.lineById.get(cover)?.book_id === id))
      notify(work, {
        to: { party },
        cause: `customs.book/${id}/short/${day}`,
        text: {
          zh: `账册 ${number} 有商品项结余不足，有清单因此未能申报`,
          en: `Lines of the book ${number} have not enough: lists wait for them`,
        },
      })
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
