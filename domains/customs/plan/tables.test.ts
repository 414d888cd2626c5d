import type { Host } from '@tongqu/kernel/host'
import type { Actor } from '@tongqu/kernel/identity'
import type { readPack } from '@tongqu/kernel/pack'
import { someone } from '@tongqu/kernel/testing'
import type { OrderJson } from '@tongqu/tariff'
import { testDatabase } from '@tongqu/tools/test/database'
import type { Static } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rulesOfPacks } from '../rules/of-packs.ts'
import { customsHost, importFile, must, upload } from '../testing.ts'
import type { OrderDetail, Plan, PlanHead, WhatIfResult } from './contract.ts'

const official: Actor = {
  ...someone('00000000-0000-7000-8000-00000000000c', []),
  grants: new Map([['customs.table.import', 'office']]),
}
const trader = someone('00000000-0000-7000-8000-00000000000a', ['customs.plan.*', 'kernel.file.*'])
const database = await testDatabase()
let host: Host

beforeAll(async () => {
  host = await customsHost(database.url)
  // Measures by origin are known to be none in these years: the duty is then the tariff's alone.
  const coverage = 'origin,from,to,source,strength\nCH,2024-01-01,,an example,assumed'
  await importFile(host, official, { table: 'measure-coverage' }, coverage)
})
afterAll(() => host.stop())

/** A watch, imported by a firm under general trade: its duty is the tariff's. */
const BOOK = {
  orders: [
    {
      orderNo: 'W-1',
      direction: 'import',
      channel: 'b2b',
      country: 'CH',
      currency: 'CNY',
      incoterm: 'CIF',
      lines: [{ hsCode: '9102110000', name: '石英手表', qty: '10', unit: '007', price: '100', origin: 'CH' }],
    },
  ],
}

async function tariff(year: number, edition: string, rate: string): Promise<void> {
  const rows = `code,name,mfn_rate,export_rate,consumption_rate,vat_rate,unit1\n9102110000,watch,${rate},0,0,0.13,007`
  const options = { table: 'tariff', edition, year, source: `tariff ${edition}` }
  expect(await importFile(host, official, options, rows)).toMatchObject({ kind: 'done' })
}

async function planOn(date: string): Promise<Static<typeof Plan>> {
  const file = await upload(host, trader, 'watches.json', Buffer.from(JSON.stringify(BOOK)))
  const { id } = await must<Static<typeof PlanHead>>(host, 'customs.plan.create', { file, date }, trader)
  await host.settle()
  return must(host, 'customs.plan.get', { id }, trader)
}

/** Duty of the order under general trade, with the edition that the plan names. */
function duty(order: unknown): string {
  const mode = (order as OrderJson).modes.find(each => each.mode === '0110')!
  const edition = mode.reasons.find(reason => reason.code === 'tariff.edition')?.text
  return `${mode.taxes?.duty ?? mode.allowed} ${/\(([^)]*)\)/.exec(edition ?? '')?.[1] ?? ''}`.trim()
}

async function dutyOf(plan: { id: string }): Promise<string> {
  const key = { id: plan.id, orderNo: 'W-1' }
  return duty((await must<Static<typeof OrderDetail>>(host, 'customs.plan.order', key, trader)).plan)
}

describe('a plan and the tariff', () => {
  it('takes the edition of its day, whichever was imported last', async () => {
    await tariff(2026, '2026', '0.26')
    await tariff(2025, '2025', '0.24')
    expect(await dutyOf(await planOn('2026-11-23'))).toBe('260.00 2026')
    const earlier = await planOn('2025-03-01')
    expect(await dutyOf(earlier)).toBe('240.00 2025')
    expect(earlier.warnings).toEqual([])
    const later = await planOn('2027-03-01')
    expect(await dutyOf(later)).toBe('260.00 2026')
    expect(later.warnings[0]).toMatchObject({ code: 'tariff.edition_is_older' })
  })

  it('keeps what it was decided by when its edition is corrected; a plan made after says the new', async () => {
    const before = await planOn('2026-11-23')
    await tariff(2026, '2026 corrected', '0.10')
    const after = await planOn('2026-11-23')
    expect([await dutyOf(before), await dutyOf(after)]).toEqual(['260.00 2026', '100.00 2026 corrected'])
    expect(after.ruleset).toEqual(before.ruleset)
  })

  it('tries another day by the tables of that day, and says that they differ', async () => {
    const plan = await planOn('2026-11-23')
    const ask = { id: plan.id, orderNo: 'W-1', date: '2025-03-01' }
    const tried = await must<Static<typeof WhatIfResult>>(host, 'customs.plan.whatIf', ask, trader)
    expect([duty(tried.before), duty(tried.after)]).toEqual(['100.00 2026 corrected', '240.00 2025'])
    const tables = tried.differences.find(each => each.kind === 'tables')
    expect(tables).toMatchObject({
      decisive: true,
      before: { source: expect.stringContaining('2026 corrected') },
      after: { source: expect.stringContaining('2025') },
    })
    expect(await dutyOf(plan)).toBe('100.00 2026 corrected')
  })

  it('tries another line and says where the change does not fit', async () => {
    const { id } = await planOn('2026-11-23')
    const ask = (line: object) =>
      host.call('customs.plan.whatIf', { id, orderNo: 'W-1', lines: [line] }, trader)
    expect(await ask({ line: 2, hsCode: '9102110000' })).toMatchObject({
      refusal: { code: 'plan.no_such_line', place: '/lines' },
    })
    const other = await ask({ line: 1, hsCode: '6109100010' })
    expect(other).toMatchObject({ kind: 'done' })
    const { after } = (other as unknown as { output: Static<typeof WhatIfResult> }).output
    expect(duty(after)).toBe('undetermined')
  })
})

it('a plan names the rules that decided it, and they are found again by their digest', async () => {
  const plan = await planOn('2026-11-23')
  const [row] = await host.database.transact({ scope: 'system' }, tx =>
    tx.query<{ packs: { id: string; digest: string }[] }>('select packs from customs.plan where id = $1', [
      plan.id,
    ]),
  )
  const kept = await host.database.transact({ scope: 'system' }, tx =>
    tx.query<{ id: string; digest: string; files: Record<string, string> }>(
      'select id, digest, files from kernel.pack',
    ),
  )
  const packs = row!.packs.map(({ id, digest }) => {
    const found = kept.find(each => each.id === id && each.digest === digest)
    return { id, digest, files: new Map(Object.entries(found!.files)) } as Awaited<
      ReturnType<typeof readPack>
    >
  })
  expect(packs.map(pack => pack.id)).toEqual(['cn', 'wuhan'])
  expect(rulesOfPacks(packs).digestAt(plan.date)).toBe(plan.ruleset.digest)
  expect(rulesOfPacks(packs).digestAt('2018-01-01')).not.toBe(plan.ruleset.digest)
})
