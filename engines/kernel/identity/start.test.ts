import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { testDatabase } from '@tongqu/tools/test/database'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Config } from '../config/index.ts'
import type { Host } from '../host/index.ts'
import { answerOf, codeOf, testHost } from '../testing/host.ts'
import { anonymous, firstAdministratorLink, prepareDemonstration, RoleBook } from './index.ts'

const named = { zh: '角色', en: 'Role' }
const roles = new RoleBook([
  { id: 'trader', name: named, scope: 'own', permissions: ['kernel.file.*'] },
  { id: 'admin', name: named, scope: 'office', permissions: ['kernel.*'] },
])
const pack = {
  parties: [{ id: 'demo-firm', kind: 'trader', name: { zh: '示范', en: 'A firm' } }],
  accounts: [
    { login: 'trader', name: { zh: '陈示例', en: 'Chen' }, party: 'demo-firm', roles: ['trader'] },
    { login: 'boss', name: { zh: '李示例', en: 'Li' }, party: 'demo-firm', roles: ['trader', 'admin'] },
  ],
}
const nobody = anonymous('en', 'http')
const production = { environment: 'production', publicUrl: 'https://trade.example' } as const

async function hostOn(url: string, config: Partial<Config> = {}, dataDir?: string): Promise<Host> {
  const host = await testHost({ url, modules: () => [], roles, config, ...(dataDir && { dataDir }) })
  onTestFinished(() => host.stop())
  return host
}
const open = (host: Host, login: string, password: string) =>
  host.call('kernel.session.open', { login, password }, nobody)
interface Shown {
  accounts: { login: string; password: string; role: { en: string } }[]
}
const shown = (host: Host) => answerOf<Shown>(host.call('kernel.demonstration.accounts', {}, nobody))

describe('a demonstration', () => {
  it('has the accounts of its pack, with passwords of its own, the same at the next start', async () => {
    const database = await testDatabase()
    const host = await hostOn(database.url)
    await prepareDemonstration(host, pack)
    const { accounts } = await shown(host)
    expect(accounts.map(({ login, role }) => [login, role.en])).toEqual([
      ['trader', 'Role'],
      ['boss', 'Role, Role'],
    ])
    for (const { login, password } of accounts) expect(await codeOf(open(host, login, password))).toBe('done')
    const again = await hostOn(database.url, {}, host.config.dataDir)
    await prepareDemonstration(again, pack)
    expect(await shown(again)).toEqual({ accounts })
    const other = await hostOn((await testDatabase()).url)
    await prepareDemonstration(other, pack)
    expect((await shown(other)).accounts[0]!.password).not.toBe(accounts[0]!.password)
  })

  it('keeps the passwords in a file that only its user can read, and keeps them as they are', async () => {
    const host = await hostOn((await testDatabase()).url)
    await prepareDemonstration(host, pack)
    const path = join(host.config.dataDir, 'secrets/demonstration.json')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const passwords = JSON.parse(await readFile(path, 'utf8')) as Record<string, string>
    const { token } = await answerOf<{ token: string }>(open(host, 'trader', passwords.trader!))
    const actor = (await host.who.find(token, 'en', 'http'))!
    const change = { current: passwords.trader, password: 'a sentence nobody guesses' }
    expect(await codeOf(host.call('kernel.account.changePassword', change, actor))).toBe(
      'demonstration.fixed',
    )
  })

  it('follows its pack when that is changed, also back to what it was', async () => {
    const host = await hostOn((await testDatabase()).url)
    const renamed = {
      ...pack,
      accounts: pack.accounts.map(each => ({ ...each, name: { zh: '改', en: 'New' } })),
    }
    for (const [version, name] of [
      [pack, 'Chen'],
      [renamed, 'New'],
      [pack, 'Chen'],
    ] as const) {
      await prepareDemonstration(host, version)
      expect((await shown(host)).accounts[0]).toMatchObject({ name: { en: name } })
    }
  })

  it('does not take over an account that is not its own', async () => {
    const host = await hostOn((await testDatabase()).url)
    await host.database.transact({ scope: 'system' }, tx =>
      tx.execute(
        `insert into kernel.account (id, login, name, created_at)
         values ('00000000-0000-7000-8000-000000000001', 'boss', '{"zh":"真"}', $1)`,
        [new Date()],
      ),
    )
    await expect(prepareDemonstration(host, pack)).rejects.toThrow('account.login_taken')
  })

  it('lets nobody in once it is started as production: no password, no session, no key', async () => {
    const database = await testDatabase()
    const demo = await hostOn(database.url)
    await prepareDemonstration(demo, pack)
    const { password } = (await shown(demo)).accounts[0]!
    const { token } = await answerOf<{ token: string }>(open(demo, 'trader', password))
    const actor = (await demo.who.find(token, 'en', 'http'))!
    const { key } = await answerOf<{ key: string }>(
      demo.call('kernel.key.create', { name: 'k', days: 1 }, actor),
    )
    const host = await hostOn(database.url, production, demo.config.dataDir)
    expect(await codeOf(open(host, 'trader', password))).toBe('session.not_known')
    expect(await host.who.find(token, 'en', 'http')).toBeUndefined()
    expect(await host.who.find(key, 'en', 'http')).toBeUndefined()
    expect(await codeOf(host.call('kernel.demonstration.accounts', {}, nobody))).toBe('demonstration.none')
    await expect(prepareDemonstration(host, pack)).rejects.toThrow('demonstration')
    expect(await firstAdministratorLink(host)).toBeDefined()
  })

  it('is none when it listens beyond loopback', async () => {
    const host = await hostOn((await testDatabase()).url, { host: '192.0.2.7' })
    await expect(prepareDemonstration(host, pack)).rejects.toThrow('demonstration.none')
  })
})

describe('the first administrator', () => {
  it('comes in by a link that works once, and is the only one who gets such a link', async () => {
    const host = await hostOn((await testDatabase()).url, production)
    const early = await firstAdministratorLink(host)
    const link = await firstAdministratorLink(host)
    expect(link!.url).toMatch(/^https:\/\/trade\.example\/welcome\?token=[\w-]{43}$/)
    const token = new URL(link!.url).searchParams.get('token')!
    const input = {
      login: 'Chief',
      name: { zh: '主管', en: 'Chief' },
      party: { zh: '运营方', en: 'Operator' },
    }
    const welcome = (more: object) =>
      host.call(
        'kernel.account.welcome',
        { token, password: 'a sentence nobody guesses', ...input, ...more },
        nobody,
      )
    const old = new URL(early!.url).searchParams.get('token')
    expect(await codeOf(welcome({ token: old }))).toBe('invitation.not_valid')
    expect(await welcome({ party: undefined })).toMatchObject({
      refusal: { code: 'input.invalid', place: '/party' },
    })
    expect(await codeOf(welcome({}))).toBe('done')
    expect(await codeOf(welcome({ login: 'second' }))).toBe('invitation.not_valid')
    expect(await firstAdministratorLink(host)).toBeUndefined()
    const opened = await answerOf<{ permissions: string[] }>(open(host, 'chief', 'a sentence nobody guesses'))
    expect(opened.permissions).toContain('kernel.role.grant')
  })
})
