import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { call, expectSound, looks, sharedPage, signIn, startConsole } from './console.ts'

const console = await startConsole()
const administrator = sharedPage(console, 'admin')
const person = sharedPage(console)
const PASSWORD = 'nine provinces, one road'

/** The code that the app shows now. */
const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()

/** The page that is left asks once more while nobody is signed in. */
function forgiveLeaving(): void {
  person.forgive('kernel.secondFactor.get')
  person.forgive('kernel.session.list')
}

describe('someone who was invited', () => {
  it('sets a password, and has a page for the account', async () => {
    const { id, invitation } = await call<{ id: string; invitation: { token: string } }>(
      administrator.page,
      'kernel.account.create',
      { login: 'he.lan', name: { zh: '何兰', en: 'He Lan' }, invite: true },
    )
    const { party } = await call<{ party: { id: string } }>(administrator.page, 'kernel.session.who', {})
    await call(administrator.page, 'kernel.role.grant', { account: id, party: party.id, role: 'auditor' })
    const { page } = person
    await page.goto(`/welcome?token=${invitation.token}`)
    await page.locator('[name=password]').fill(PASSWORD)
    await page.locator('[name=again]').fill(PASSWORD)
    await page.getByTestId('welcome-submit').click()
    await page.getByTestId('account').click()
    await page.getByTestId('account-page').click()
    await expect.poll(() => page.getByTestId('factor-state').innerText()).toBe('未开启')
  })

  it('turns a second factor on by an app, keeps the recovery codes, and is asked for it from then on', async () => {
    const { page } = person
    await page.getByTestId('factor-begin').click()
    const secret = (await page.getByTestId('factor-secret').innerText()).replaceAll(' ', '')
    person.forgive('kernel.secondFactor.confirm')
    await page.getByTestId('factor-confirm').fill('000000')
    await page.getByTestId('factor-confirm-do').click()
    await page.getByTestId('field-refusal').waitFor()
    await page.getByTestId('factor-confirm').fill(codeOf(secret))
    await page.getByTestId('factor-confirm-do').click()
    await page.getByTestId('factor-recovery').waitFor()
    const codes = await page.getByTestId('factor-recovery').locator('code').allInnerTexts()
    expect(codes).toHaveLength(10)
    await page.getByTestId('account').click()
    forgiveLeaving()
    await page.getByTestId('sign-out').click()
    await page.getByTestId('sign-in').waitFor()
    await page.goto('/sign-in')
    await page.locator('[name=login]').fill('he.lan')
    await page.locator('[name=password]').fill(PASSWORD)
    person.forgive('kernel.session.open')
    await page.getByTestId('sign-in-submit').click()
    await page.getByTestId('sign-in-code').fill(codes[0]!)
    await page.getByTestId('sign-in-submit').click()
    await page.getByTestId('account').waitFor()
    await page.goto('/account')
    await expect.poll(() => page.getByTestId('factor-state').innerText()).toContain('9')
    await page.getByTestId('factor-end').click()
    await page.getByTestId('factor-end-code').fill(codes[1]!)
    await page.getByTestId('factor-end-code-do').click()
    await expect.poll(() => page.getByTestId('factor-state').innerText()).toBe('未开启')
  })

  it('ends a session elsewhere, and then all of them', async () => {
    const { page } = person
    const elsewhere = await console.open()
    await elsewhere.page.goto('/sign-in')
    await elsewhere.page.locator('[name=login]').fill('he.lan')
    await elsewhere.page.locator('[name=password]').fill(PASSWORD)
    await elsewhere.page.getByTestId('sign-in-submit').click()
    await elsewhere.page.getByTestId('account').waitFor()
    await page.goto('/account')
    await page.getByTestId('end-session').first().click()
    await expect.poll(() => page.getByTestId('end-session').count()).toBe(0)
    await elsewhere.page.goto('/account')
    await elsewhere.page.getByTestId('sign-in').waitFor()
    await elsewhere.page.context().close()
    forgiveLeaving()
    await page.getByTestId('end-everywhere').click()
    await page.getByTestId('sign-in').waitFor()
    await signIn(page, 'trader')
  })
})

describe.each(looks)('in %s', (_, look) => {
  it('the account page is accessible and does not scroll sideways', async () => {
    await expectSound(console, look, 'trader', ['/account', '/sign-in'])
  })
})
