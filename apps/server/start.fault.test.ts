import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive } from '@tongqu/kernel/db/embedded'
import { testFolder } from '@tongqu/tools/test/cluster'
import { describe, expect, it, test } from 'vitest'
import { Caller, freePort, Product, refusedStart, runs } from './testing/product.ts'

const folder = await testFolder()
const LOGINS = ['trader', 'stalls', 'broker', 'official', 'auditor', 'admin']

describe('a demonstration', () => {
  const TONGQU_DATA = join(folder, 'demonstration')

  it('prints its address and accounts, each of which signs in, and stops in order', async () => {
    const product = await Product.start({ TONGQU_DATA })
    expect(product.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    for (const login of LOGINS)
      expect(await new Caller(product.address).signIn(login, product.password(login)), login).toBe(200)
    const postgres = (await product.postgres())!
    expect(isAlive(postgres)).toBe(true)
    const modes = ['run', 'run/tongqu.sock', 'secrets'].map(
      async name => (await stat(join(TONGQU_DATA, name))).mode,
    )
    expect((await Promise.all(modes)).map(mode => mode & 0o777)).toEqual([0o700, 0o600, 0o700])
    expect(await product.stop()).toBe(0)
    expect(isAlive(postgres)).toBe(false)
    expect(await product.postgres()).toBeUndefined()
    expect(await readdir(join(TONGQU_DATA, 'run'))).toEqual([])
  }, 60_000)

  it('keeps its accounts at the second start', async () => {
    const begun = performance.now()
    const product = await Product.start({ TONGQU_DATA })
    const page = await fetch(product.address)
    await page.arrayBuffer()
    console.log(`second start to first page: ${((performance.now() - begun) / 1000).toFixed(1)} s`)
    console.log(`memory of node and PostgreSQL after it: ${await megabytes(product)} MB`)
    expect(await new Caller(product.address).signIn('trader', product.password('trader'))).toBe(200)
  }, 60_000)

  it('stops in order when it is asked to while it starts', async () => {
    const product = Product.begin({ TONGQU_DATA })
    while ((await product.postgres()) === undefined) await new Promise(resolve => setImmediate(resolve))
    const postgres = (await product.postgres())!
    expect(await product.stop('SIGINT')).toBe(0)
    expect(isAlive(postgres)).toBe(false)
  }, 60_000)

  it('lets no second server at its data, and goes on itself', async () => {
    const product = await Product.start({ TONGQU_DATA })
    const second = await refusedStart({ TONGQU_DATA, PORT: '0' })
    expect(second.status).toBe(1)
    expect(second.err).toContain('Another Tongqu serves')
    expect(second.err.trim().split('\n')).toHaveLength(1)
    expect(await new Caller(product.address).signIn('trader', product.password('trader'))).toBe(200)
    const verb = await runs('apps/cli/main.ts', ['kernel', 'session', 'who'], { TONGQU_DATA })
    expect(verb).toMatchObject({ status: 0, err: '', out: expect.stringContaining('signedIn') })
  }, 60_000)

  it('ends when its database does, and has everything at its next start', async () => {
    const product = await Product.start({ TONGQU_DATA })
    process.kill((await product.postgres())!, 'SIGKILL')
    expect(await product.ended).toBe(1)
    expect(product.err).toContain('PostgreSQL')
    const next = await Product.start({ TONGQU_DATA })
    expect(await new Caller(next.address).signIn('trader', next.password('trader'))).toBe(200)
  }, 90_000)

  it('says so when its port is taken', async () => {
    const product = await Product.start({ TONGQU_DATA })
    const { port } = new URL(product.address)
    const other = await refusedStart({ TONGQU_DATA: join(folder, 'other'), PORT: port })
    expect(other.status).toBe(1)
    expect(other.err).toContain(`Port ${port} is in use`)
    expect(await readdir(join(folder, 'other/postgres/cluster'))).not.toContain('postmaster.pid')
  }, 60_000)
})

describe('a start is refused, with the setting named and nothing made,', () => {
  it.each([
    ['an address that others reach, for a demonstration', { TONGQU_HOST: '0.0.0.0' }, '0.0.0.0'],
    [
      'a public address, for a demonstration',
      { TONGQU_PUBLIC_URL: 'https://t.example' },
      'https://t.example',
    ],
    ['a setting that there is not', { TONGQU_PROT: '80' }, 'TONGQU_PROT'],
    [
      'a simulated clock in production',
      { TONGQU_ENV: 'production', TONGQU_CLOCK: '2023-07-31T00:00:00Z' },
      'TONGQU_CLOCK',
    ],
    ['an environment that there is not', { TONGQU_ENV: 'staging' }, 'TONGQU_ENV'],
    ['a port that is none', { PORT: 'http' }, 'PORT'],
  ] as const)('for %s', async (_what, settings, named) => {
    const TONGQU_DATA = join(folder, 'never')
    const start = await refusedStart({ TONGQU_DATA, ...settings })
    expect(start.status).toBe(1)
    expect(start.err).toContain(named)
    expect(start.out).toBe('')
    await expect(readdir(TONGQU_DATA)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('production', () => {
  const password = 'a sentence nobody guesses'
  const names = { login: 'first', name: { zh: '首位', en: 'First' }, party: { zh: '运营', en: 'Operator' } }

  it('makes its first administrator by a link that works once', async () => {
    const PORT = String(await freePort())
    const settings = { TONGQU_DATA: join(folder, 'production'), TONGQU_ENV: 'production', PORT }
    const product = await Product.start(settings)
    expect(product.out).not.toContain('演示')
    const token = new RegExp(`http://127\\.0\\.0\\.1:${PORT}/welcome\\?token=(\\S+)`).exec(product.out)![1]
    const caller = new Caller(product.address)
    expect((await caller.post('kernel.demonstration.accounts', {})).status).toBe(404)
    expect(await caller.must('kernel.account.welcome', { token, password, ...names })).toEqual({
      login: 'first',
    })
    const again = await caller.post('kernel.account.welcome', { token, password, ...names, login: 'second' })
    expect(again.body).toMatchObject({ code: 'invitation.not_valid' })
    expect(await caller.signIn('first', password)).toBe(200)
    // Who decides over others first sets up a second proof of who they are.
    const refused = await caller.post('kernel.account.create', { login: 'next', name: names.name })
    expect(refused.body).toMatchObject({ code: 'call.second_factor_required' })
    expect(await product.stop()).toBe(0)
    const second = await Product.start(settings)
    expect(second.out).not.toContain('token=')
  }, 60_000)

  it('on the data of a demonstration lets none of its accounts in', async () => {
    const TONGQU_DATA = join(folder, 'turned')
    const demonstration = await Product.start({ TONGQU_DATA })
    const passwords = LOGINS.map(login => [login, demonstration.password(login)] as const)
    await demonstration.stop()
    const product = await Product.start({ TONGQU_DATA, TONGQU_ENV: 'production' })
    expect(product.out).toContain('/welcome?token=')
    for (const [login, known] of passwords)
      expect(await new Caller(product.address).signIn(login, known), login).toBe(401)
  }, 60_000)
})

test('a verb of the command line answers the same with a server and without one', async () => {
  const TONGQU_DATA = join(folder, 'verbs')
  const verbs = [
    ['customs', 'rule', 'list', '--date', '2026-11-23'],
    ['kernel', 'account', 'list'],
    ['customs', 'plan', 'get', '--id', '00000000-0000-7000-8000-000000000000'],
  ]
  const product = await Product.start({ TONGQU_DATA })
  const withServer = []
  for (const words of verbs) withServer.push(await runs('apps/cli/main.ts', words, { TONGQU_DATA }))
  await product.stop()
  for (const [n, words] of verbs.entries()) {
    const alone = await runs('apps/cli/main.ts', words, { TONGQU_DATA })
    expect(alone.err).toBe(withServer[n]!.err)
    expect(alone, words.join(' ')).toEqual(withServer[n])
  }
  expect(withServer.map(({ status }) => status)).toEqual([0, 0, expect.any(Number)])
  expect(withServer.at(-1)!.err).toContain('plan.not_found')
}, 120_000)

/** Megabytes that a server and its PostgreSQL hold, shared pages counted once; Linux only. */
async function megabytes(product: Product): Promise<string> {
  const pids = [product.pid, ...(await descendants(product.pid))]
  const sizes = await Promise.all(
    pids.map(async pid => {
      const found = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
      return Number(/^Pss: +(\d+) kB/m.exec(found)?.[1] ?? 0)
    }),
  )
  return `${Math.round(sizes[0]! / 1024)} + ${Math.round(sizes.slice(1).reduce((sum, size) => sum + size, 0) / 1024)}`
}

async function descendants(of: number): Promise<number[]> {
  const found = await readFile(`/proc/${of}/task/${of}/children`, 'utf8').catch(() => '')
  const children = found.split(' ').filter(Boolean).map(Number)
  const below = await Promise.all(children.map(descendants))
  return [...children, ...below.flat()]
}
