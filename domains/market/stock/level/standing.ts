import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { accountsAsAt, accountsNow, availableOn, type Balances, lastKnown } from '@tongqu/ledger'
import { isGood } from '../line/pick.ts'
import { type LevelFilter, type LevelRow, levelRows } from './store.ts'

/** As at which instant, as known at which position of the event log; absent: as it stands now. */
export interface Moment {
  readonly asAt: string
  readonly knownAt: number
}

/** How much there is of a line, in smallest pieces. */
export interface Level {
  readonly line: LevelRow
  /** In the warehouse: for anyone, held, on sale, or sold and not gone yet. */
  readonly onHand: bigint
  readonly held: bigint
  /** Neither held nor on sale, of lots that are neither blocked nor expired. */
  readonly available: bigint
  /** On sale, reserved or not. */
  readonly onSale: bigint
  readonly reserved: bigint
  /** Sold off the shelf and still here. */
  readonly sold: bigint
}

const NOTHING: Balances = { debits_pending: 0n, debits_posted: 0n, credits_pending: 0n, credits_posted: 0n }

/** A moment as it is asked for; undefined: now, as it stands. */
export async function momentOf(
  work: UnitOfWork,
  { asAt, knownAt }: { readonly asAt?: string | undefined; readonly knownAt?: number | undefined },
): Promise<Moment | undefined> {
  if (asAt === undefined && knownAt === undefined) return undefined
  return { asAt: asAt ?? work.now.toISOString(), knownAt: knownAt ?? (await lastKnown(work.tx)) }
}

/** The last nanosecond of an instant's millisecond: what the clock calls that time happened up to it. */
export function endOf(instant: string): bigint {
  return BigInt(Date.parse(instant)) * 1_000_000n + 999_999n
}

/** A page of lines with what there is of them. */
export async function levels(
  work: UnitOfWork,
  moment: Moment | undefined,
  filter: LevelFilter,
  after: string | undefined,
  limit: number,
): Promise<Level[]> {
  const at = moment ? new Date(moment.asAt) : work.now
  const rows = await levelRows(work.tx, at, filter, after, limit)
  const ids = rows.flatMap(row => [row.id, row.shelf_id, row.sold_id].filter(id => id !== null))
  const balances = moment
    ? await accountsAsAt(
        work.tx,
        ids.map(id => ({ id, at: endOf(moment.asAt) })),
        moment.knownAt,
      )
    : await accountsNow(work.tx, ids)
  const today = legalDay(at)
  return rows.map(row => levelOf(row, id => (id && balances.get(id)) || NOTHING, today))
}

function levelOf(line: LevelRow, balance: (id: string | null) => Balances, today: string): Level {
  const posted = (id: string | null) => balance(id).credits_posted - balance(id).debits_posted
  const [own, onSale, sold] = [posted(line.id), posted(line.shelf_id), posted(line.sold_id)]
  const account = balance(line.id)
  return {
    line,
    onHand: own + onSale + sold,
    held: account.debits_pending,
    available: isGood(line, today) ? availableOn(account) : 0n,
    onSale,
    reserved: balance(line.shelf_id).debits_pending,
    sold,
  }
}

/** Lines that one read of the tables looks at. */
const AT_ONCE = 500
const MOST_AT_ONCE = 2000

/** Every line of a filter that is narrow: an article's, some articles'. */
export async function allLevels(
  work: UnitOfWork,
  moment: Moment | undefined,
  filter: LevelFilter,
): Promise<Level[]> {
  const all: Level[] = []
  for (;;) {
    const some = await levels(work, moment, filter, all.at(-1)?.line.id, AT_ONCE)
    all.push(...some)
    if (some.length < AT_ONCE) return all
  }
}

/** Lines that one answer looks at for some that are not empty; beyond, it says where to go on. */
const LOOKED_AT = 10_000

/** Lines of which there is something, or all of them; and where the next page begins. */
export async function levelPage(
  work: UnitOfWork,
  moment: Moment | undefined,
  filter: LevelFilter & { readonly withEmpty?: boolean | undefined },
  after: string | undefined,
  limit: number,
): Promise<{ readonly levels: readonly Level[]; readonly next: string | undefined }> {
  const found: Level[] = []
  let last = after
  // Most lines are not empty: a page is one read, and where many are the reads grow.
  for (let looked = 0, size = limit; looked < LOOKED_AT; size = Math.min(size * 2, MOST_AT_ONCE)) {
    const some = await levels(work, moment, filter, last, size)
    for (const level of some) {
      last = level.line.id
      if (level.onHand === 0n && !filter.withEmpty) continue
      found.push(level)
      if (found.length === limit) return { levels: found, next: last }
    }
    looked += some.length
    if (some.length < size) return { levels: found, next: undefined }
  }
  return { levels: found, next: last }
}
