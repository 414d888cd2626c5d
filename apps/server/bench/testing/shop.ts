// The product with one shelf of goods and many buyers who are signed in, in a process of its own: `URL UNITS SESSIONS`.
// Prints where it listens and what is on sale.
import { sm3 } from '@tongqu/kernel/crypto'
import type { Host } from '@tongqu/kernel/host'
import { answerOf, someone } from '@tongqu/kernel/testing'
import { ground } from '../../testing/ground.ts'

/** What the load needs to know. */
export interface Shop {
  readonly address: string
  readonly shelf: string
}

/** The token of the nth buyer's session. */
export function tokenOf(n: number): string {
  return `bench-session-${n}`
}

/** Sessions of one buyer: each is another browser of the same person. */
const SESSIONS_EACH = 10
const AT_ONCE = 10_000
const ID = (kind: string, column: string) =>
  `('${kind.repeat(8)}-0000-7000-8000-' || lpad(to_hex(${column}), 12, '0'))::uuid`
const BUYERS = [
  `insert into kernel.party (id, kind, name, created_at)
   select ${ID('b', 'n')}, 'person', '{"zh": "买家", "en": "Buyer"}', $2 from generate_series(0, $1::int) as n`,
  `insert into kernel.account (id, login, name, created_at)
   select ${ID('c', 'n')}, 'buyer.' || n, '{"zh": "买家", "en": "Buyer"}', $2 from generate_series(0, $1::int) as n`,
  `insert into kernel.membership (account_id, party_id, role, from_at)
   select ${ID('c', 'n')}, ${ID('b', 'n')}, 'buyer', $2 from generate_series(0, $1::int) as n`,
]
const SESSIONS = `
  insert into kernel.session (token_hash, account_id, party_id, opened_at, expires_at, idle, seen_at)
  select decode(hash, 'hex'), ${ID('c', 'buyer')}, ${ID('b', 'buyer')}, $3, $3::timestamptz + interval '1 day', interval '1 day', $3
  from unnest($1::text[], $2::int[]) as n (hash, buyer)`

async function signIn(host: Host, sessions: number): Promise<void> {
  const now = host.clock.now()
  const buyers = Math.ceil(sessions / SESSIONS_EACH)
  await host.database.transact({ scope: 'system' }, async tx => {
    for (const text of BUYERS) await tx.execute(text, [buyers, now])
  })
  for (let from = 0; from < sessions; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, sessions - from) }, (_, n) => from + n)
    const hashes = numbers.map(n => sm3(tokenOf(n)))
    const owners = numbers.map(n => n % buyers)
    await host.database.transact({ scope: 'system' }, tx => tx.execute(SESSIONS, [hashes, owners, now]))
  }
}

const seller = someone('aaaaaaaa-0000-7000-8000-00000000000a', ['market.*'])
const name = { zh: '基准', en: 'The bench' }

async function putOnSale(host: Host, units: string): Promise<string> {
  await host.database.transact({ scope: 'system' }, tx =>
    tx.execute(`insert into kernel.party (id, kind, name, created_at) values ($1, 'firm', $2, $3)`, [
      seller.party,
      name,
      host.clock.now(),
    ]),
  )
  const make = <T extends { id: string }>(call: string, input: unknown) =>
    answerOf<T>(host.call(call, input, seller))
  const warehouse = await make('market.warehouse.register', { code: 'W', name, kind: 'own', country: 'CN' })
  const article = await make('market.article.register', { sku: 'A', name, unit: '007', tracking: 'none' })
  const lines = [{ article: article.id, quantity: units }]
  const receipt = await make('market.receipt.announce', {
    warehouse: warehouse.id,
    source: 'supplier',
    lines,
  })
  const entries = [{ line: 1, quantity: units }]
  const received = await make<{ id: string; stock: string[] }>('market.receipt.receive', {
    receipt: receipt.id,
    entries,
  })
  const shelf = await make('market.shelf.fill', { line: received.stock[0], quantity: units })
  return shelf.id
}

if (process.argv[1] === import.meta.filename) {
  const [url, units, sessions] = process.argv.slice(2) as [string, string, string]
  const on = await ground({ url, limits: false })
  await signIn(on.host, Number(sessions))
  const shelf = await putOnSale(on.host, units)
  await on.host.start()
  const shop: Shop = { address: await on.address(), shelf }
  process.stdout.write(`${JSON.stringify(shop)}\n`)
}
