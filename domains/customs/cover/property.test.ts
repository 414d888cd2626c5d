import {
  AccountFlags,
  Books,
  createAccounts,
  createTransfers,
  type NewTransfer,
} from '@tongqu/ledger/machine'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type KeptBill, type StateTable, type ToldBill, withBill } from '../guarantee/bill/told.ts'
import type { Covered } from './covered.ts'
import { movesTo } from './moves.ts'
import { Room } from './room.ts'
import { type BillFact, type CoverFacts, targetOf } from './target.ts'

/*
 * Covers over the ledger's own machine in memory, against a model that knows nothing of transfers: after any history the
 * accounts are what the covers say, nothing is overdrawn, and to settle again moves nothing.
 */

let ids = 0
const newId = () => `00000000-0000-7000-8000-${(++ids).toString(16).padStart(12, '0')}`

interface World {
  readonly books: Books
  readonly cover: string
  readonly against: string
  readonly outside: string
  readonly amount: bigint
  time: bigint
}

function world(amount: bigint): World {
  const [cover, against, outside] = [newId(), newId(), newId()]
  const books = new Books()
  const limited = AccountFlags.debits_must_not_exceed_credits
  const of = { ledger: 156, code: 1 }
  createAccounts(
    books,
    [
      { id: cover, ...of, flags: limited },
      { id: against, ...of, flags: limited },
      { id: outside, ...of },
    ],
    1n,
  )
  const made = { books, cover, against, outside, amount, time: 10n }
  post(made, [
    { id: newId(), debit_account_id: outside, credit_account_id: cover, amount, ledger: 156, code: 2 },
  ])
  return made
}

function post(of: World, transfers: readonly NewTransfer[]): void {
  of.time += BigInt(transfers.length + 1)
  const results = createTransfers(of.books, transfers, of.time)
  expect(results.map(each => each.status)).toEqual(transfers.map(() => 'created'))
}

const account = (of: World, id: string) => of.books.account(id)!
const left = (of: World, id: string) => {
  const { credits_posted, debits_posted, debits_pending } = account(of, id)
  return credits_posted - debits_posted - debits_pending
}

const covering = (of: World, kind: Covered['kind'], asked: bigint): Covered => ({
  declaration: newId(),
  party: newId(),
  owner: newId(),
  kind,
  cover: of.cover,
  against: of.against,
  isIn: false,
  line: kind === 'guarantee' ? 0 : 1,
  ledger: 156,
  asked,
  toHold: 0n,
  toPost: 0n,
  held: 0n,
  posted: 0n,
  hold: undefined,
})

function settle(of: World, covered: Covered, target: { toHold: bigint; toPost: bigint }): Covered {
  const room = new Room(new Map([of.cover, of.against].map(id => [id, left(of, id)])))
  const moved = movesTo(covered, target, room, newId)
  post(of, moved.transfers)
  expect(room.of(of.cover)).toBe(left(of, of.cover))
  expect(room.of(of.against)).toBe(left(of, of.against))
  return moved.covered
}

const money = fc.bigInt({ min: 0n, max: 60n })
const bill: fc.Arbitrary<BillFact> = fc.record({
  state: fc.constantFrom('made' as const, 'summed' as const, 'void' as const, 'paid' as const),
  amount: fc.option(money, { nil: undefined }),
})
const facts: fc.Arbitrary<CoverFacts> = fc.record({
  state: fc.constantFrom(
    'waiting',
    'declared',
    'released',
    'concluded',
    'rejected',
    'cancelled',
    'returned',
    'withdrawn',
  ),
  isContradicted: fc.oneof(
    { weight: 9, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  bills: fc.array(bill, { maxLength: 3 }),
  returned: money.map(qty => new Map([[1, qty]])),
  isAllReturned: fc.boolean(),
})
const step = fc.record({ who: fc.nat(3), what: fc.oneof(facts, fc.constant('out' as const)) })

it.each(['guarantee', 'book'] as const)(
  'a %s is never overdrawn, and its accounts are what its covers say',
  kind => {
    const history = fc.tuple(
      fc.bigInt({ min: 1n, max: 120n }),
      fc.array(money, { minLength: 4, maxLength: 4 }),
      fc.array(step),
    )
    fc.assert(
      fc.property(history, ([amount, asked, steps]) => {
        const of = world(amount)
        const covers = asked.map(each => covering(of, kind, each))
        for (const { who, what } of steps) {
          const before = covers[who]!
          const target = what === 'out' ? { toHold: before.asked, toPost: 0n } : targetOf(before, what)
          covers[who] = settle(of, before, target)
          const again = movesTo(covers[who]!, target, new Room(new Map([[of.cover, 0n]])), newId)
          const isWhole = covers[who]!.held === target.toHold && covers[who]!.posted === target.toPost
          if (isWhole) expect(again.transfers).toEqual([])
          const sum = (what: 'held' | 'posted') => covers.reduce((all, each) => all + each[what], 0n)
          const { credits_posted, debits_posted, debits_pending } = account(of, of.cover)
          expect([debits_pending, credits_posted - debits_posted]).toEqual([
            sum('held'),
            amount - sum('posted'),
          ])
          expect(account(of, of.against).credits_posted - account(of, of.against).debits_posted).toBe(
            sum('posted'),
          )
          expect(sum('held') + sum('posted') <= amount).toBe(true)
          for (const each of covers) expect((each.hold === undefined) === (each.held === 0n)).toBe(true)
          // It has less than it needs only where nothing was left for it.
          if (!isWhole) expect(left(of, of.cover)).toBe(0n)
        }
      }),
      { numRuns: 400 },
    )
  },
)

const STATES: StateTable = [
  { code: '1', state: 'made' },
  { code: '2', state: 'summed' },
  { code: '3', state: 'void' },
]
const none: KeptBill = {
  state: 'made',
  stateTime: '',
  orderNo: undefined,
  guarantor: undefined,
  amounts: undefined,
  billTime: undefined,
}
const told: fc.Arbitrary<ToldBill> = fc.record({
  listNo: fc.constant('L'),
  taxNo: fc.constant('T'),
  state: fc.constantFrom('made' as const, 'summed' as const, 'void' as const),
  time: fc.constantFrom('1', '2', '3'),
  orderNo: fc.constantFrom(undefined, 'O1', 'O2'),
  guarantor: fc.constantFrom(undefined, 'G'),
  amounts: fc.option(
    money.map(vat => ({ duty: 0n, vat, consumption: 0n, lines: [] })),
    { nil: undefined },
  ),
})

it('a bill is the same whatever the order its messages come in, and however often each comes', () => {
  const both = fc
    .array(told, { minLength: 1, maxLength: 6 })
    .chain(all =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })),
    )
  fc.assert(
    fc.property(both, ([all, other]) => {
      const end = (messages: readonly ToldBill[]) => {
        const { amounts, ...rest } = messages.reduce((kept, each) => withBill(kept, each, STATES), none)
        return { ...rest, vat: amounts?.vat }
      }
      expect(end(other)).toEqual(end(all))
    }),
  )
})
