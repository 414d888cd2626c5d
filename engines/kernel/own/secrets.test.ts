import { testDatabase } from '@tongqu/tools/test/database'
import type { TSchema } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Host } from '../host/index.ts'
import { anonymous, RoleBook } from '../identity/index.ts'
import { createLog } from '../log/index.ts'
import { fixtureModule } from '../testing/fixture.ts'
import { someone, testHost } from '../testing/host.ts'
import { checkPermissions } from '../testing/permission-matrix.ts'

const name = { zh: '角色', en: 'Role' }
const roles = new RoleBook([
  { id: 'admin', name, scope: 'office', permissions: ['kernel.*', 'fixture.*'] },
  { id: 'guest', name, scope: 'own', permissions: [] },
])
const identityNumber = '420106199003074417'
const trader = someone('00000000-0000-7000-8000-00000000000a', ['fixture.note.write'])
const nobody = anonymous('en', 'http', '203.0.113.9')

const database = await testDatabase()
const lines: string[] = []
const secrets = new Set<string>()
let host: Host

beforeAll(async () => {
  const log = createLog('trace', { write: line => void lines.push(line) })
  const real = await testHost({ url: database.url, modules: () => [fixtureModule], roles, log })
  host = { ...real, call: watched(real) }
  await checkPermissions(host)
})
afterAll(() => host.stop())

/** Calls as they are, noting every value that a schema marks as personal. */
function watched(real: Host): Host['call'] {
  return async (call, input, actor, options) => {
    const definition = real.registry().find(call)!
    gather(definition.input, input)
    const outcome = await real.call(call, input, actor, options)
    if (outcome.kind === 'done') gather(definition.output, outcome.output)
    return outcome
  }
}

interface Shape {
  personal?: boolean
  properties?: Record<string, TSchema>
  items?: TSchema
}

function gather(schema: TSchema, value: unknown): void {
  const { personal, properties, items } = schema as Shape
  if (personal && typeof value === 'string') secrets.add(value)
  if (items && Array.isArray(value)) for (const each of value) gather(items, each)
  if (!properties || typeof value !== 'object' || value === null) return
  // A login is withheld where it may be a mistyped password; elsewhere it is a name like any other.
  for (const [field, inside] of Object.entries(properties))
    if (field !== 'login') gather(inside, (value as Record<string, unknown>)[field])
}

/** Everything that is kept of calls: the audit, stored answers, the log. */
async function kept(): Promise<string> {
  const rows = await host.database.transact({ scope: 'system' }, tx =>
    tx.query<{ text: string }>(
      'select e::text as text from kernel.event e union all select a::text from kernel.answer a',
    ),
  )
  return [...rows.map(row => row.text), ...lines].join('\n')
}

describe('what is kept of calls', () => {
  it('holds no password, token, key, link or address of any call of the kernel', async () => {
    expect(secrets.size).toBeGreaterThan(15)
    const text = await kept()
    expect(text).toContain('kernel.key.create')
    expect([...secrets].filter(secret => text.includes(secret))).toEqual([])
  })

  it('holds no secret of a call that was refused, not even under a misspelt name', async () => {
    const tries = [
      { login: 'somebody', passwrod: 'written beside the field' },
      { login: 'typed into the wrong field', password: 'wrong' },
      { login: { nested: 'in a wrong shape' }, password: 'wrong' },
      'no object at all, but secret',
    ]
    for (const input of tries) await host.call('kernel.session.open', input, nobody)
    const text = await kept()
    for (const secret of ['written beside', 'typed into', 'in a wrong shape', 'no object at all'])
      expect(text).not.toContain(secret)
  })

  it('holds no identity number, wherever somebody typed it', async () => {
    await host.call('kernel.session.open', { login: identityNumber, password: 'x' }, nobody)
    await host.call('kernel.account.list', { search: identityNumber }, trader)
    await host.call('fixture.note.write', { text: identityNumber, more: identityNumber }, trader)
    const refused = await host.call(
      'kernel.account.create',
      { login: identityNumber, name },
      someone('00000000-0000-7000-8000-00000000000a', ['kernel.account.write']),
    )
    expect(refused).toMatchObject({ refusal: { code: 'account.login_personal' } })
    host.log.error({ error: new Error(`cannot take ${identityNumber}`) }, 'a call failed')
    const text = await kept()
    expect(text).toContain('cannot take (identity number)')
    expect(text).not.toContain(identityNumber)
  })

  it('holds no token of an answer that is stored for a key, and gives none when it is replayed', async () => {
    const owner = { ...trader, session: 'a session' }
    const input = { name: 'k', days: 1 }
    await host.database.transact({ scope: 'system' }, tx =>
      tx.execute(
        `insert into kernel.account (id, login, name, created_at) values ($1, 'keyed', '{"zh":"k"}', $2)`,
        [trader.account, new Date()],
      ),
    )
    await host.database.transact({ scope: 'system' }, tx =>
      tx.execute(
        `insert into kernel.party (id, kind, name, created_at) values ($1, 'firm', '{"zh":"k"}', $2)`,
        [trader.party, new Date()],
      ),
    )
    const first = await host.call('kernel.key.create', input, owner, { key: 'once' })
    const again = await host.call('kernel.key.create', input, owner, { key: 'once' })
    const { key } = (first as { output: { key: string } }).output
    expect(key).toMatch(/^tq_/)
    expect(again).toMatchObject({ kind: 'done', replayed: true })
    expect(JSON.stringify(again)).not.toContain(key)
    expect(await kept()).not.toContain(key)
  })
})
