import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import type { Tx } from '@tongqu/kernel/db'
import type { Refusal } from '@tongqu/kernel/refusal'
import type { Text } from '@tongqu/kernel/text'
import { ledgerRefusals } from '../refusals.ts'
import { whilePosting } from './posting.ts'

/** A unit of account as a domain opens it. */
export interface NewUnit {
  /** What sort of thing is counted, in lower case: `piece`, `quota`, `coupon`, `ticket`, `budget`, `core_hour`. */
  readonly kind: string
  /** Unique within the kind, 1 to 100 characters: `market.stock.line/0190…`, `2026-spring`. */
  readonly code: string
  /** Decimal places of one whole, 0 to 18: amounts are in the smallest piece, 10^-scale of it. */
  readonly scale: number
  readonly name: Text
}

/** A unit of account: what an amount counts. */
export interface Unit extends NewUnit {
  /** TigerBeetle's `ledger`. */
  readonly number: number
}

const COLUMNS = 'number, kind, code, scale, name'
const FIND = `select ${COLUMNS} from ledger.unit where kind = $1 and code = $2`
const OPEN = `
  insert into ledger.unit (number, kind, code, scale, name, opened_at, run)
  values (nextval('ledger.unit_number'), $1, $2, $3, $4, $5, $6) on conflict (kind, code) do nothing returning number`
const OF_PACK = 'select exists (select from ledger.unit where kind = $1 and pack is not null) as listed'

/**
 * The number of a unit of account; opens it where it is new. Idempotent by kind and code: who comes second, at the
 * same moment too, gets the first one's number. The name stays as it was first given. Tells `ledger.unit.opened`.
 * @returns the number, from 1000 up (of a unit that a pack lists, the pack's); a refusal where the unit exists with
 *   another scale (`ledger.unit_differs`) or its kind is one whose units stand in packs (`ledger.unit_of_pack`)
 * @throws RangeError for a kind, code, scale or name that cannot be: a door checks its input before
 */
export async function openUnit(work: UnitOfWork, unit: NewUnit): Promise<number | Refusal> {
  checkUnit(unit)
  return whilePosting(work.tx, async () => {
    const before = await find(work.tx, unit.kind, unit.code)
    if (before) return numberOf(before, unit)
    const [kind] = await work.query<{ listed: boolean }>(OF_PACK, [unit.kind])
    if (kind!.listed)
      return ledgerRefusals.refuse('ledger.unit_of_pack', { kind: unit.kind, code: unit.code })
    const { kind: sort, code, scale, name } = unit
    const values = [sort, code, scale, JSON.stringify(name), work.now, work.run]
    const [opened] = await work.query<{ number: number }>(OPEN, values)
    // Somebody else has opened it since: it is committed, for `on conflict` waited for that.
    if (!opened) return numberOf((await find(work.tx, sort, code))!, unit)
    const data = { number: opened.number, kind: sort, code, scale, name }
    work.emit({ type: 'ledger.unit.opened', record: `ledger.unit/${opened.number}`, data })
    return opened.number
  })
}

/** The unit of a kind and code, whoever may see it: the caller knows its code. Undefined: there is none. */
export async function unitByCode(tx: Tx, kind: string, code: string): Promise<Unit | undefined> {
  return whilePosting(tx, () => find(tx, kind, code))
}

async function find(tx: Tx, kind: string, code: string): Promise<Unit | undefined> {
  const [row] = await tx.query<Unit & Record<string, unknown>>(FIND, [kind, code])
  return row
}

function numberOf(kept: Unit, asked: NewUnit): number | Refusal {
  if (kept.scale === asked.scale) return kept.number
  const { kind, code, scale } = asked
  return ledgerRefusals.refuse('ledger.unit_differs', { kind, code, kept: kept.scale, asked: scale })
}

function checkUnit({ kind, code, scale, name }: NewUnit): void {
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(kind)) throw new RangeError(`not a kind of unit: ${kind}`)
  if (code.length < 1 || code.length > 100) throw new RangeError(`not a code of 1 to 100 characters: ${code}`)
  if (!Number.isInteger(scale) || scale < 0 || scale > 18)
    throw new RangeError(`not a scale from 0 to 18: ${scale}`)
  if (!name.zh || !name.en) throw new RangeError(`a unit has a name in both languages: ${kind} ${code}`)
}

// Held until the commit: a closing of the unit waits for accounts that are being opened, and they for it.
const IN_USE = `
  select number, (begins_on is null or begins_on <= $2) and (ends_on is null or ends_on >= $2) as "inUse"
  from ledger.unit where number = any($1) order by number for key share`
const FLOOR = 'select coalesce(max(up_to), 0) as floor from ledger.period where unit = any($1)'

/** Units that accounts are to be opened in, held until the commit. */
export interface HeldUnits {
  /** Whether they are in use today, by number; those that do not exist are missing. */
  readonly inUse: ReadonlyMap<number, boolean>
  /** The last nanosecond of their periods that are closed, of whatever party; 0: none is. */
  readonly floor: bigint
}

/** Needs the ledger's tables open. */
export async function holdUnits(work: UnitOfWork, numbers: readonly number[]): Promise<HeldUnits> {
  const asked = [...new Set(numbers)]
  const rows = await work.query<{ number: number; inUse: boolean }>(IN_USE, [asked, legalDay(work.now)])
  const [closed] = await work.query<{ floor: string }>(FLOOR, [asked])
  return { inUse: new Map(rows.map(row => [row.number, row.inUse])), floor: BigInt(closed!.floor) }
}

/** Undefined when accounts may be opened in all of these units today. */
export function refuseUnits({ inUse }: HeldUnits, numbers: readonly number[]): Refusal | undefined {
  const unknown = numbers.find(unit => !inUse.has(unit))
  if (unknown !== undefined) return ledgerRefusals.refuse('ledger.unit_unknown', { unit: unknown }, '/ledger')
  const notInUse = numbers.find(unit => !inUse.get(unit))
  if (notInUse !== undefined)
    return ledgerRefusals.refuse('ledger.unit_not_in_use', { unit: notInUse }, '/ledger')
  return undefined
}
