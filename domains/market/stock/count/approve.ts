import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { accountsNow, availableOn, inUnit } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { counterAccount } from '../books/account-ref.ts'
import { type Move, moveGoods } from '../books/move.ts'
import { articleOfLine, onHand } from '../line/account.ts'
import { paperRules, refusePaper } from '../papers.ts'
import type { StockRules } from '../rulebook.ts'
import type { ApproveCount, CountReview } from './contract.ts'
import { countRefusals } from './refusals.ts'
import { lockCount } from './service.ts'
import { type CountedLine, countedLines, reviewShown } from './standing.ts'
import * as store from './store.ts'

type Input = Static<typeof ApproveCount>

/** Somebody who has not counted, of the keeper or the owner, approves the differences; then they are posted. */
export async function approve(
  work: UnitOfWork,
  input: Input,
  rules: StockRules,
): Promise<Static<typeof CountReview> | Refusal> {
  const row = await lockCount(work, input.count)
  if (isRefusal(row)) return row
  if (row.state !== 'counted') return countRefusals.refuse('count.not_counted', { number: row.number })
  const lines = await countedLines(work, row.id)
  const { account } = work.actor
  if (!account || lines.some(line => line.counted_by.includes(account)))
    return countRefusals.refuse('count.own_count')
  const differing = lines.filter(line => line.counted !== line.expected)
  const refusal = (await refusePapers(work, differing, input, rules)) ?? (await refuseHeld(work, differing))
  if (refusal) return refusal
  const moved = await moveGoods(
    work,
    differing.map(line => moveOf(row, line, input)),
  )
  if (isRefusal(moved)) return moved
  const after = { ...row, state: 'posted' as const, approved_by: account, ended_at: work.now }
  await store.keepCount(work.tx, after)
  work.emit({
    type: 'market.count.posted',
    record: `market.count/${row.id}`,
    data: {
      differences: differing.map(line => ({
        line: line.n,
        stock: line.line_id,
        amount: (line.counted - line.expected).toString(),
      })),
    },
  })
  return reviewShown(after, lines)
}

async function refusePapers(
  work: UnitOfWork,
  differing: readonly CountedLine[],
  { paper }: Input,
  rules: StockRules,
): Promise<Refusal | undefined> {
  const [some] = differing
  if (!some) return undefined
  const papers = paperRules(rules, legalDay(work.now))
  return isRefusal(papers) ? papers : refusePaper(papers, some.stock.warehouse_kind, 'count', paper)
}

/** What is missing must be there to be taken off: not held, not on sale. */
async function refuseHeld(work: UnitOfWork, differing: readonly CountedLine[]): Promise<Refusal | undefined> {
  const short = differing.filter(line => line.counted < line.expected)
  const accounts = await accountsNow(
    work.tx,
    short.map(line => line.line_id),
    true,
  )
  for (const { n, line_id, counted, expected, stock } of short) {
    const account = accounts.get(line_id)
    const left = account ? availableOn(account) : 0n
    if (expected - counted <= left) continue
    const shown = (amount: bigint) => inUnit(amount, stock.scale)
    return countRefusals.refuse('count.held', {
      line: n,
      missing: shown(expected - counted),
      left: shown(left),
    })
  }
  return undefined
}

function moveOf(row: store.CountRow, line: CountedLine, { paper }: Input): Move {
  const there = onHand(line.stock)
  const difference = counterAccount(articleOfLine(line.stock), 'difference')
  const isMore = line.counted > line.expected
  return {
    movement: 'count',
    from: isMore ? difference : there,
    to: isMore ? there : difference,
    amount: isMore ? line.counted - line.expected : line.expected - line.counted,
    keeper: row.keeper_id,
    line: line.line_id,
    record: { kind: 'count', id: row.id, line: line.n },
    paper,
  }
}
