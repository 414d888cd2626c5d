import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export const CLIENT = {
  clientId: 'tongqu',
  clientSecret: 'a secret shared with the provider',
  name: 'City identity',
}
export const REDIRECT = 'http://127.0.0.1:8080/api/oidc/finish'

/** A real identity provider on loopback, whose people need no password. */
export interface TestProvider {
  readonly issuer: string
  /**
   * Goes through the provider's pages as a person's browser would.
   * @returns the address that it sends the browser back to
   */
  signIn(url: string, subject: string): Promise<string>
  stop(): Promise<void>
}

export async function startProvider(): Promise<TestProvider> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = quietly(
    () =>
      new Provider(issuer, {
        clients: [
          { client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [REDIRECT] },
        ],
        pkce: { required: () => true },
        cookies: { keys: ['of this test'] },
        findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub }) }),
        ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
      }),
  )
  server.on('request', provider.callback())
  return { issuer, signIn: (url, subject) => walk(url, subject), stop: () => close(server) }
}

/** The provider warns of its example pages, which are what the test walks through. */
function quietly<T>(make: () => T): T {
  const { warn, info } = console
  console.warn = console.info = () => undefined
  try {
    return make()
  } finally {
    Object.assign(console, { warn, info })
  }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise(resolve => server.close(() => resolve()))
}

/** Follows redirects, keeps cookies, and answers the provider's two forms: who one is, and consent. */
async function walk(begin: string, subject: string): Promise<string> {
  const cookies = new Map<string, string>()
  const forms = [
    new URLSearchParams({ prompt: 'login', login: subject, password: 'any' }),
    new URLSearchParams({ prompt: 'consent' }),
  ]
  let url = begin
  for (let step = 0; step < 20; step++) {
    const form = new URL(url).pathname.startsWith('/interaction/') ? forms.shift() : undefined
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    })
    await response.arrayBuffer()
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie)
    const location = response.headers.get('location')
    if (!location) throw new Error(`${response.status} at ${new URL(url).pathname}`)
    url = new URL(location, url).href
    if (url.startsWith(REDIRECT)) return url
  }
  throw new Error('The provider did not send the browser back.')
}

function keep(cookies: Map<string, string>, cookie: string): void {
  const [pair = ''] = cookie.split(';')
  const split = pair.indexOf('=')
  const value = pair.slice(split + 1)
  if (value) cookies.set(pair.slice(0, split), value)
  else cookies.delete(pair.slice(0, split))
}
