import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { call, expectSound, looks, sharedPage, signIn, startConsole } from './console.ts'
import { expectAccessible } from './page.ts'

// An identity provider that does not answer: its button is there, and what comes of it is told in words.
const console = await startConsole({
  TONGQU_OIDC_ISSUER: 'http://127.0.0.1:9',
  TONGQU_OIDC_CLIENT_ID: 'tongqu',
  TONGQU_OIDC_CLIENT_SECRET: 'of no use',
  TONGQU_OIDC_NAME: '城市统一认证',
})
const administrator = sharedPage(console, 'admin')
const person = sharedPage(console)
const PASSWORD = 'nine provinces, one road'

/** The code that the app shows now. */
const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()

/** The page that is left asks once more while nobody is signed in. */
function forgiveLeaving(): void {
  for (const call of ['secondFactor.get', 'session.list', 'passkey.list', 'key.list'])
    person.forgive(`kernel.${call}`)
}

describe('someone who was invited', () => {
  it('sets a password, and has a page for the account', async () => {
    const { id, invitation } = await call<{ id: string; invitation: { token: string } }>(
      administrator.page,
      'kernel.account.create',
      { login: 'he.lan', name: { zh: '何兰', en: 'He Lan' }, invite: true },
    )
    const { party } = await call<{ party: { id: string } }>(administrator.page, 'kernel.session.who', {})
    await call(administrator.page, 'kernel.role.grant', { account: id, party: party.id, role: 'official' })
    const { page } = person
    await page.goto(`/welcome?token=${invitation.token}`)
    const rules = (state: string) => page.getByTestId('password-rules').locator(`[data-state=${state}]`)
    await page.locator('[name=password]').fill('aaaa')
    await expect.poll(() => rules('unmet').count()).toBe(2)
    await page.locator('[name=password]').fill(PASSWORD)
    await expect.poll(() => rules('unmet').count()).toBe(0)
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

/** A device that keeps passkeys and recognises its user, as Chromium's debugger offers one. */
async function deviceOf(page: Page) {
  const debug = await page.context().newCDPSession(page)
  await debug.send('WebAuthn.enable')
  const { authenticatorId } = await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    /** Whether it recognises the finger that is laid on it. */
    recognise: (isUserVerified: boolean) =>
      debug.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

describe('somebody whose role requires a second factor', () => {
  let page: Page
  let device: Awaited<ReturnType<typeof deviceOf>>
  beforeAll(async () => {
    if (!console.isHere) return
    // Browsers make passkeys for names only: the same machine, by its name.
    const baseURL = console.product.address.replace('127.0.0.1', 'localhost')
    page = (await console.open({ baseURL })).page
    device = await deviceOf(page)
  }, 60_000)

  const signOut = async () => {
    await page.getByTestId('account').click()
    await page.getByTestId('sign-out').click()
    await page.getByTestId('sign-in').waitFor()
  }

  it('can do nothing else at first; a passkey opens the way', async () => {
    const { id, invitation } = await call<{ id: string; invitation: { token: string } }>(
      administrator.page,
      'kernel.account.create',
      { login: 'fang.yu', name: { zh: '方玉', en: 'Fang Yu' }, invite: true },
    )
    const { party } = await call<{ party: { id: string } }>(administrator.page, 'kernel.session.who', {})
    await call(administrator.page, 'kernel.role.grant', { account: id, party: party.id, role: 'auditor' })
    await page.goto(`/welcome?token=${invitation.token}`)
    await page.locator('[name=password]').fill(PASSWORD)
    await page.locator('[name=again]').fill(PASSWORD)
    await page.getByTestId('welcome-submit').click()
    await page.getByTestId('set-up').waitFor()
    await expectAccessible(page)
    expect(await page.getByTestId('factor-required').innerText()).toContain('GB/T 22239-2019')
    await page.goto('/ledger')
    await page.getByTestId('set-up').waitFor()
    expect(await page.getByTestId('set-up-done').isDisabled()).toBe(true)
    await page.getByTestId('passkey-name').fill('办公电脑')
    await page.getByTestId('add-passkey').click()
    await page.getByTestId('passkeys').getByText('办公电脑').waitFor()
    await page.getByTestId('set-up-done').click()
    await page.getByTestId('set-up').waitFor({ state: 'detached' })
    await page.locator('nav a[href="/ledger"]').first().waitFor()
  })

  it('signs in by the passkey, without a password: where the name is typed, and by the button', async () => {
    await signOut()
    // The browser offers the passkey by itself, and the person takes it.
    await page.goto('/sign-in')
    await page.getByTestId('account').waitFor()
    await signOut()
    // A browser that does not offer them so.
    await page.addInitScript('PublicKeyCredential.isConditionalMediationAvailable = async () => false')
    await page.goto('/sign-in')
    await page.getByTestId('sign-in-passkey').click()
    await page.getByTestId('account').waitFor()
  })

  it('confirms a password by the passkey, and not by a device that did not recognise its user', async () => {
    await signOut()
    await page.goto('/sign-in')
    await page.locator('[name=login]').fill('fang.yu')
    await page.locator('[name=password]').fill(PASSWORD)
    await page.getByTestId('sign-in-submit').click()
    await page.getByTestId('sign-in-needs-passkey').waitFor()
    await device.recognise(false)
    await page.getByTestId('sign-in-submit').click()
    await page.getByText('通行密钥没有确认').waitFor()
    await device.recognise(true)
    await page.getByTestId('sign-in-submit').click()
    await page.getByTestId('account').waitFor()
  })

  it('removes the passkey after showing once more who it is, and stands before the closed door again', async () => {
    await page.goto('/account')
    const keys: (string | undefined)[] = []
    await page.route('**/api/kernel/passkey/remove', route => {
      keys.push(route.request().headers()['idempotency-key'])
      if (keys.length > 1) return route.continue()
      // As the server answers a quarter of an hour after signing in.
      const body = JSON.stringify({ code: 'session.not_recent', title: '', params: { minutes: 15 } })
      return route.fulfill({ status: 403, contentType: 'application/problem+json', body })
    })
    await page.getByTestId('remove-passkey').click()
    const asked = page.getByTestId('asked')
    await asked.waitFor()
    expect(await asked.getAttribute('data-kind')).toBe('confirm')
    await asked.getByTestId('sign-in-passkey').click()
    await page.getByTestId('no-passkeys').waitFor()
    // The refusal is kept under the first key: what goes on is a new intent.
    expect(new Set(keys).size).toBe(2)
    await page.goto('/ledger')
    await page.getByTestId('set-up').waitFor()
    await page.context().close()
  })
})

it('an identity provider has a button by its name, and what went wrong there is told in words', async () => {
  const { page } = await console.open()
  await page.goto('/sign-in')
  await page.getByTestId('sign-in-provider').click()
  await expect
    .poll(() => page.getByTestId('provider-refused').innerText())
    .toContain('统一身份认证服务暂不可用')
  expect(await page.getByTestId('sign-in-provider').innerText()).toBe('用城市统一认证登录')
  await page.context().close()
})

describe('who guesses passwords', () => {
  it('is told until when to wait', async () => {
    const { page } = await console.open()
    await page.goto('/sign-in')
    await page.locator('[name=login]').fill('nobody.at.all')
    await page.locator('[name=password]').fill('a guess that is wrong')
    for (let n = 0; n < 6; n++) {
      const answered = page.waitForResponse('**/api/kernel/session/open')
      await page.getByTestId('sign-in-submit').click()
      await answered
      if (n < 5) await page.getByTestId('refusal').waitFor()
    }
    const told = page.getByTestId('sign-in-wait')
    await told.waitFor()
    expect(await told.innerText()).toMatch(/\d{2}:\d{2}:\d{2} 起可再试/)
    expect(await page.getByTestId('sign-in-submit').isDisabled()).toBe(true)
    await told.waitFor({ state: 'detached' })
    expect(await page.getByTestId('sign-in-submit').isDisabled()).toBe(false)
    await page.context().close()
  })
})

describe.each(looks)('in %s', (_, look) => {
  it('the account page is accessible and does not scroll sideways', async () => {
    await expectSound(console, look, 'trader', ['/account', '/sign-in'])
  })
})
