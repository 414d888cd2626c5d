import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, expect, it } from 'vitest'
import type { Host } from '../host/index.ts'
import { fixtureModule } from '../testing/fixture.ts'
import { someone, testHost } from '../testing/host.ts'
import { connect, OutcomeUnknown, type Tx } from './index.ts'

const alice = someone('00000000-0000-7000-8000-00000000000a', ['fixture.note.write'])
const { url } = await testDatabase()
const administrator = connect({ url })
const host: Host = await testHost({ url, modules: () => [fixtureModule] })
afterAll(async () => {
  await host.stop()
  await administrator.close()
})

/** Ends the connection of a transaction from outside, as a restart of the server does. */
async function endConnection(tx: Tx): Promise<void> {
  const [mine] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
  await administrator.pool.query('select pg_terminate_backend($1, 5000)', [mine!.pid])
}

function notes(text: string) {
  return administrator.pool.query('select 1 from fixture.note where text = $1', [text])
}

it('meets a connection that broke between two statements as an error of the next, and goes on with another', async () => {
  const attempt = host.database.transact({ scope: 'system' }, async tx => {
    await endConnection(tx)
    await tx.query('select 1')
  })
  await expect(attempt).rejects.toThrow()
  expect((await host.call('fixture.note.write', { text: 'after the break' }, alice)).kind).toBe('done')
})

it('says of a connection that broke at the commit that the outcome is not known', async () => {
  const attempt = host.database.transact({ scope: 'system' }, endConnection)
  await expect(attempt).rejects.toThrow(OutcomeUnknown)
})

it('does not take a transaction for committed when the error of a statement in it was swallowed', async () => {
  const attempt = host.database.transact({ scope: 'system' }, async tx => {
    await tx.query('select 1 / 0').catch(() => undefined)
  })
  await expect(attempt).rejects.toThrow('Nothing was committed')
})

it('does not do a batch again whose commit may have been done, and tells its callers so', async () => {
  // The answer of the next COMMIT never arrives, although the server does it: the connection ends under it.
  await host.call('fixture.note.writeGrouped', { text: 'takes the shard' }, alice)
  const watch = (client: { query: unknown }) => {
    const send = (client.query as (...given: unknown[]) => Promise<unknown>).bind(client)
    client.query = async (...given: unknown[]) => {
      const result = await send(...given)
      if (given[0] !== 'commit') return result
      client.query = send
      throw new Error('Connection terminated unexpectedly')
    }
  }
  host.database.pool.once('acquire', client => watch(client))
  const outcome = await host.call('fixture.note.writeGrouped', { text: 'once at most' }, alice)
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'call.outcome_unknown' } })
  expect((await notes('once at most')).rowCount).toBe(1)
})
