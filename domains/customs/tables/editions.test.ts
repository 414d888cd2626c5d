import type { Host } from '@tongqu/kernel/host'
import type { Actor } from '@tongqu/kernel/identity'
import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customsHost, importFile, ownPacks } from '../testing.ts'
import { ownTables } from './of-packs.ts'
import { setOfRegisters } from './registers.ts'

const official: Actor = {
  ...someone('00000000-0000-7000-8000-00000000000c', []),
  grants: new Map([['customs.table.import', 'office']]),
}
const A = '9503002100'
const B = '6109100010'
const tariffOf = (...rows: (readonly [code: string, rate: string])[]) =>
  [
    'code,name,mfn_rate,export_rate,consumption_rate,vat_rate,unit1',
    ...rows.map(([code, rate]) => `${code},goods,${rate},0,0,0.13,007`),
  ].join('\n')

describe.each([[[2020, 2026]], [[2026, 2020]], [[2020, 2026, 2020, 2026]]] as const)(
  'editions of the tariff, imported in the order %j',
  async years => {
    const database = await testDatabase()
    let host: Host
    const bring = async (year: number, more: object, ...rows: Parameters<typeof tariffOf>) => {
      const edition = { table: 'tariff', edition: String(year), year, source: `tariff of ${year}`, ...more }
      expect(await importFile(host, official, edition, tariffOf(...rows))).toMatchObject({ kind: 'done' })
    }
    beforeAll(async () => {
      host = await customsHost(database.url)
      for (const year of years) await bring(year, {}, [A, year === 2020 ? '0.2' : '0.26'], [B, '0.1'])
    })
    afterAll(() => host.stop())

    /** Duty rate of a code on a day, with the edition that says so. */
    async function rateOn(day: string, code = A): Promise<string> {
      const own = ownTables(await ownPacks())
      const set = await host.database.transact({ scope: 'system' }, tx => setOfRegisters(tx, own))
      const tariff = set.tariffs.findLast(each => each.from <= day)
      return `${tariff?.edition.id}: ${tariff?.rows.find(each => each.row.code === code)?.row.mfnRate}`
    }

    it('each day has the one of its year, and the last goes on until another comes', async () => {
      expect(await rateOn('2019-12-31')).toBe('undefined: undefined')
      expect(await rateOn('2020-01-01')).toBe('2020: 0.2')
      expect(await rateOn('2025-12-31')).toBe('2020: 0.2')
      expect(await rateOn('2026-01-01')).toBe('2026: 0.26')
      expect(await rateOn('2026-01-01', B)).toBe('2026: 0.1')
      expect(await rateOn('2031-01-01')).toBe('2026: 0.26')
    })

    it('a correction of one changes its days only, and what it leaves out is gone on them', async () => {
      await bring(2020, { edition: '2020 corrected' }, [A, '0.21'])
      expect(await rateOn('2023-07-01')).toBe('2020 corrected: 0.21')
      expect(await rateOn('2023-07-01', B)).toBe('2020 corrected: undefined')
      expect(await rateOn('2026-07-01')).toBe('2026: 0.26')
      expect(await rateOn('2026-07-01', B)).toBe('2026: 0.1')
    })

    it('an edition that begins within a year stands from that day', async () => {
      await bring(2026, { edition: '2026-07', from: '2026-07-01' }, [A, '0.27'])
      expect(await rateOn('2026-06-30')).toBe('2026: 0.26')
      expect(await rateOn('2026-07-01')).toBe('2026-07: 0.27')
      expect(await rateOn('2026-07-01', B)).toBe('2026-07: undefined')
    })
  },
)
