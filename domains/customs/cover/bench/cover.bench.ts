import { command } from '@tongqu/kernel/command'
import { createDatabase } from '@tongqu/kernel/db/embedded'
import type { Host } from '@tongqu/kernel/host'
import type { Module } from '@tongqu/kernel/module'
import { testHost } from '@tongqu/kernel/testing'
import { ledgerModule } from '@tongqu/ledger'
import { registerModule } from '@tongqu/register'
import { type Bench, benchResult } from '@tongqu/tools/bench'
import { benchCluster } from '@tongqu/tools/bench/cluster'
import { Type } from 'typebox'
import { exampleBook, exampleLine } from '../../book/example.ts'
import { exampleGuarantee } from '../../guarantee/example.ts'
import { customsModule } from '../../index.ts'
import { must, ownPacks } from '../../testing.ts'
import { reserve } from '../reserve.ts'
import { settle } from '../settle.ts'

/** Orders of one transaction, as the job that makes declarations has them. */
const PIECE = 250
const PIECES = 20
const RUNS = 5
const PARTY = '00000000-0000-7000-8000-0000000000be'
const BOOK = 'T4701X000001'
const LINES = 200
/** 100,000 lists in twenty minutes may spend a tenth of them on what covers them. */
const GOAL = 100_000 / 120

const Ids = Type.Object({ ids: Type.Array(Type.String()) })
const common = {
  summary: { zh: '测试用', en: 'for benches' },
  permission: 'fixture.cover',
  input: Ids,
  output: Type.Object({}),
  example: { input: { ids: [] } },
  unsafeScope: 'system',
} as const

const wantOf = (declaration: string, n: number) => ({
  declaration,
  party: PARTY,
  message: 'CEB621',
  guarantee: { code: '4201960009', office: '4701', amount: 3731n },
  book: {
    number: BOOK,
    isIn: false,
    lines: [{ line: 1, recordNo: String((n % LINES) + 1), hsCode: '8516310000', unit: '007', qty: '1' }],
  },
})

const fixture: Module = {
  name: 'fixture',
  calls: [
    command({
      ...common,
      name: 'fixture.cover.reserve',
      async handle(work, { ids }) {
        const lacking = await reserve(work, ids.map(wantOf))
        if (lacking.size > 0) throw new Error(`${lacking.size} are not covered`)
        return {}
      },
    }),
    command({
      ...common,
      name: 'fixture.cover.settle',
      async handle(work, { ids }) {
        await settle(work, ids)
        return {}
      },
    }),
  ],
}

const DECLARED = `
  insert into customs.declaration (id, number, party_id, mode, form, direction, day, created_at, state, state_at)
  select id::uuid, id, $2, '1210', 'list', 'import', '2026-11-23', $3, 'released', $3 from unnest($1::text[]) as n (id)`

/**
 * Lists of one guarantor and one book: held piece by piece, then all released and settled; every one locks the same
 * guarantee. The value is lists a second, held and settled, everything durable.
 */
export const bench: Bench = {
  name: 'declare.cover',
  async run() {
    const cluster = await benchCluster()
    const url = await createDatabase(cluster.server.url, 'bench')
    const packs = await ownPacks()
    const modules = (services: Parameters<typeof customsModule>[0]) => [
      registerModule,
      ledgerModule(services),
      customsModule(services),
      fixture,
    ]
    const host = await testHost({ url, packs, modules })
    await open(host)
    const rates: number[] = []
    for (let run = 0; run <= RUNS; run++) rates.push(await day(host, run))
    await host.stop()
    await cluster.close()
    // The first run warms up.
    return benchResult('declare.cover', 'lists/s', { name: 'the goal', value: GOAL }, rates.slice(1))
  },
}

async function open(host: Host): Promise<void> {
  const of = { party: PARTY }
  await must(host, 'ledger.unit.install', {})
  await host.database.transact({ scope: 'system' }, tx =>
    tx.execute(
      `insert into kernel.party (id, kind, name, created_at) values ($1, 'firm', '{"zh":"甲","en":"A"}', $2)`,
      [PARTY, host.clock.now()],
    ),
  )
  await must(host, 'customs.guarantee.register', { ...exampleGuarantee('BH'), ...of, amount: '1000000000' })
  const { id } = await must<{ id: string }>(host, 'customs.book.register', { ...exampleBook(BOOK), ...of })
  const lines = Array.from({ length: LINES }, (_, n) => exampleLine(n + 1, '1000000'))
  await must(host, 'customs.book.addLines', { book: id, lines })
}

async function day(host: Host, run: number): Promise<number> {
  const pieces = Array.from({ length: PIECES }, (_, piece) =>
    Array.from({ length: PIECE }, (_, n) => {
      const number = (piece * PIECE + n).toString(16).padStart(12, '0')
      return `00000000-0000-7000-8${String(run).padStart(3, '0')}-${number}`
    }),
  )
  const begun = performance.now()
  for (const ids of pieces) await must(host, 'fixture.cover.reserve', { ids })
  let spent = performance.now() - begun
  await host.database.transact({ scope: 'system' }, tx =>
    tx.execute(DECLARED, [pieces.flat(), PARTY, host.clock.now()]),
  )
  const released = performance.now()
  for (const ids of pieces) await must(host, 'fixture.cover.settle', { ids })
  spent += performance.now() - released
  return (PIECES * PIECE * 1000) / spent
}
