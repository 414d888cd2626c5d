import type { Tx } from '@tongqu/kernel/db'
import type { Static } from 'typebox'
import { QUANTITY_SCALE } from '../book/chart.ts'
import type { Coverage } from './contract.ts'
import type { Covered } from './covered.ts'
import { inWhole, yuan } from './decimal.ts'
import { coversOf } from './store.ts'

type Shown = Static<typeof Coverage>

/** What a declaration names: the guarantor, the book. */
export interface Named {
  readonly guarantee?: { readonly code: string } | undefined
  readonly book?: { readonly number: string } | undefined
}

/** What a declaration that went out rests on; what it names and is not kept here is said. */
export async function coverageOf(tx: Tx, declaration: string, { guarantee, book }: Named): Promise<Shown[]> {
  const covers = await coversOf(tx, [declaration])
  const shown: Shown[] = []
  for (const { kind, number } of [
    { kind: 'guarantee' as const, number: guarantee?.code },
    { kind: 'book' as const, number: book?.number },
  ]) {
    if (number === undefined) continue
    const own = covers.filter(each => each.kind === kind)
    if (own.length === 0) shown.push({ kind, number, state: 'not_kept_here' })
    else shown.push(...own.map(each => ({ kind, number, ...standing(each) })))
  }
  return shown
}

function standing(covered: Covered): Omit<Shown, 'kind' | 'number'> {
  const { kind, line, asked, held, posted, toHold, toPost } = covered
  const text = (amount: bigint) => (kind === 'guarantee' ? yuan(amount) : inWhole(amount, QUANTITY_SCALE))
  const missing = toHold - held + (toPost - posted)
  return {
    state: stateOf(covered, missing),
    ...(line > 0 && { line }),
    asked: text(asked),
    held: text(held),
    posted: text(posted),
    ...(missing > 0n && { missing: text(missing) }),
  }
}

function stateOf({ kind, held, posted }: Covered, missing: bigint): string {
  if (missing > 0n) return 'short'
  if (held > 0n) return 'held'
  if (posted > 0n) return kind === 'guarantee' ? 'called' : 'written_off'
  return 'free'
}
