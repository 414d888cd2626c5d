// One side of the bench `query`, in a process of its own: our product, or a bare route that sends the same SQL.
import { closed, query } from '@tongqu/kernel/command'
import { connect } from '@tongqu/kernel/db'
import type { Module } from '@tongqu/kernel/module'
import fastify from 'fastify'
import { Type } from 'typebox'
import { ground } from '../../testing/ground.ts'

const CONNECTIONS = 16
const FILES = 'select sm3, bytes::int, type, name from kernel.file order by sm3 limit 10'
const FILE = `
  insert into kernel.file (sm3, party_id, bytes, type, name, created_at)
  select md5(n::text) || md5(n::text), $1, n, 'text/plain', '订单 ' || n || '.csv', $2 from generate_series(1, 10) as n`

const files: Module = {
  name: 'bench',
  calls: [
    query({
      name: 'bench.file.list',
      summary: { zh: '基准', en: 'The bench' },
      permission: 'kernel.file.list',
      input: closed({}),
      output: closed({
        files: Type.Array(
          closed({ sm3: Type.String(), bytes: Type.Integer(), type: Type.String(), name: Type.String() }),
        ),
      }),
      example: { input: {} },
      handle: async work => ({ files: (await work.query(FILES)) as never }),
    }),
  ],
}

/** What the other side and the load need to know. */
export interface Serving {
  readonly address: string
  readonly path: string
  readonly cookie: string
  readonly party: string
  readonly account: string
}

async function product(url: string): Promise<Serving> {
  const on = await ground({ url, more: [files], limits: false })
  const cookie = await on.signIn('trader')
  const who = await on.app.inject({ url: '/api/kernel/session/who', headers: { cookie } })
  const { party, account } = who.json<{ party: { id: string }; account: { id: string } }>()
  const now = on.host.clock.now()
  await on.host.database.transact({ scope: 'system' }, tx => tx.execute(FILE, [party.id, now]))
  await on.host.start()
  const address = await on.address()
  return { address, path: '/api/bench/file/list', cookie, party: party.id, account: account.id }
}

/** The least that gives the same rows to the same tenant: plain Fastify, plain `pg`. */
async function bare(url: string, like: Serving): Promise<Serving> {
  const app = fastify()
  const { pool } = connect({ url, max: CONNECTIONS })
  const begin =
    `begin read only;select set_config('tongqu.scope','own',true),` +
    `set_config('tongqu.party','${like.party}',true),set_config('tongqu.user','${like.account}',true)`
  app.get('/files', async () => {
    const client = await pool.connect()
    await client.query(begin)
    const { rows } = await client.query({ name: 'files', text: FILES })
    await client.query('commit')
    client.release()
    return { files: rows }
  })
  return { ...like, address: await app.listen({ host: '127.0.0.1', port: 0 }), path: '/files' }
}

const [url, like] = process.argv.slice(2) as [string, string?]
const serving = like === undefined ? await product(url) : await bare(url, JSON.parse(like) as Serving)
process.stdout.write(`${JSON.stringify(serving)}\n`)
