import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { inUnit } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { amountOf } from '../amounts.ts'
import { counterAccount, ownAccount } from '../books/account-ref.ts'
import { type Move, moveGoods } from '../books/move.ts'
import { ensureLines } from '../line/store.ts'
import { type PaperRules, paperRules, refusePaper } from '../papers.ts'
import { stockRefusals } from '../refusals.ts'
import type { StockRules } from '../rulebook.ts'
import { storing } from '../warehouse/service.ts'
import type { WarehouseRow } from '../warehouse/store.ts'
import type { ArriveTransfer, Transfer } from './contract.ts'
import { endIfEmpty, onTheWay } from './end.ts'
import { transferRefusals } from './refusals.ts'
import { articleOf, type StandingLine, standingLines, transitOf } from './standing.ts'
import type * as store from './store.ts'

type Input = Static<typeof ArriveTransfer>
type Asked = Input['entries'][number]

/** What came of a line, judged. */
interface Arrival {
  readonly line: StandingLine
  readonly amount: bigint
  readonly lost: bigint
  readonly loss: Asked['loss']
  readonly place: string
}

/** The keeper at the other end takes in what came, in one of several goes, and says what was lost. */
export async function arrive(
  work: UnitOfWork,
  input: Input,
  rules: StockRules,
): Promise<Static<typeof Transfer> | Refusal> {
  const row = await onTheWay(work, input.transfer)
  if (isRefusal(row)) return row
  if (row.to_keeper_id !== work.actor.party) return stockRefusals.refuse('stock.not_keeper')
  const to = await storing(work, row.to_warehouse_id, row.party_id, '/transfer')
  if (isRefusal(to)) return to
  const papers = paperRules(rules, legalDay(work.now))
  if (isRefusal(papers)) return papers
  const arrivals = judged(input, await standingLines(work, row.id))
  if (isRefusal(arrivals)) return arrivals
  const refusal = refusePapers(arrivals, input, papers, to)
  if (refusal) return refusal
  const moves = await movesOf(work, row, arrivals, input)
  const moved = await moveGoods(work, moves)
  if (isRefusal(moved)) return moved
  work.emit({
    type: 'market.transfer.arrived',
    record: `market.transfer/${row.id}`,
    data: {
      entries: arrivals.map(({ line, amount, lost, loss }) => ({
        line: line.n,
        arrived: amount.toString(),
        lost: lost.toString(),
        ...(loss && { kind: loss.kind }),
      })),
    },
  })
  return endIfEmpty(work, row)
}

function judged({ entries }: Input, lines: readonly StandingLine[]): Arrival[] | Refusal {
  const left = new Map(lines.map(line => [line.n, line.inTransit]))
  const arrivals: Arrival[] = []
  for (const [n, asked] of entries.entries()) {
    const place = `/entries/${n}`
    const line = lines.find(each => each.n === asked.line)
    if (!line) return transferRefusals.refuse('transfer.no_such_line', { line: asked.line }, `${place}/line`)
    const { quantity, unit, loss } = asked
    if (quantity === undefined && !loss)
      return transferRefusals.refuse('transfer.nothing_said', { line: line.n }, place)
    const amount = quantity === undefined ? 0n : amountOf(line, { quantity, unit }, `${place}/quantity`)
    if (isRefusal(amount)) return amount
    const lost = loss ? amountOf(line, { ...loss, unit }, `${place}/loss/quantity`) : 0n
    if (isRefusal(lost)) return lost
    const before = left.get(line.n)!
    if (amount + lost > before) {
      const params = { line: line.n, left: inUnit(before, line.scale) }
      return transferRefusals.refuse('transfer.more_than_in_transit', params, `${place}/quantity`)
    }
    left.set(line.n, before - amount - lost)
    arrivals.push({ line, amount, lost, loss, place })
  }
  return arrivals
}

function refusePapers(
  arrivals: readonly Arrival[],
  { paper }: Input,
  papers: PaperRules,
  to: WarehouseRow,
): Refusal | undefined {
  const came = arrivals.some(({ amount }) => amount > 0n)
  const unproven = came ? refusePaper(papers, to.kind, 'arrival', paper) : undefined
  if (unproven) return unproven
  for (const { loss, place } of arrivals) {
    const refusal = loss && refusePaper(papers, to.kind, 'transit_loss', loss.paper, `${place}/loss/paper`)
    if (refusal) return refusal
  }
  return undefined
}

async function movesOf(
  work: UnitOfWork,
  row: store.TransferRow,
  arrivals: readonly Arrival[],
  { paper }: Input,
): Promise<Move[]> {
  const came = arrivals.filter(({ amount }) => amount > 0n)
  const lines = await ensureLines(
    work.tx,
    came.map(({ line }) => ({
      article_id: line.article_id,
      party_id: row.party_id,
      warehouse_id: row.to_warehouse_id,
      keeper_id: row.to_keeper_id,
      lot_id: line.lot_id,
    })),
    work.newId,
    work.now,
  )
  const by = ({ line, place }: Arrival) => ({
    from: transitOf(line),
    keeper: row.to_keeper_id,
    record: { kind: 'transfer', id: row.id, line: line.n },
    place,
  })
  const arrived = came.map((arrival, n): Move => {
    const to = ownAccount(lines[n]!, 'on_hand', articleOf(arrival.line))
    return { ...by(arrival), movement: 'arrival', to, amount: arrival.amount, line: to.id, paper }
  })
  const lost = arrivals
    .filter(({ lost }) => lost > 0n)
    .map((arrival): Move => {
      const { kind, reason, paper: notice } = arrival.loss!
      const to = counterAccount(articleOf(arrival.line), kind)
      const why = withoutIdentityNumbers(reason)
      return {
        ...by(arrival),
        movement: 'transit_loss',
        to,
        amount: arrival.lost,
        reason: why,
        paper: notice,
      }
    })
  return [...arrived, ...lost]
}
