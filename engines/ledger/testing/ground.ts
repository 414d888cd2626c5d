import { command, groupCommand } from '@tongqu/kernel/command'
import type { Module } from '@tongqu/kernel/module'
import { isRefusal } from '@tongqu/kernel/refusal'
import { Type } from 'typebox'
import type { NewTransfer, TransferStatus } from '../machine/index.ts'
import { transferRefused } from '../refusals.ts'
import { ledgerWriter } from '../store/group.ts'
import { type OpenedAccount, openAccounts } from '../store/open.ts'
import { closePeriod, type Period } from '../store/period.ts'
import { post } from '../store/post.ts'
import { keepUnits, type PackUnit } from '../store/unit-pack.ts'

/*
 * Commands that hand transfers to the ledger as they are, once under row locks and once by a shard's writer: for
 * the engine's tests and benches. Amounts stand as text.
 */
const say = { zh: '测试用', en: 'for tests' }
const Any = Type.Object({
  items: Type.Array(Type.Unsafe<Record<string, unknown>>({ type: 'object' })),
  /** Refuse when one fails, instead of answering the codes. */
  strict: Type.Optional(Type.Boolean()),
})
const Statuses = Type.Array(Type.String())
const common = {
  summary: say,
  permission: 'fixture.post',
  input: Any,
  output: Statuses,
  example: { input: { items: [] } },
}

/** Units for accounts that only say a number. */
export function fixtureUnits(numbers: readonly number[]): PackUnit[] {
  return [...new Set(numbers)]
    .filter(number => number > 0)
    .map(number => ({ kind: 'fixture', code: `${number}`, number, scale: 0, name: say, ...stated }))
}
const stated = { pack: 'fixture', source: 'fixture', strength: 'example' }

export const shards = ledgerWriter('fixture.shard')

/** Makes transfers fit for an input: JSON has no bigint. */
export function asInput(items: readonly (NewTransfer | OpenedAccount | Omit<Period, 'id'>)[]): {
  items: Record<string, unknown>[]
} {
  const texts = items.map(item =>
    Object.entries(item).map(([key, value]) => [key, typeof value === 'bigint' ? `${value}n` : value]),
  )
  return { items: texts.map(entries => Object.fromEntries(entries) as Record<string, unknown>) }
}

function fromInput<T>(items: readonly Record<string, unknown>[]): T[] {
  const value = (text: unknown) =>
    typeof text === 'string' && /^-?\d+n$/.test(text) ? BigInt(text.slice(0, -1)) : text
  return items.map(
    item => Object.fromEntries(Object.entries(item).map(([key, text]) => [key, value(text)])) as T,
  )
}

const open = command({
  ...common,
  name: 'fixture.account.open',
  unsafeScope: 'system',
  async handle(work, input) {
    const accounts = fromInput<OpenedAccount>(input.items)
    await keepUnits(work, fixtureUnits(accounts.map(account => account.ledger)))
    const results = await openAccounts(work, accounts)
    return isRefusal(results) ? results : results.map(result => result.status)
  },
})

const close = command({
  ...common,
  name: 'fixture.period.close',
  unsafeScope: 'system',
  async handle(work, { items }) {
    const [asked] = fromInput<Omit<Period, 'id'>>(items)
    const period = await closePeriod(work, asked!)
    return isRefusal(period) ? period : [period.id]
  },
})

const postLocked = command({
  ...common,
  name: 'fixture.transfer.post',
  async handle(work, { items, strict }) {
    const transfers = fromInput<NewTransfer>(items)
    const results = await post(work, transfers)
    return answer(
      results.map(result => result.status),
      transfers,
      strict,
    )
  },
})

const postGrouped = groupCommand({
  ...common,
  name: 'fixture.transfer.postGrouped',
  shard: () => 'all',
  group: shards.run<{ items: Record<string, unknown>[]; strict?: boolean }, string[]>(
    'fixture.transfer.postGrouped',
    {
      needs: ({ input }) => ({ transfers: fromInput<NewTransfer>(input.items) }),
      decide(ledger, { input }) {
        const transfers = fromInput<NewTransfer>(input.items)
        const results = ledger.post(transfers)
        if (isRefusal(results)) return results
        const answered = answer(
          results.map(result => result.status),
          transfers,
          input.strict,
        )
        return isRefusal(answered) ? answered : { rows: [], output: answered }
      },
    },
  ),
})

function answer(statuses: TransferStatus[], transfers: readonly NewTransfer[], strict: boolean | undefined) {
  const failed = statuses.findIndex(status => status !== 'created')
  if (!strict || failed < 0) return statuses
  return transferRefused(statuses[failed] as Exclude<TransferStatus, 'created'>, transfers[failed]!.id)
}

export const groundModule: Module = { name: 'fixture', calls: [open, close, postLocked, postGrouped] }
