import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { testFolder } from '@tongqu/tools/test/folder'
import { needsShared } from '@tongqu/tools/test/needs'
import { describe, expect, it } from 'vitest'
import { type Ran, tongqu } from '../testing.ts'

/*
 * What a user of the real tables does first, on a fresh data folder with the embedded database and no server:
 * each step is a process of its own.
 */
const folder = await testFolder()

describe('a fresh data folder', () => {
  const shared = needsShared('data')
  const call = (...args: string[]): Promise<Ran> =>
    tongqu(join(folder, 'data'), [...args, '--lang', 'en'], { cwd: folder })
  const report = async (...args: string[]) => {
    const { status, out } = await call(...args, '--json')
    expect(status).toBe(0)
    return JSON.parse(out)
  }

  it('takes the full tariff and the official code tables, and plans by them without the database', async () => {
    const of2020 = ['--edition', 'cn-2020', '--year', '2020', '--source', 'the tariff of 2020']
    const tariff = await report('import', 'tariff', `${shared}/cn-tariff-2020-hs10.csv.gz`, ...of2020)
    expect(tariff).toMatchObject({ rows: 11_988, rejected: [] })
    for (const table of ['countries', 'currencies', 'units'])
      expect((await report('import', table, `${shared}/customs-codes/${table}.csv`)).rows).toBeGreaterThan(20)
    const book = join(import.meta.dirname, '../../../examples/mixed-container.xlsx')
    const plan = await report('plan', book)
    expect(plan.totals).toMatchObject({ planned: 11, refused: 0 })
    expect(plan.warnings[0].text).toContain('cn-2020')
  }, 120_000)

  it('is backed up and restored into another folder, which has the same tables', async () => {
    const saved = join(folder, 'saved')
    expect((await call('backup', saved)).out).toMatch(/^rows: \d{5}$/m)
    const again = await call('backup', saved)
    expect([again.status, again.err]).toEqual([2, expect.stringContaining('is not empty')])
    const other = join(folder, 'other')
    const restored = await tongqu(other, ['restore', saved, '--lang', 'en'])
    expect([restored.status, restored.out]).toEqual([0, expect.stringMatching(/^rows: \d{5}$/m)])
    expect(existsSync(join(other, 'postgres'))).toBe(true)
    const tables = await tongqu(other, ['customs', 'table', 'list', '--json'])
    const before = await call('customs', 'table', 'list', '--json')
    expect(JSON.parse(tables.out)).toEqual(JSON.parse(before.out))
  }, 120_000)
})
