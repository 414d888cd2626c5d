import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ground, ground } from '../testing/ground.ts'
import { createApp } from './app.ts'

const { url } = await testDatabase()
let on: Ground
beforeAll(async () => {
  on = await ground({ url })
})
afterAll(() => on.stop())

/** The application of an installation whose provider does not answer. */
async function withProvider() {
  const oidc = { issuer: 'http://127.0.0.1:9', clientId: 'a', clientSecret: 'b', name: 'City identity' }
  return createApp({ ...on.host, config: { ...on.host.config, oidc } })
}

test('somebody who comes back from the identity provider in vain stands on the page of signing in, told why', async () => {
  const app = await withProvider()
  const gone = await app.inject({ url: '/sign-in/oidc' })
  expect(gone.statusCode).toBe(302)
  expect(gone.headers.location).toBe('/sign-in?refused=oidc.unreachable')
  const back = await app.inject({ url: '/sign-in/oidc/back?code=made-up&state=x' })
  expect(back.headers.location).toBe('/sign-in?refused=oidc.failed')
  await app.close()
  const told = await on.app.inject({ url: '/api/kernel/refusal/explain?code=oidc.failed' })
  expect(told.json()).toMatchObject({ text: { zh: '统一身份认证未通过' }, status: 401 })
})

test('an installation without a provider has no such address', async () => {
  expect((await on.app.inject({ url: '/sign-in/oidc' })).statusCode).toBe(404)
  expect((await on.app.inject({ url: '/api/kernel/session/ways' })).json()).toEqual({
    passkeys: { origin: on.host.address.relyingParty!.origin },
    password: { least: 12, different: 5 },
  })
})
