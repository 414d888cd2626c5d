import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll } from 'vitest'
import { SimulatedClock } from '../../clock/index.ts'
import type { Host } from '../../host/index.ts'
import { answerOf, codeOf, testHost } from '../../testing/host.ts'
import { idOf, makePerson } from '../../testing/people.ts'
import { type Actor, anonymous, RoleBook } from '../index.ts'

export const named = { zh: '角色', en: 'Role' }
const roles = new RoleBook([
  { id: 'trader', name: named, scope: 'own', permissions: ['kernel.file.*'] },
  { id: 'clerk', name: named, scope: 'own', permissions: ['kernel.account.read', 'kernel.party.read'] },
  { id: 'admin', name: named, scope: 'office', permissions: ['kernel.*'] },
])
export const nobody = anonymous('en', 'http')
export const operator = idOf('operator')
export const firm = idOf('the firm')
const good = 'a sentence nobody guesses'
export const day = 86_400_000

export type Comer = Actor & { readonly account: string }

/** An installation with two administrators of one party, under a clock that stands still until it is set. */
export async function administration() {
  const database = await testDatabase()
  const clock = new SimulatedClock(new Date('2026-11-23T01:00:00Z'), 0)
  let host: Host
  let admin: Actor
  let deputy: Actor
  beforeAll(async () => {
    host = await testHost({ url: database.url, modules: () => [], roles, clock })
    admin = await makePerson(host, { login: 'root', party: operator, role: 'admin' })
    deputy = await makePerson(host, { login: 'deputy', party: operator, role: 'admin' })
    await makePerson(host, { login: 'of.firm', party: firm, role: 'trader' })
  })
  afterAll(() => host.stop())

  const call = <T = Record<string, never>>(name: string, input: object, by = admin): Promise<T> =>
    answerOf<T>(host.call(name, input, by))
  const enter = async (login: string): Promise<Actor> => {
    const { token } = await call<{ token: string }>('kernel.session.open', { login, password: good }, nobody)
    return (await host.who.find(token, 'en', 'http'))!
  }
  /** A trader of the firm who has come: with a password, a role and a session. */
  const comer = async (login: string): Promise<Comer> => {
    const name = { zh: `姓名${login}`, en: login }
    const { id, invitation } = await call<{ id: string; invitation: { token: string } }>(
      'kernel.account.create',
      { login, name, invite: true },
    )
    await call('kernel.account.welcome', { token: invitation.token, password: good }, nobody)
    await call('kernel.role.grant', { account: id, party: firm, role: 'trader' })
    return (await enter(login)) as Comer
  }
  return {
    clock,
    get host() {
      return host
    },
    get admin() {
      return admin
    },
    get deputy() {
      return deputy
    },
    call,
    /** The code that a call is refused with; `done` when it is not. */
    code: (name: string, input: object, by = admin) => codeOf(host.call(name, input, by)),
    enter,
    comer,
    pass: (time: number) => clock.set(new Date(clock.now().getTime() + time)),
    /** The legal day so many days from now. */
    legal: (days: number) =>
      new Date(clock.now().getTime() + 8 * 3600_000 + days * day).toISOString().slice(0, 10),
  }
}
