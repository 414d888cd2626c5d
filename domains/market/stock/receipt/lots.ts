import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { accountsNow } from '@tongqu/ledger'
import { linesOfLot } from '../line/store.ts'
import { addLots, type LotRow, lotsByNumber } from '../lot/store.ts'
import type { Entry } from './entries.ts'
import { receiptRefusals } from './refusals.ts'
import { datesDiffer } from './rules.ts'

/**
 * The lot of each entry, by its id; a new number of a supply is a new lot. What customers return is of a lot that is
 * known, and a serial number is in one place at a time.
 */
export async function lotsOfEntries(
  work: UnitOfWork,
  entries: readonly Entry[],
  source: 'supplier' | 'customer',
): Promise<(string | null)[] | Refusal> {
  const asked = entries
    .filter(entry => entry.lot)
    .map(({ article, lot }) => ({ article: article.id, number: lot!.number }))
  if (asked.length === 0) return entries.map(() => null)
  const before = byKey(await lotsByNumber(work.tx, asked))
  const fresh = new Map<string, LotRow>()
  const named = new Set<string>()
  for (const [n, entry] of entries.entries()) {
    const key = keyOf(entry)
    if (!key) continue
    const place = `/entries/${n}/lot`
    const known = before.get(key)
    const refusal =
      refuseTwice(entry, named.has(key), place) ??
      (known ? await refuseKnown(work, entry, known, source, place) : refuseNew(entry, source, place))
    if (refusal) return refusal
    named.add(key)
    if (!known && !fresh.has(key)) fresh.set(key, newLot(work, entry))
  }
  await addLots(work.tx, [...fresh.values()], work.now)
  const lots = byKey(await lotsByNumber(work.tx, asked))
  const taken = entries.findIndex(entry => isTaken(entry, fresh, lots))
  if (taken >= 0) {
    const params = { lot: entries[taken]!.lot!.number }
    return receiptRefusals.refuse('lot.serial_taken', params, `/entries/${taken}/lot`)
  }
  const wrong = await refuseDates(entries, lots)
  return isRefusal(wrong) ? wrong : entries.map(entry => lots.get(keyOf(entry) ?? '')?.id ?? null)
}

const keyOf = ({ article, lot }: Entry) => lot && `${article.id} ${lot.number}`
const byKey = (lots: readonly LotRow[]) => new Map(lots.map(lot => [`${lot.article_id} ${lot.number}`, lot]))

function newLot(work: UnitOfWork, { article, lot }: Entry): LotRow {
  const { number, dates } = lot!
  const { producedOn, expiresOn } = dates
  const { id: article_id, party_id } = article
  return { id: work.newId(), article_id, party_id, number, produced_on: producedOn, expires_on: expiresOn }
}

function refuseTwice(entry: Entry, isRepeated: boolean, place: string): Refusal | undefined {
  return isRepeated && entry.article.tracking === 'serial'
    ? receiptRefusals.refuse('lot.serial_taken', { lot: entry.lot!.number }, place)
    : undefined
}

function refuseNew(entry: Entry, source: string, place: string): Refusal | undefined {
  return source === 'customer'
    ? receiptRefusals.refuse('lot.unknown', { lot: entry.lot!.number }, place)
    : undefined
}

/** Whether somebody else has taken in a piece of the same number since we looked. */
function isTaken(
  entry: Entry,
  fresh: ReadonlyMap<string, LotRow>,
  lots: ReadonlyMap<string, LotRow>,
): boolean {
  const ours = fresh.get(keyOf(entry) ?? '')
  return entry.article.tracking === 'serial' && ours !== undefined && lots.get(keyOf(entry)!)!.id !== ours.id
}

async function refuseKnown(
  work: UnitOfWork,
  { article, lot }: Entry,
  known: LotRow,
  source: string,
  place: string,
): Promise<Refusal | undefined> {
  if (article.tracking !== 'serial') return undefined
  const accounts = async () => (await linesOfLot(work.tx, known.id)).map(line => line.id)
  // Who takes the piece back first holds the accounts where it lay; where it lies by then is looked up after.
  await accountsNow(work.tx, await accounts(), true)
  const standing = await accountsNow(work.tx, await accounts())
  const isThere = [...standing.values()].some(each => each.credits_posted > each.debits_posted)
  return source === 'supplier' || isThere
    ? receiptRefusals.refuse('lot.serial_taken', { lot: lot!.number }, place)
    : undefined
}

function refuseDates(entries: readonly Entry[], lots: ReadonlyMap<string, LotRow>): Refusal | undefined {
  for (const [n, entry] of entries.entries()) {
    const known = lots.get(keyOf(entry) ?? '')
    if (!known || !datesDiffer(known, entry.lot!)) continue
    const { number, produced_on, expires_on } = known
    return receiptRefusals.refuse(
      'lot.dates_differ',
      { lot: number, producedOn: produced_on ?? '—', expiresOn: expires_on ?? '—' },
      `/entries/${n}/lot`,
    )
  }
  return undefined
}
