import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, expect, it } from 'vitest'
import { customsHost, must } from '../../testing.ts'

const { url } = await testDatabase()
const host = await customsHost(url)
afterAll(() => host.stop())

const party = '00000000-0000-7000-8000-0000000000d1'
const clerk = someone(party, ['customs.declarant.*'])
const profile = { dxpId: 'DXPVERSION1', transmitter: { code: '4201960V01', name: '江城示范' }, sends: [] }
const set = async (more: object) => {
  const outcome = await host.call('customs.declarant.set', { ...profile, ...more }, clerk)
  return outcome.kind === 'refused' ? outcome.refusal : outcome.kind
}
const read = () => must<{ version: number; profile: unknown }>(host, 'customs.declarant.read', {}, clerk)

it('a record that nobody has given yet has the version 0, and its first giving is told by it', async () => {
  expect(await read()).toEqual({ profile: null, version: 0 })
  const first = await Promise.all([set({ version: 0 }), set({ version: 0, customsOffice: '4201' })])
  expect(first.filter(each => each === 'done')).toHaveLength(1)
  expect(first.find(each => each !== 'done')).toMatchObject({
    code: 'record.changed',
    params: { yours: 0, current: 1 },
    place: '/version',
  })
})

it('who changes it from a version that is no more is refused, and nothing is written', async () => {
  const before = await read()
  expect(await set({ version: before.version, customsOffice: '4212' })).toBe('done')
  const between = await read()
  expect(await set({ version: before.version, customsOffice: '4299' })).toMatchObject({
    code: 'record.changed',
  })
  expect(await read()).toEqual(between)
  expect(between).toMatchObject({ version: before.version + 1, profile: { customsOffice: '4212' } })
})

it('of many who change it at once from one version, one does', async () => {
  const { version } = await read()
  const told = await Promise.all(
    Array.from({ length: 6 }, (_, n) => set({ version, customsOffice: `42${n}0` })),
  )
  expect(told.filter(each => each === 'done')).toHaveLength(1)
  expect((await read()).version).toBe(version + 1)
})

it('a program that keeps the record by itself names no version', async () => {
  const { version } = await read()
  expect(await set({})).toBe('done')
  expect((await read()).version).toBe(version + 1)
})
