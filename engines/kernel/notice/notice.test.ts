import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { testDatabase } from '@tongqu/tools/test/database'
import pg from 'pg'
import { Type } from 'typebox'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { command } from '../command/index.ts'
import type { Host } from '../host/index.ts'
import { type Actor, RoleBook } from '../identity/index.ts'
import type { Module } from '../module/index.ts'
import { answerOf, codeOf, testHost } from '../testing/host.ts'
import { idOf, makePerson } from '../testing/people.ts'
import { notify } from './index.ts'

const name = { zh: '角色', en: 'Role' }
const roles = new RoleBook([
  { id: 'bank', name, scope: 'own', permissions: [] },
  { id: 'clerk', name, scope: 'own', permissions: [] },
  { id: 'admin', name, scope: 'office', permissions: ['kernel.announcement.*'] },
  { id: 'trader', name, scope: 'own', permissions: ['trade.order.place'] },
])
const bank = idOf('the bank')

/** A domain whose call tells somebody of another party. */
const trade: Module = {
  name: 'trade',
  notices: [{ kind: 'trade.order', name: { zh: '订单', en: 'Orders' } }],
  calls: [
    command({
      name: 'trade.order.place',
      summary: name,
      permission: 'trade.order.place',
      input: Type.Object({ order: Type.String(), fails: Type.Optional(Type.Boolean()) }),
      output: Type.Object({}),
      example: { input: { order: 'A-1' } },
      async handle(work, { order, fails }) {
        notify(work, {
          to: { party: bank, role: 'bank' },
          cause: `trade.order/${order}`,
          text: { zh: `新订单 ${order}`, en: `A new order ${order}` },
          page: `/orders/${order}`,
        })
        if (fails) throw new Error('after the notice was asked for')
        return {}
      },
    }),
  ],
}

interface Listed {
  unread: number
  notices: { id: string; text: { zh: string }; page: string; read: boolean }[]
}

interface Paged {
  notices: { id: string; page: string; read: boolean; kindName?: { en: string } }[]
  more: boolean
}

const database = await testDatabase()
let host: Host
let trader: Actor
let banker: Actor
let clerk: Actor

beforeAll(async () => {
  host = await testHost({ url: database.url, modules: () => [trade], roles })
  trader = await makePerson(host, { login: 'trader', party: idOf('the firm'), role: 'trader' })
  banker = await makePerson(host, { login: 'banker', party: bank, role: 'bank' })
  clerk = await makePerson(host, { login: 'clerk', party: bank, role: 'clerk' })
})
afterAll(() => host.stop())

async function place(order: string, fails = false): Promise<void> {
  await host.call('trade.order.place', { order, fails }, trader)
  await host.settle()
}
const listed = (actor: Actor) => answerOf<Listed>(host.call('kernel.notice.list', {}, actor))

it('puts a notice into the console of those in the role, and of nobody else', async () => {
  await place('A-1')
  expect(await listed(banker)).toMatchObject({
    unread: 1,
    notices: [{ text: { zh: '新订单 A-1' }, page: '/orders/A-1', read: false }],
  })
  expect((await listed(clerk)).notices).toEqual([])
  expect((await listed(trader)).notices).toEqual([])
})

it('gives one notice of one cause, however often it is told', async () => {
  await place('A-2')
  await place('A-2')
  expect((await listed(banker)).notices.filter(each => each.page === '/orders/A-2')).toHaveLength(1)
})

it('tells nothing of what was not committed', async () => {
  await place('A-3', true)
  expect((await listed(banker)).notices.some(each => each.page === '/orders/A-3')).toBe(false)
})

it('marks one or all as read, each only by the one it is for', async () => {
  const { notices } = await listed(banker)
  const read = (actor: Actor, notice?: string) => host.call('kernel.notice.read', { notice }, actor)
  expect(await codeOf(read(clerk, notices[0]!.id))).toBe('notice.not_found')
  expect(await answerOf(read(banker, notices[0]!.id))).toEqual({ read: 1 })
  expect((await listed(banker)).unread).toBe(notices.length - 1)
  expect(await answerOf(read(banker))).toEqual({ read: notices.length - 1 })
})

it('sends mail to who wants it, once, in the language that one reads', async () => {
  const wish = { mail: 'banker@example.org', language: 'en' }
  await answerOf(host.call('kernel.notice.prefer', wish, banker))
  expect(await answerOf(host.call('kernel.notice.preferences', {}, banker))).toEqual(wish)
  await host.start()
  await place('A-4')
  const [notice] = (await listed(banker)).notices
  const outbox = join(host.config.dataDir, 'outbox')
  const path = join(outbox, `${notice!.id}.eml`)
  await expect.poll(() => sent(), { timeout: 20_000 }).toEqual([{ channel: 'mail' }])
  expect(await readdir(outbox)).toEqual([`${notice!.id}.eml`])
  const mail = await readFile(path, 'utf8')
  expect(mail).toContain('To: <banker@example.org>\r\n')
  expect(mail).toContain(`Subject: =?UTF-8?B?${Buffer.from('A new order A-4').toString('base64')}?=`)
  await rm(path)
  await all(`select job.enqueue('kernel.notice.send', $1, null, null, null)`, [
    JSON.stringify({ notice: notice!.id, channel: 'mail' }),
  ])
  await expect.poll(() => waiting(), { timeout: 20_000 }).toBe(0)
  expect(await readdir(outbox)).toEqual([])
})

function all(sql: string, values: unknown[] = []) {
  return host.database.transact({ scope: 'system' }, tx => tx.query(sql, values))
}
const sent = () => all('select channel from kernel.notice_sent')

/** Jobs that are not done yet. */
async function waiting(): Promise<number> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query('select count(*)::int as count from graphile_worker.jobs')
  await client.end()
  return (rows[0] as { count: number }).count
}

it('goes on with older notices below the last one seen, read and unread apart', async () => {
  for (const order of ['B-1', 'B-2', 'B-3']) await place(order)
  const page = (input: object) => answerOf<Paged>(host.call('kernel.notice.list', input, banker))
  const first = await page({ unread: true, limit: 2 })
  expect(first.more).toBe(true)
  const next = await page({ unread: true, limit: 2, after: first.notices.at(-1)!.id })
  const seen = [...first.notices, ...next.notices].map(each => each.page)
  expect(seen.slice(0, 3)).toEqual(['/orders/B-3', '/orders/B-2', '/orders/B-1'])
  await answerOf(host.call('kernel.notice.read', { notice: first.notices[0]!.id }, banker))
  expect((await page({ unread: false })).notices[0]).toMatchObject({
    page: '/orders/B-3',
    kindName: { en: 'Orders' },
  })
  expect((await page({ unread: true })).notices.some(each => each.page === '/orders/B-3')).toBe(false)
})

it('keeps a kind out of the console of who does not want it, and of nobody else', async () => {
  const choose = (choice: object) => host.call('kernel.notice.choose', choice, banker)
  await answerOf(choose({ kind: 'trade.order', console: false, away: false }))
  await place('C-1')
  expect((await listed(banker)).notices.some(each => each.page === '/orders/C-1')).toBe(false)
  const { kinds } = await answerOf<{ kinds: object[] }>(host.call('kernel.notice.kinds', {}, banker))
  expect(kinds).toContainEqual(expect.objectContaining({ kind: 'trade.order', console: false }))
  const other = await answerOf<{ kinds: object[] }>(host.call('kernel.notice.kinds', {}, clerk))
  expect(other.kinds).toContainEqual(expect.objectContaining({ kind: 'trade.order', console: true }))
  await answerOf(choose({ kind: 'trade.order', console: true, away: false }))
  await place('C-2')
  const [notice] = (await listed(banker)).notices
  expect(notice!.page).toBe('/orders/C-2')
  // It stands in the console, and no mail was asked for.
  expect(await readdir(join(host.config.dataDir, 'outbox'))).not.toContain(`${notice!.id}.eml`)
  expect(await codeOf(choose({ kind: 'nobody.knows', console: true, away: true }))).toBe(
    'notice.kind_unknown',
  )
})

it('an announcement reaches everybody, once, and cannot be kept out', async () => {
  const admin = await makePerson(host, { login: 'admin', party: idOf('the office'), role: 'admin' })
  expect(
    await codeOf(
      host.call('kernel.notice.choose', { kind: 'announcement', console: false, away: false }, clerk),
    ),
  ).toBe('notice.kind_needed')
  const text = { zh: '今晚维护', en: 'Maintenance tonight' }
  expect(await codeOf(host.call('kernel.notice.send', { everybody: true, text }, trader))).toBe(
    'call.not_allowed',
  )
  expect(await codeOf(host.call('kernel.notice.send', { text }, admin))).toBe('notice.nobody')
  const sent = { everybody: true, text, cause: 'announcement/tonight' }
  await answerOf(host.call('kernel.notice.send', sent, admin))
  await answerOf(host.call('kernel.notice.send', sent, admin))
  await host.settle()
  for (const person of [trader, banker, clerk, admin]) {
    const found = async () => (await listed(person)).notices.filter(each => each.text.zh === '今晚维护')
    await expect.poll(async () => (await found()).length, { timeout: 10_000 }).toBe(1)
  }
})

it('promises no mail where nothing can carry it', async () => {
  const config = { environment: 'production' } as const
  const production = await testHost({ url: database.url, modules: () => [trade], roles, config })
  const wish = { mail: 'banker@example.org', language: 'en' }
  expect(await codeOf(production.call('kernel.notice.prefer', wish, banker))).toBe('notice.no_carrier')
  await production.stop()
})
