import type { UnitOfWork } from '@tongqu/kernel/command'
import { reserve } from '../cover/reserve.ts'
import type { Shortfall } from '../cover/want.ts'
import { wantOf } from './covering.ts'
import type { Desk } from './env.ts'
import type { Assembled } from './form/assemble.ts'
import type { Kind } from './form/kinds.ts'
import * as recordStore from './record-store.ts'
import type { Held } from './rows.ts'
import * as store from './store.ts'

/* Keeps declarations that were made: whole ones wait to be sent, the others are drafts that say what they need. */

/** A declaration as it was made, from orders of a plan or from something else. */
export interface NewDeclaration {
  /** Taken by `takeNumbers`; it is in the messages already. */
  readonly number: string
  readonly party: string
  readonly account: string | undefined
  /** The orders that it is about; undefined: it is about none, as a monthly summary or a bonded list. */
  readonly of: store.NewDeclaration['of']
  readonly mode: string
  /** list, simplified, summary, declaration; or the name of what it is. */
  readonly form: string
  readonly direction: 'export' | 'import'
  /** The plan has a refund for it; absent: it has none. */
  readonly hasRefund?: boolean
  readonly assembled: Assembled
}

export interface KeptDeclaration {
  readonly id: string
  readonly number: string
  readonly isDraft: boolean
}

/**
 * Keeps declarations and the records that go out. One whose business key another has used is a draft that names that
 * other. The caller has the counter take a turn (`askTurn`) once it is done.
 * @param day the legal day whose rules decided what they need
 */
export async function keepDeclarations(
  work: UnitOfWork,
  desk: Desk,
  day: string,
  made: readonly NewDeclaration[],
): Promise<KeptDeclaration[]> {
  const [first] = made
  if (!first) return []
  const used = await usedKeys(
    work,
    first.party,
    made.map(each => each.assembled),
  )
  const declarations: store.NewDeclaration[] = []
  const records: recordStore.NewRecord[] = []
  const judged = made.map(each => {
    const already = isHeld(each.assembled) ? undefined : used.of(each.assembled, each.number)
    const isHeldBack = isHeld(each.assembled) || already !== undefined
    return { ...each, id: work.newId(), held: isHeldBack ? heldOf(each.assembled, already) : undefined }
  })
  const whole = judged.filter(each => !each.held)
  const lacking = await reserve(
    work,
    whole.map(each => wantOf(each.id, each.party, each.assembled)),
  )
  for (const { assembled, held: before, id, ...each } of judged) {
    const short = lacking.get(id)
    const held = before ?? (short && shortOf(assembled, short))
    declarations.push({ ...each, id, day, at: work.now, state: held ? 'draft' : 'waiting', held })
    if (!held) records.push(...newRecords(work, desk, { id, party: each.party, day }, assembled))
  }
  await store.addDeclarations(work.tx, declarations)
  await recordStore.addRecords(work.tx, records)
  return declarations.map(({ id, number, held }) => ({ id, number, isDraft: held !== undefined }))
}

export const isHeld = ({ missing, wrong, mismatches }: Assembled): boolean =>
  missing.length + wrong.length + mismatches.length > 0

export const heldOf = ({ missing, wrong, mismatches }: Assembled, already?: string): Held => ({
  missing,
  wrong,
  mismatches,
  ...(already !== undefined && { already }),
})

/** It lacks nothing but what is to cover it. */
export const shortOf = (assembled: Assembled, short: readonly Shortfall[]): Held => ({
  ...heldOf(assembled),
  short,
})

/** Messages of ours that another waits for (`declaration.waits_for`). */
export function waitsFor(desk: Desk, day: string, kind: Kind, kinds: readonly Kind[]): boolean {
  const before = desk.setting<Record<string, readonly string[]>>(day, 'declaration.waits_for')[kind] ?? []
  return kinds.some(each => before.includes(each))
}

/** The records of a declaration that goes out: lists wait for what they rest on. */
export function newRecords(
  work: Pick<UnitOfWork, 'newId'>,
  desk: Desk,
  { id, party, day }: { readonly id: string; readonly party: string; readonly day: string },
  { records }: Pick<Assembled, 'records'>,
): recordStore.NewRecord[] {
  const kinds = records.map(each => each.kind)
  return records.map(({ kind, role, key, content }) => ({
    id: work.newId(),
    declaration: id,
    party,
    kind,
    role,
    key,
    content,
    state: 'waiting',
    isReady: !waitsFor(desk, day, kind, kinds),
  }))
}

/** Business keys that are used, before and within these declarations: nothing is declared twice. */
async function usedKeys(work: UnitOfWork, party: string, all: readonly Assembled[]) {
  const records = all.flatMap(each => (isHeld(each) ? [] : each.records))
  const taken = await recordStore.keysTaken(work.tx, party, records)
  const numbers = new Map(taken.map(({ kind, key, number }) => [`${kind} ${key}`, number]))
  return {
    /** The declaration that has used one of the keys; undefined: none had, and now this one has. */
    of({ records: own }: Assembled, number: string): string | undefined {
      const names = own.map(({ kind, key }) => `${kind} ${key}`)
      const before = names.map(name => numbers.get(name)).find(found => found !== undefined)
      if (before === undefined) for (const name of names) numbers.set(name, number)
      return before
    },
  }
}
