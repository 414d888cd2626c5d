import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from '@tongqu/kernel/db'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { testFolder } from '../folder.ts'
import { call, expectSound, looks, sharedPage, startConsole } from './console.ts'
import { expectAccessible } from './page.ts'

const console = await startConsole()
const folder = await testFolder()
const admin = sharedPage(console, 'admin')
const auditor = sharedPage(console, 'auditor')
const trader = sharedPage(console, 'trader')
const NOBODY = '00000000-0000-7000-8000-000000000000'

/** Sends from an administrator's page an announcement that everybody gets. */
async function announce(page: Page, zh: string): Promise<void> {
  await page.goto('/notices')
  await page.getByTestId('announce').click()
  await page.getByTestId('announce-zh').fill(zh)
  await page.getByTestId('announce-en').fill(`In English: ${zh}`)
  await page.getByTestId('announce-send').click()
  await page.getByTestId('announced').waitFor()
}

describe('an auditor', () => {
  it('finds a call that was refused, by who made it, and opens it whole', async () => {
    const answer = await trader.page.request.post('/api/kernel/notice/read', { data: { notice: NOBODY } })
    expect(answer.status()).toBe(404)
    const { page } = auditor
    await page.goto('/admin/audit')
    await page.getByTestId('audit-who').fill('trader')
    await page.getByTestId('audit-outcome').selectOption('refused')
    const row = page.getByTestId('audit').locator('tr', { hasText: 'notice.not_found' })
    await row.waitFor()
    expect(page.url()).toMatch(/who=trader.*outcome=refused/)
    expect(await row.innerText()).toMatch(/被拒绝[\s\S]*trader/)
    await row.locator('[data-row]').click()
    await page.getByTestId('event').waitFor()
    expect(await page.getByTestId('event-data').innerText()).toContain(`notice: ${NOBODY}`)
    await expectAccessible(page)
  })

  it('sees where it stands in the chain once it is sealed, and takes a receipt that OpenSSL checks', async () => {
    const { page } = auditor
    await expect
      .poll(() => page.getByTestId('event-chain').innerText(), { timeout: 20_000 })
      .toMatch(/区块完好[\s\S]*已锚定/)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('receipt').click()])
    const name = download.suggestedFilename()
    await download.saveAs(join(folder, name))
    execFileSync('tar', ['-xf', name], { cwd: folder })
    const said = execFileSync(join(folder, name.replace(/\.tar$/, ''), 'verify.sh'), { encoding: 'utf8' })
    expect(said.trim().endsWith('OK')).toBe(true)
  })

  it('checks the whole chain and is told in words what was checked', async () => {
    const { page } = auditor
    await page.goto('/admin/audit')
    await page.getByTestId('to-verify').click()
    await page.getByTestId('verify-start').click()
    const verdict = page.getByTestId('verdict')
    await verdict.waitFor()
    expect(await verdict.innerText()).toMatch(/审计完好，未被改动[\s\S]*个区块[\s\S]*锚定文件相符/)
    await expectAccessible(page)
  })

  it('has no way to the jobs, and is told what it takes where the address is typed', async () => {
    const { page } = auditor
    await page.goto('/admin/jobs')
    await page.getByTestId('not-allowed').waitFor()
    expect(await page.getByTestId('tab-jobs').count()).toBe(0)
  })
})

describe('an announcement', () => {
  it('reaches the bell and the page of everybody, opens, is read one by one and at once', async () => {
    await announce(admin.page, '今晚二十二点维护')
    await announce(admin.page, '明日恢复')
    const { page } = trader
    await expect
      .poll(
        async () => {
          await page.goto('/notices')
          return page.getByTestId('notices-unread').getByTestId('notice').count()
        },
        { timeout: 15_000 },
      )
      .toBe(2)
    await expect.poll(() => page.getByTestId('unread').innerText()).toBe('2')
    await expectAccessible(page)
    await page.getByTestId('notice-read').first().click()
    await page.getByTestId('notices-read').getByText('明日恢复').waitFor()
    await expect.poll(() => page.getByTestId('unread').innerText()).toBe('1')
    await page.getByTestId('read-all').click()
    await page.getByText('没有未读的通知。').waitFor()
    await expect.poll(() => page.getByTestId('unread').count()).toBe(0)
  })

  it('cannot be kept out, while another kind can', async () => {
    const { page } = trader
    await page.goto('/notices/choose')
    expect(await page.getByTestId('choose-announcement').isDisabled()).toBe(true)
    await page.getByTestId('choose-customs.deadline').uncheck()
    await page.reload()
    expect(await page.getByTestId('choose-customs.deadline').isChecked()).toBe(false)
    await page.getByTestId('choose-customs.deadline').check()
  })
})

describe('an administrator', () => {
  it('sees a job that failed with its error, mends the cause and retries it', async () => {
    const { page } = admin
    const { notices } = await call<{ notices: { id: string }[] }>(trader.page, 'kernel.notice.list', {
      limit: 1,
    })
    const notice = notices[0]!.id
    await call(trader.page, 'kernel.notice.prefer', { mail: 'trader@example.org', language: 'zh' })
    // A file stands where mails are to be laid down, and the job has one try.
    const outbox = join(console.product.data, 'outbox')
    await rm(outbox, { recursive: true, force: true })
    await writeFile(outbox, '')
    await ask('kernel.notice.send', { notice, channel: 'mail' })
    await page.goto('/admin/jobs')
    await page.getByTestId('jobs-failed').click()
    const row = page.getByTestId('jobs').locator('tr', { hasText: 'kernel.notice.send' })
    await row.waitFor({ timeout: 15_000 })
    expect(await row.innerText()).toMatch(/外发通知[\s\S]*失败[\s\S]*1 \/ 1[\s\S]*(ENOTDIR|EEXIST)/)
    await expectAccessible(page)
    await rm(outbox)
    await mkdir(outbox)
    await row.getByTestId('job-retry').click()
    await expect.poll(() => page.getByTestId('jobs-said').innerText()).toContain('1 个任务已交回队列')
    await expect.poll(() => existsSync(join(outbox, `${notice}.eml`)), { timeout: 15_000 }).toBe(true)
    await page.getByText('没有这样的任务。').waitFor({ timeout: 15_000 })
  })

  it('makes a backup from the page and has it checked; the health of the house then says so', async () => {
    const { page } = admin
    await page.goto('/admin/backups')
    await page.getByTestId('backup-start').click()
    const row = page.getByTestId('backups').locator('tbody tr').first()
    await expect.poll(() => row.innerText(), { timeout: 30_000 }).toMatch(/admin[\s\S]*完成[\s\S]*张表/)
    await row.getByTestId('backup-verify').click()
    await expect
      .poll(
        async () => {
          await page.reload()
          await row.waitFor()
          return row.innerText()
        },
        { timeout: 20_000, interval: 1000 },
      )
      .toContain('完好')
    await page.goto('/admin/health')
    await page.getByTestId('check-backup').waitFor()
    expect(await page.getByTestId('check-backup').innerText()).toMatch(/正常[\s\S]*最近一份在/)
    expect(await page.getByTestId('check-database').innerText()).toMatch(/PostgreSQL \d+/)
  })

  it('opens what a pack’s version holds against the one before', async () => {
    const { page } = admin
    await page.goto('/admin/packs')
    await page.getByTestId('packs').locator('[data-row]').first().click()
    await page.getByTestId('comparison').waitFor()
    await page.getByText('这是第一个版本。').waitFor()
    expect(await page.getByTestId('comparison').innerText()).toContain('pack.yaml')
  })
})

/** Asks for a job with one try, as the role that owns the queue. */
async function ask(job: string, payload: object): Promise<void> {
  const socket = encodeURIComponent(join(console.product.data, 'postgres/cluster-run'))
  const database = connect({ url: `postgresql://tongqu_jobs@${socket}/tongqu`, max: 1 })
  try {
    await database.transact({ scope: 'system' }, tx =>
      tx.query('select graphile_worker.add_job($1, payload := $2::json, max_attempts := 1)', [
        job,
        JSON.stringify(payload),
      ]),
    )
  } finally {
    await database.close()
  }
}

const paths = {
  admin: ['/admin/health', '/admin/jobs', '/admin/backups', '/admin/packs', '/notices', '/notices/announce'],
  auditor: ['/admin/audit', '/admin/audit/1', '/admin/audit/verify', '/notices/choose'],
} as const

describe.each(looks)('the works are sound in %s', (_name, look) => {
  it.each(['admin', 'auditor'] as const)('for the %s', login =>
    expectSound(console, look, login, paths[login]),
  )
})
