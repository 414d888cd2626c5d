import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SimulatedClock } from '../clock/index.ts'
import type { Host } from '../host/index.ts'
import { answerOf, codeOf, testHost } from '../testing/host.ts'
import { idOf, makePerson } from '../testing/people.ts'
import { EXAMPLE_PASSWORD } from './calls/password.ts'
import { type Actor, anonymous, RoleBook } from './index.ts'
import { codeAt } from './second-factor.ts'

const named = { zh: '角色', en: 'Role' }
const roles = new RoleBook([
  { id: 'trader', name: named, scope: 'own', permissions: ['kernel.file.*'] },
  { id: 'admin', name: named, scope: 'office', permissions: ['kernel.*'] },
])
const database = await testDatabase()
const clock = new SimulatedClock(new Date('2026-11-23T01:00:00Z'), 0)
let host: Host
let admin: Actor

beforeAll(async () => {
  host = await testHost({ url: database.url, modules: () => [], roles, clock })
  admin = await makePerson(host, { login: 'root', party: idOf('operator'), role: 'admin' })
})
afterAll(() => host.stop())
beforeEach(() => pass(48 * 3600))

function pass(seconds: number): void {
  clock.set(new Date(clock.now().getTime() + seconds * 1000))
}

const enter = (login: string, code?: string) =>
  host.call(
    'kernel.session.open',
    { login, password: EXAMPLE_PASSWORD, ...(code !== undefined && { code }) },
    anonymous('en', 'http', '198.51.100.7'),
  )
const speaker = async (login: string, code?: string) =>
  (await host.who.find((await answerOf<{ token: string }>(enter(login, code))).token, 'en', 'http'))!

/** Someone with a second factor, signed in. */
async function withFactor(login: string) {
  await makePerson(host, { login, party: idOf(`firm of ${login}`), role: 'trader' })
  const actor = await speaker(login)
  const { secret, uri } = await answerOf<{ secret: string; uri: string }>(
    host.call('kernel.secondFactor.begin', {}, actor),
  )
  const code = () => codeAt(secret, clock.now())
  const { recovery } = await answerOf<{ recovery: string[] }>(
    host.call('kernel.secondFactor.confirm', { code: code() }, actor),
  )
  pass(60)
  return { actor, secret, uri, code, recovery }
}

describe('a second factor', () => {
  it('is asked for after the password, and a code is taken once', async () => {
    const { code, uri } = await withFactor('li.si')
    expect(uri).toMatch(/^otpauth:\/\/totp\/Tongqu:li\.si\?/)
    expect(await codeOf(enter('li.si'))).toBe('session.code_needed')
    const now = code()
    await answerOf(enter('li.si', now))
    expect(await codeOf(enter('li.si', now))).toBe('session.code_wrong')
    pass(60)
    await answerOf(enter('li.si', code()))
  })

  it('takes the step before and after, for clocks that differ, and none further', async () => {
    const { secret } = await withFactor('zhang.san')
    const at = (seconds: number) => codeAt(secret, new Date(clock.now().getTime() + seconds * 1000))
    expect(await codeOf(enter('zhang.san', at(-60)))).toBe('session.code_wrong')
    expect(await codeOf(enter('zhang.san', at(60)))).toBe('session.code_wrong')
    await answerOf(enter('zhang.san', at(-30)))
    await answerOf(enter('zhang.san', at(30)))
    // That of now is before the last one taken.
    expect(await codeOf(enter('zhang.san', at(0)))).toBe('session.code_wrong')
  })

  it('makes guesses wait as wrong passwords do', async () => {
    await withFactor('sun.ba')
    for (let n = 0; n < 5; n++) expect(await codeOf(enter('sun.ba', 'AAAAAAAA'))).toBe('session.code_wrong')
    expect(await codeOf(enter('sun.ba', 'AAAAAAAA'))).toBe('session.too_many_tries')
  })

  it('is got round by a recovery code, each once', async () => {
    const { recovery, actor } = await withFactor('wu.jiu')
    expect(new Set(recovery).size).toBe(10)
    await answerOf(enter('wu.jiu', recovery[3]!.toLowerCase().replace('-', ' ')))
    expect(await codeOf(enter('wu.jiu', recovery[3]))).toBe('session.code_wrong')
    expect(await answerOf(host.call('kernel.secondFactor.get', {}, actor))).toEqual({
      on: true,
      recoveryLeft: 9,
    })
  })

  it('counts only when it was confirmed, and is not replaced by another while it counts', async () => {
    await makePerson(host, { login: 'qian.qi', party: idOf('firm of qian'), role: 'trader' })
    const actor = await speaker('qian.qi')
    await answerOf(host.call('kernel.secondFactor.begin', {}, actor))
    expect(await codeOf(host.call('kernel.secondFactor.confirm', { code: '000000' }, actor))).toMatch(
      /second_factor\.wrong/,
    )
    await answerOf(enter('qian.qi'))
    const { actor: other } = await withFactor('zhou.shi')
    expect(await codeOf(host.call('kernel.secondFactor.begin', {}, other))).toBe('second_factor.already')
  })

  it('is ended by its code, or by an administrator, who ends the sessions too', async () => {
    const first = await withFactor('zheng.yi')
    expect(await codeOf(host.call('kernel.secondFactor.end', { code: 'AAAAAA' }, first.actor))).toBe(
      'second_factor.wrong',
    )
    await answerOf(host.call('kernel.secondFactor.end', { code: first.code() }, first.actor))
    await answerOf(enter('zheng.yi'))
    await withFactor('feng.er')
    const account = idOf('account feng.er')
    await answerOf(host.call('kernel.account.endSecondFactor', { account }, admin))
    await answerOf(enter('feng.er'))
  })
})

describe('the sessions of an account', () => {
  it('are listed with where they are from, ended one by one, or everywhere', async () => {
    await makePerson(host, { login: 'chen.san', party: idOf('firm of chen'), role: 'trader' })
    const already = 1
    const [first, second, third] = [
      await speaker('chen.san'),
      await speaker('chen.san'),
      await speaker('chen.san'),
    ]
    type List = { sessions: { session: string; current: boolean; address: string; by: string }[] }
    const { sessions } = await answerOf<List>(host.call('kernel.session.list', {}, first))
    expect(sessions).toHaveLength(already + 3)
    expect(sessions.find(each => first.session!.startsWith(each.session))).toMatchObject({
      current: true,
      address: '198.51.100.7',
      by: 'password',
    })
    const other = sessions.find(each => second.session!.startsWith(each.session))!
    expect(other.current).toBe(false)
    await answerOf(host.call('kernel.session.endOther', { session: other.session }, first))
    expect(await codeOf(host.call('kernel.session.endOther', { session: other.session }, first))).toBe(
      'session.not_found',
    )
    await answerOf(host.call('kernel.session.endEverywhere', {}, third))
    const left = await answerOf<List>(host.call('kernel.session.list', {}, first))
    expect(left.sessions).toEqual([])
  })

  it('are nobody else’s to end', async () => {
    await makePerson(host, { login: 'wei.si', party: idOf('firm of wei'), role: 'trader' })
    const [own, stranger] = [await speaker('wei.si'), await speaker('root')]
    expect(
      await codeOf(host.call('kernel.session.endOther', { session: own.session!.slice(0, 16) }, stranger)),
    ).toBe('session.not_found')
  })
})
