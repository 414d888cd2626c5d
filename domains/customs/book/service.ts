import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { accountsAsAt, accountsNow, type Balances, lastKnown } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { admit as admitTo, admittedTo, someParty } from '../cover/admit.ts'
import { inWhole } from '../cover/decimal.ts'
import { coverRefusals } from '../cover/refusals.ts'
import type { Rulebook } from '../rules/of-packs.ts'
import { QUANTITY_SCALE } from './chart.ts'
import type * as contract from './contract.ts'
import * as store from './store.ts'

/* The use cases of bonded books, each inside the unit of work it is given. */

const refuse = coverRefusals.refuse
const PAGE = 50
const LINES = 200

export async function register(
  work: UnitOfWork,
  rules: Rulebook,
  input: Static<typeof contract.RegisterBook>,
): Promise<Static<typeof contract.Book> | Refusal> {
  const { number, kind, system, office, firmCode, firmCreditCode, firmName, zone, from, to } = input
  const unknown =
    unknownOf(work, rules, { id: 'customs.book.kinds', value: kind, what: '账册', place: '/kind' }) ??
    unknownOf(work, rules, { id: 'customs.book.systems', value: system, what: '子系统', place: '/system' })
  if (unknown) return unknown
  if (to < from) return refuse('cover.days_crossed', {}, '/to')
  const party = await someParty(work, input.party)
  if (isRefusal(party)) return party
  const row: store.BookRow = {
    id: work.newId(),
    party_id: party,
    number,
    kind,
    system,
    office,
    firm_code: firmCode,
    firm_credit_code: firmCreditCode,
    firm_name: firmName,
    zone: zone ?? null,
    from_day: from,
    to_day: to,
  }
  if (!(await store.addBook(work.tx, row, { at: work.now, account: work.actor.account })))
    return refuse('book.taken', { number }, '/number')
  work.emit({
    type: 'customs.book.registered',
    record: `customs.book/${row.id}`,
    data: { number, office, from, to },
  })
  return bookShown(work, { ...row, lines: 0 })
}

function unknownOf(
  work: UnitOfWork,
  { parameters }: Rulebook,
  { id, value, what, place }: { id: string; value: string; what: string; place: string },
): Refusal | undefined {
  const known = Object.keys((parameters.at(legalDay(work.now)).get(id)?.value ?? {}) as object)
  return known.includes(value) ? undefined : refuse('book.unknown_kind', { value, what, known }, place)
}

export function bookShown(work: UnitOfWork, row: store.ListedBook): Static<typeof contract.Book> {
  const today = legalDay(work.now)
  return {
    id: row.id,
    party: row.party_id,
    number: row.number,
    kind: row.kind,
    system: row.system,
    office: row.office,
    firmCode: row.firm_code,
    firmCreditCode: row.firm_credit_code,
    firmName: row.firm_name,
    ...(row.zone !== null && { zone: row.zone }),
    from: row.from_day,
    to: row.to_day,
    isValid: row.from_day <= today && today <= row.to_day,
    lines: row.lines,
  }
}

export async function list(work: UnitOfWork, { after, limit = PAGE }: Static<typeof contract.ListBooks>) {
  const rows = await store.listBooks(work.tx, after, limit)
  const last = rows.length === limit ? rows.at(-1) : undefined
  return { books: rows.map(row => bookShown(work, row)), ...(last && { next: last.id }) }
}

/** A book with its lines, as at an instant and as known at a position. */
export async function read(
  work: UnitOfWork,
  { id, asAt, knownAt, after = 0, limit = LINES }: Static<typeof contract.ReadBook>,
): Promise<Static<typeof contract.BookRead> | Refusal> {
  const book = await store.findBook(work.tx, id)
  if (!book) return refuse('book.not_found', {}, '/id')
  const lines = await store.linesOf(work.tx, id, after, limit)
  const balances = await balancesOf(
    work,
    lines.map(line => line.id),
    { asAt, knownAt },
  )
  return {
    ...bookShown(work, book),
    admitted: await admittedTo(work, id),
    lineList: lines.map(line => lineShown(line, balances.get(line.id)!)),
    ...(lines.length === limit && { next: lines.at(-1)!.record_no }),
  }
}

async function balancesOf(
  work: UnitOfWork,
  lines: readonly string[],
  { asAt, knownAt }: { readonly asAt: string | undefined; readonly knownAt: number | undefined },
): Promise<ReadonlyMap<string, Balances>> {
  if (asAt === undefined && knownAt === undefined) return accountsNow(work.tx, lines)
  const at = BigInt(Date.parse(asAt ?? work.now.toISOString())) * 1_000_000n + 999_999n
  const head = await lastKnown(work.tx)
  return accountsAsAt(
    work.tx,
    lines.map(id => ({ id, at })),
    Math.min(knownAt ?? head, head),
  )
}

function lineShown(line: store.LineRow, balances: Balances): Static<typeof contract.BookLine> {
  const shown = (amount: bigint) => inWhole(amount, QUANTITY_SCALE)
  const { credits_posted, credits_pending, debits_posted, debits_pending } = balances
  return {
    id: line.id,
    recordNo: line.record_no,
    ...(line.article !== null && { article: line.article }),
    hsCode: line.hs_code,
    name: line.name,
    model: line.model,
    unit: line.unit,
    unit1: line.unit1,
    ...(line.unit2 !== null && { unit2: line.unit2 }),
    origin: line.origin,
    ...(line.most !== null && { most: shown(BigInt(line.most)) }),
    standing: shown(credits_posted - debits_posted),
    held: shown(debits_pending),
    left: shown(credits_posted - debits_posted - debits_pending),
    coming: shown(credits_pending),
  }
}

export async function admit(
  work: UnitOfWork,
  { id, party: name }: Static<typeof contract.AdmitToBook>,
  isAdmitted: boolean,
): Promise<Static<typeof contract.AdmittedToBook> | Refusal> {
  const row = await store.findBook(work.tx, id)
  if (!row) return refuse('book.not_found', {}, '/id')
  const party = await someParty(work, name)
  if (isRefusal(party)) return party
  const refused = await admitTo(work, 'book', row, { party, isAdmitted })
  return refused ?? { id, party }
}
