import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { call, expectSound, looks, sharedPage, startConsole } from './console.ts'
import { expectAccessible } from './page.ts'

const console = await startConsole()
const administrator = sharedPage(console, 'admin')
const person = sharedPage(console)
const PASSWORD = 'nine provinces, one road'
const made: { account?: string; party?: string } = {}

/** The legal day so many days from now. */
const legal = (days: number) => new Date(Date.now() + (days * 24 + 8) * 3600_000).toISOString().slice(0, 10)

async function signInAs(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('[name=login]').fill(login)
  await page.locator('[name=password]').fill(PASSWORD)
  await page.getByTestId('sign-in-submit').click()
  await page.getByTestId('account').waitFor()
}

async function chooseParty(page: Page, words: string): Promise<void> {
  await page.getByTestId('party-search').fill(words)
  await page.getByTestId('party-found').getByRole('button').first().click()
  await page.getByTestId('party-chosen').waitFor()
}

describe('somebody new', () => {
  it('is invited: what is missing is said beside the field, and the link is shown once', async () => {
    const { page } = administrator
    await page.goto('/admin')
    await page.getByTestId('create-account').click()
    administrator.forgive('kernel.account.create')
    await page.getByTestId('create-name').fill('何兰')
    await page.getByTestId('create-send').click()
    await page.getByTestId('field-refusal').waitFor()
    await page.getByTestId('create-login').fill('He.Lan')
    await page.getByTestId('create-send').click()
    const link = await page.getByTestId('link-url').inputValue()
    expect(link).toContain('/welcome?token=')
    expect(await page.getByTestId('link-once').innerText()).toMatch(
      /只在此刻显示一次，\d{4}-\d\d-\d\d \d\d:\d\d 前/,
    )
    await expectAccessible(page)
    await page.getByTestId('go-grant').click()
    await page.getByTestId('account-head').waitFor()
    expect(await page.getByTestId('account-head').innerText()).toMatch(/何兰[\s\S]*he\.lan[\s\S]*未到过/)
    made.account = new URL(page.url()).pathname.split('/').at(-1)!
    await person.page.goto(new URL(link).pathname + new URL(link).search)
  })

  it('is granted a role for a party that is found by its name', async () => {
    const { page } = administrator
    await chooseParty(page, '长江')
    administrator.forgive('kernel.role.grant')
    await page.getByTestId('grant-role').selectOption('broker')
    await page.getByTestId('grant-to').fill(legal(-1))
    await page.getByTestId('grant-send').click()
    await page.getByTestId('field-refusal').waitFor()
    await page.getByTestId('grant-to').fill('')
    await page.getByTestId('grant-send').click()
    await page.getByTestId('holdings').waitFor()
    expect(await page.getByTestId('holdings').innerText()).toMatch(/报关行[\s\S]*长江示范报关行[\s\S]*持有/)
  })

  it('comes by the link, and is at work', async () => {
    const { page } = person
    await page.locator('[name=password]').fill(PASSWORD)
    await page.locator('[name=again]').fill(PASSWORD)
    await page.getByTestId('welcome-submit').click()
    await page.getByTestId('account').waitFor()
    await page.goto('/plans')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await administrator.page.reload()
    await administrator.page.getByTestId('account-sessions').waitFor()
    expect(await administrator.page.getByTestId('account-head').innerText()).toContain('正常')
  })

  it('holds another role for some days, which is ended before its time', async () => {
    const { page } = administrator
    await page.getByTestId('grant').click()
    await chooseParty(page, '长江')
    await page.getByTestId('grant-role').selectOption('buyer')
    await page.getByTestId('grant-from').fill(legal(2))
    await page.getByTestId('grant-to').fill(legal(9))
    await page.getByTestId('grant-send').click()
    const row = page.getByTestId('holdings').locator('tr', { hasText: '采购商' })
    await row.waitFor()
    expect(await row.innerText()).toMatch(new RegExp(`${legal(2)} 至 ${legal(9)}[\\s\\S]*未到`))
    await row.getByTestId('end-role').click()
    await page.getByTestId('end-role-do').click()
    await row.waitFor({ state: 'detached' })
  })

  it('disabled while signed in is told to sign in again, and what was ended stands on the page', async () => {
    const { page } = administrator
    await page.getByTestId('disable').click()
    expect(await page.locator('.reason-action').innerText()).toContain('结束 1 个会话')
    await page.getByTestId('disable-reason').fill('离职')
    await page.getByTestId('disable-do').click()
    await page.getByTestId('enable').waitFor()
    expect(await page.getByTestId('account-head').innerText()).toMatch(/已停用[\s\S]*离职/)
    expect(await page.getByTestId('changes').locator('tbody tr').first().innerText()).toMatch(
      /停用账号，结束 1 个会话、0 把密钥：离职[\s\S]*平台管理员/,
    )
    person.forgive('customs.plan.list')
    await person.page.reload()
    await person.page.getByTestId('sign-in').waitFor()
    await page.getByTestId('enable').click()
    await page.getByTestId('disable').waitFor()
    await signInAs(person.page, 'he.lan')
  })
})

it('an administrator does not end their own administration', async () => {
  const { page } = administrator
  const { account } = await call<{ account: { id: string } }>(page, 'kernel.session.who', {})
  await page.goto(`/admin/accounts/${account.id}`)
  await page.getByTestId('holdings').waitFor()
  expect(await page.getByTestId('disable').count()).toBe(0)
  await page.getByTestId('end-role').click()
  administrator.forgive('kernel.role.end')
  await page.getByTestId('end-role-do').click()
  await page.getByTestId('refusal').waitFor()
  expect(await page.getByTestId('refusal').innerText()).toContain('account.last_administrator')
})

it('a list keeps its conditions in the address and its order by its heads', async () => {
  const { page } = administrator
  await page.goto('/admin/accounts')
  await page.getByTestId('filter-state').selectOption('invited')
  await page.getByText('没有符合的账号。').waitFor()
  expect(page.url()).toContain('state=invited')
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.getByRole('searchbox').fill('HE.L')
  await expect.poll(() => page.getByTestId('accounts').locator('tbody tr').count()).toBe(1)
  await page.goto('/admin/accounts?sort=-signedIn')
  await expect
    .poll(() => page.getByTestId('accounts').locator('tbody tr').first().innerText())
    .toContain('he.lan')
})

it('a party is registered, says what closing it ends, and is closed with the reason', async () => {
  const { page } = administrator
  await page.goto('/admin/parties/new')
  await page.getByTestId('register-name').fill('武汉示例货运有限公司')
  await page.getByTestId('register-kind').selectOption('agent')
  administrator.forgive('kernel.party.create')
  await page.getByTestId('register-code').fill('123')
  await page.getByTestId('register-send').click()
  await page.getByTestId('field-refusal').waitFor()
  await page.getByTestId('register-code').fill('91420100ma4kabcd12')
  await page.getByTestId('register-send').click()
  await page.getByTestId('party-head').waitFor()
  made.party = new URL(page.url()).pathname.split('/').at(-1)!
  await call(page, 'kernel.role.grant', { account: made.account, party: made.party, role: 'trader' })
  await page.reload()
  await page.getByTestId('members').waitFor()
  await page.getByTestId('close').click()
  expect(await page.locator('.reason-action').innerText()).toContain('1 个账号不能再代表它，其中 0 个')
  administrator.forgive('kernel.party.close')
  await page.getByTestId('close-do').click()
  await page.getByTestId('field-refusal').waitFor()
  await page.getByTestId('close-reason').fill('注销')
  await page.getByTestId('close-do').click()
  await page.getByTestId('reopen').waitFor()
  expect(await page.getByTestId('party-head').innerText()).toMatch(
    /已关闭[\s\S]*91420100MA4KABCD12[\s\S]*注销/,
  )
  await expectAccessible(page)
})

describe('roles', () => {
  it('stand against permissions, found by what an operation is called', async () => {
    const { page } = administrator
    await page.goto('/admin/roles')
    expect(await page.getByTestId('roles').innerText()).toContain('数据包 wuhan 的 roles.yaml')
    await page.getByTestId('roles-matrix').click()
    await page.getByRole('searchbox').fill('停用账号')
    await expect.poll(() => page.getByTestId('matrix').locator('tbody tr:not(.list-group)').count()).toBe(1)
    const row = page.getByTestId('permission-kernel.account.write')
    expect(await row.locator('td.has').count()).toBe(1)
    expect(await row.locator('td.has').getAttribute('data-role')).toBe('平台管理员')
  })

  it('are held against each other', async () => {
    const { page } = administrator
    await page.getByTestId('roles-compare').click()
    await page.getByTestId('role-a').selectOption('trader')
    await page.getByTestId('role-b').selectOption('broker')
    await page.getByTestId('difference').waitFor()
    expect(await page.getByTestId('difference').innerText()).toMatch(
      /只有「贸易商」有[\s\S]*market\.stock\.read[\s\S]*两个都有/,
    )
  })
})

it('an API key is shown once to its owner, and revoked by who looks after all', async () => {
  const { page } = person
  await page.goto('/account')
  await page.getByTestId('key-name').fill('夜间上传')
  await page.getByTestId('key-days').fill('4000')
  person.forgive('kernel.key.create')
  await page.getByTestId('make-key-send').click()
  await page.getByTestId('make-key').getByTestId('field-refusal').waitFor()
  await page.getByTestId('key-days').fill('30')
  await page.getByTestId('make-key-send').click()
  const key = await page.getByTestId('made-key').locator('code').innerText()
  expect(key).toMatch(/^tq_/)
  const used = await page.request.get('/api/kernel/session/who', {
    headers: { Authorization: `Bearer ${key}` },
  })
  expect(used.ok()).toBe(true)
  await page.reload()
  await page.getByTestId('own-keys').waitFor()
  expect(await page.content()).not.toContain(key)
  await administrator.page.goto('/admin/keys')
  await administrator.page.getByTestId('revoke-key').click()
  await administrator.page.getByTestId('revoke-do').click()
  await expect.poll(() => administrator.page.getByTestId('keys').innerText()).toContain('已吊销')
})

it('a limit is changed within its range, and the page says what it was', async () => {
  const { page } = administrator
  await page.goto('/admin/limits')
  await page.getByTestId('change-key.length').click()
  administrator.forgive('kernel.limit.change')
  await page.getByTestId('limit-value').fill('4000')
  await page.getByTestId('limit-save').click()
  await page.getByTestId('field-refusal').waitFor()
  await page.getByTestId('limit-value').fill('180')
  await page.getByTestId('limit-save').click()
  await page.getByTestId('change-key.length').waitFor()
  expect(await page.getByTestId('limit-key.length').innerText()).toMatch(/出厂 365[\s\S]*180\s*天/)
  await page.getByTestId('change-key.length').click()
  await expect.poll(() => page.getByTestId('limit-changes').innerText()).toContain('由 365 改为 180')
})

it.each(looks)(
  'is sound in %s',
  async (_name, look) => {
    await expectSound(console, look, 'admin', [
      '/admin/accounts',
      `/admin/accounts/${made.account}`,
      '/admin/parties',
      `/admin/parties/${made.party}`,
      '/admin/roles/matrix?q=account',
      '/admin/roles/compare?a=finance&b=buyer',
      '/admin/roles/of/finance',
      '/admin/keys',
      '/admin/limits',
    ])
  },
  60_000,
)
