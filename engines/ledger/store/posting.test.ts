import { testHost } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { expect, it, onTestFinished } from 'vitest'
import { ledgerModule } from '../index.ts'
import { whilePosting } from './posting.ts'

it('closes the ledger’s tables again, also after a failure that the caller lives with', async () => {
  const { url } = await testDatabase()
  const host = await testHost({ url, modules: services => [ledgerModule(services)] })
  onTestFinished(() => host.stop())
  const party = '00000000-0000-7000-8000-00000000000a'
  await host.database.transact({ scope: 'own', party }, async tx => {
    const isOpen = async () => (await tx.query('select ledger.posting() as open'))[0]!.open
    expect(await whilePosting(tx, isOpen)).toBe(true)
    expect(await isOpen()).toBe(false)
    const failing = whilePosting(tx, async () => {
      throw new RangeError('not a UUID')
    })
    await expect(failing).rejects.toThrow('not a UUID')
    expect(await isOpen()).toBe(false)
  })
})
