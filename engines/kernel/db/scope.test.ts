import { testDatabase } from '@tongqu/tools/test/database'
import { expect, it, onTestFinished } from 'vitest'
import { testHost } from '../testing/host.ts'
import { type Tx, unsafeInScope } from './index.ts'

const party = '00000000-0000-7000-8000-00000000000a'
const scopeOf = async (tx: Tx) =>
  (await tx.query<{ scope: string }>('select kernel.scope() as scope'))[0]!.scope

it('puts the caller’s scope back, also after a failure that the caller lives with', async () => {
  const { url } = await testDatabase()
  const host = await testHost({ url, modules: () => [] })
  onTestFinished(() => host.stop())
  await host.database.transact({ scope: 'own', party }, async tx => {
    expect(await unsafeInScope(tx, 'audit', () => scopeOf(tx))).toBe('audit')
    expect(await scopeOf(tx)).toBe('own')
    const failing = unsafeInScope(tx, 'system', async () => {
      throw new Error('found nothing')
    })
    await expect(failing).rejects.toThrow('found nothing')
    expect(await scopeOf(tx)).toBe('own')
  })
  const broken = host.database.transact({ scope: 'own', party }, tx =>
    unsafeInScope(tx, 'audit', () => tx.query('select 1 / 0')),
  )
  await expect(broken).rejects.toThrow('division by zero')
})
