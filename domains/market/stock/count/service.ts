import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import type { Static } from 'typebox'
import { amountOf } from '../amounts.ts'
import { stockRefusals } from '../refusals.ts'
import type { StockRules } from '../rulebook.ts'
import { PAGE } from '../shapes.ts'
import type { CancelCount, CountReview, CountSheet, EnterCount, ListCounts } from './contract.ts'
import { countRefusals } from './refusals.ts'
import { type CountState, needsRecount, roundOf } from './rules.ts'
import { countedLines, headShown, openLines, reviewShown, sheetLines, sheetShown } from './standing.ts'
import * as store from './store.ts'

/** The count, so that nobody else works on it meanwhile. */
export async function lockCount(work: UnitOfWork, id: string): Promise<store.CountRow | Refusal> {
  const row = await store.findCount(work.tx, id, true)
  return row ?? countRefusals.refuse('count.not_found', {}, '/count')
}

/** The same, where the keeper's people are counting. */
export async function lockCounting(work: UnitOfWork, id: string): Promise<store.CountRow | Refusal> {
  const row = await lockCount(work, id)
  if (isRefusal(row)) return row
  if (row.keeper_id !== work.actor.party) return stockRefusals.refuse('stock.not_keeper')
  return roundOf(row.state)
    ? row
    : countRefusals.refuse('count.not_counting', { number: row.number }, '/count')
}

export async function sheet(work: UnitOfWork, id: string): Promise<Static<typeof CountSheet> | Refusal> {
  const row = await store.findCount(work.tx, id)
  if (!row) return countRefusals.refuse('count.not_found', {}, '/count')
  return sheetShown(row, await sheetLines(work, id))
}

/** What was expected is shown to nobody while people count. */
export async function review(work: UnitOfWork, id: string): Promise<Static<typeof CountReview> | Refusal> {
  const row = await store.findCount(work.tx, id)
  if (!row) return countRefusals.refuse('count.not_found', {}, '/count')
  if (row.state !== 'counted' && row.state !== 'posted')
    return countRefusals.refuse('count.not_counted', { number: row.number })
  return reviewShown(row, await countedLines(work, id))
}

export async function list(work: UnitOfWork, input: Static<typeof ListCounts>) {
  const { limit = PAGE, ...filter } = input
  const rows = await store.listCounts(work.tx, filter, limit)
  const last = rows.length === limit ? rows.at(-1) : undefined
  return { counts: rows.map(headShown), ...(last && { next: last.id }) }
}

/** Enters what was counted in the round that is open; one's own entry can be corrected until the round is finished. */
export async function enter(
  work: UnitOfWork,
  input: Static<typeof EnterCount>,
): Promise<Static<typeof CountSheet> | Refusal> {
  const row = await lockCounting(work, input.count)
  if (isRefusal(row)) return row
  const lines = await sheetLines(work, row.id)
  const open = new Map(openLines(row.state, lines).map(line => [line.n, line]))
  const entries = new Map<number, { line: number; counted: bigint }>()
  for (const [n, asked] of input.entries.entries()) {
    const line = open.get(asked.line)
    if (!line) return countRefusals.refuse('count.no_such_line', { line: asked.line }, `/entries/${n}/line`)
    const counted = amountOf(line.stock, asked, `/entries/${n}/quantity`, 0n)
    if (isRefusal(counted)) return counted
    entries.set(line.n, { line: line.n, counted })
  }
  const { account } = work.actor
  const done = await store.enter(work.tx, row, roundOf(row.state)!, [...entries.values()], {
    account,
    at: work.now,
  })
  const other = [...entries.keys()].find(line => !done.has(line))
  if (other !== undefined) return countRefusals.refuse('count.entered', { line: other }, '/entries')
  work.emit({
    type: 'market.count.entered',
    record: `market.count/${row.id}`,
    data: { round: roundOf(row.state)!, lines: [...entries.keys()] },
  })
  return sheetShown(row, await sheetLines(work, row.id))
}

/** Ends the round: what differs by too much is counted a second time, else the count is ready to be approved. */
export async function finish(
  work: UnitOfWork,
  id: string,
  rules: StockRules,
): Promise<Static<typeof CountSheet> | Refusal> {
  const row = await lockCounting(work, id)
  if (isRefusal(row)) return row
  const share = rules.recount(legalDay(work.now))
  if (isRefusal(share)) return share
  const lines = await countedLines(work, row.id)
  const isSecond = row.state === 'recounting'
  const missing = openLines(row.state, lines).filter(line => (isSecond ? line.second : line.first) === null)
  if (missing.length > 0) return countRefusals.refuse('count.incomplete', { missing: missing.length })
  const again = isSecond
    ? []
    : lines.filter(line => needsRecount(line.expected, line.counted, share.value)).map(line => line.n)
  const state: CountState = again.length > 0 ? 'recounting' : 'counted'
  if (again.length > 0) await store.markRecount(work.tx, row.id, again)
  const after = { ...row, state }
  await store.keepCount(work.tx, after)
  work.emit({ type: `market.count.${state}`, record: `market.count/${row.id}`, data: { again } })
  return sheetShown(after, await sheetLines(work, row.id))
}

export async function cancel(
  work: UnitOfWork,
  input: Static<typeof CancelCount>,
): Promise<Static<typeof CountSheet> | Refusal> {
  const row = await lockCount(work, input.count)
  if (isRefusal(row)) return row
  if (row.keeper_id !== work.actor.party) return stockRefusals.refuse('stock.not_keeper')
  if (row.state === 'posted' || row.state === 'cancelled')
    return countRefusals.refuse('count.not_counting', { number: row.number })
  const reason = withoutIdentityNumbers(input.reason)
  const after = { ...row, state: 'cancelled' as const, reason, ended_at: work.now }
  await store.keepCount(work.tx, after)
  work.emit({ type: 'market.count.cancelled', record: `market.count/${row.id}`, data: {} })
  return sheetShown(after, await sheetLines(work, row.id))
}
