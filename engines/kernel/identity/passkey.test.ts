import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SimulatedClock } from '../clock/index.ts'
import type { Host } from '../host/index.ts'
import { answerOf, codeOf, testHost } from '../testing/host.ts'
import { idOf, makePerson } from '../testing/people.ts'
import { relyingPartyOf } from './address.ts'
import { EXAMPLE_PASSWORD } from './calls/password.ts'
import { type Actor, anonymous, RoleBook } from './index.ts'
import type { Assertion } from './passkeys.ts'
import { type Odd, SoftAuthenticator } from './soft-authenticator.ts'

const named = { zh: '角色', en: 'Role' }
const roles = new RoleBook([
  { id: 'trader', name: named, scope: 'own', permissions: ['kernel.file.*'] },
  { id: 'admin', name: named, scope: 'office', permissions: ['kernel.*'] },
])
const database = await testDatabase()
const clock = new SimulatedClock(new Date('2026-11-23T01:00:00Z'), 0)
const party = { id: 'tongqu.example', origin: 'https://tongqu.example' }
let host: Host
let admin: Actor

beforeAll(async () => {
  const config = { publicUrl: party.origin }
  host = await testHost({ url: database.url, modules: () => [], roles, clock, config })
  admin = await makePerson(host, { login: 'root', party: idOf('operator'), role: 'admin' })
})
afterAll(() => host.stop())
beforeEach(() => pass(48 * 3600))

function pass(seconds: number): void {
  clock.set(new Date(clock.now().getTime() + seconds * 1000))
}

const nobody = anonymous('en', 'http', '198.51.100.7')
const enter = (login: string, passkey?: Assertion) =>
  host.call('kernel.session.open', { login, password: EXAMPLE_PASSWORD, ...(passkey && { passkey }) }, nobody)
const enterBy = (passkey: Assertion) => host.call('kernel.session.openByPasskey', { passkey }, nobody)
const speaker = async (token: string) => (await host.who.find(token, 'en', 'http'))!
const challenge = async () =>
  (await answerOf<{ challenge: string }>(host.call('kernel.passkey.ask', {}, nobody))).challenge

async function begin(actor: Actor): Promise<string> {
  return (await answerOf<{ challenge: string }>(host.call('kernel.passkey.begin', {}, actor))).challenge
}

/** Somebody signed in a moment ago. */
async function person(login: string): Promise<Actor> {
  await makePerson(host, { login, party: idOf(`firm of ${login}`), role: 'trader' })
  return speaker((await answerOf<{ token: string }>(enter(login))).token)
}

/** The same with a passkey, and the device that holds it. */
async function withPasskey(login: string, odd: Odd = {}) {
  const actor = await person(login)
  const device = new SoftAuthenticator()
  const credential = device.create(party, await begin(actor), actor.account!, odd)
  const { id } = await answerOf<{ id: string }>(
    host.call('kernel.passkey.add', { name: '手机', credential }, actor),
  )
  const answer = async (changed: Odd = {}) => device.answer(party, await challenge(), changed)
  return { actor, device, id, credential, answer }
}

describe('a passkey', () => {
  it('opens a session without a password, and says that it did', async () => {
    const { actor, answer } = await withPasskey('li.si')
    const opened = await answerOf<{ token: string; account: { login: string } }>(enterBy(await answer()))
    expect(opened.account.login).toBe('li.si')
    type List = { sessions: { current: boolean; by: string }[] }
    const { sessions } = await answerOf<List>(
      host.call('kernel.session.list', {}, await speaker(opened.token)),
    )
    expect(sessions.find(each => each.current)?.by).toBe('passkey')
    type Keys = { passkeys: { name: string; madeAt: string; usedAt?: string }[] }
    const { passkeys } = await answerOf<Keys>(host.call('kernel.passkey.list', {}, actor))
    const now = clock.now().toISOString()
    expect(passkeys).toMatchObject([{ name: '手机', madeAt: now, usedAt: now, synced: false }])
  })

  it('is asked for after the password from then on', async () => {
    const { answer } = await withPasskey('zhang.san')
    expect(await codeOf(enter('zhang.san'))).toBe('session.passkey_needed')
    await answerOf(enter('zhang.san', await answer()))
    const { answer: of } = await withPasskey('somebody.else')
    expect(await codeOf(enter('zhang.san', await of()))).toBe('passkey.not_known')
  })

  it('answers a challenge once, within five minutes, and one that was handed out for signing in', async () => {
    const { actor, device, answer } = await withPasskey('sun.ba')
    const given = await answer()
    await answerOf(enterBy(given))
    expect(await codeOf(enterBy(given))).toBe('passkey.challenge_spent')
    const late = await answer()
    pass(301)
    expect(await codeOf(enterBy(late))).toBe('passkey.challenge_spent')
    const forAnother = device.answer(party, await begin(await again(actor)))
    expect(await codeOf(enterBy(forAnother))).toBe('passkey.challenge_spent')
    expect(await codeOf(enterBy(device.answer(party, 'made-up')))).toBe('passkey.challenge_spent')
  })

  it('does not answer again after an answer that was wrong', async () => {
    const { device } = await withPasskey('qian.er')
    const asked = await challenge()
    expect(await codeOf(enterBy(device.answer(party, asked, { isVerified: false })))).toBe(
      'passkey.not_verified',
    )
    expect(await codeOf(enterBy(device.answer(party, asked)))).toBe('passkey.challenge_spent')
  })

  it('is not taken from another page, for another installation, from another account or by a changed signature', async () => {
    const { answer, actor } = await withPasskey('wu.jiu')
    const elsewhere = { origin: 'https://tongqu.example.evil.example' }
    expect(await codeOf(enterBy(await answer(elsewhere)))).toBe('passkey.wrong_origin')
    expect(await codeOf(enterBy(await answer({ origin: 'http://tongqu.example' })))).toBe(
      'passkey.wrong_origin',
    )
    expect(await codeOf(enterBy(await answer({ relyingParty: 'evil.example' })))).toBe('passkey.wrong_party')
    expect(await codeOf(enterBy(await answer({ userHandle: 'AAAA' })))).toBe('passkey.not_known')
    const given = await answer()
    const turned = Buffer.from(given.signature, 'base64url')
    turned[turned.length - 1]! ^= 1
    expect(await codeOf(enterBy({ ...given, signature: turned.toString('base64url') }))).toBe(
      'passkey.not_verified',
    )
    const fresh = await again(actor)
    const device = new SoftAuthenticator()
    const made = async (odd: Odd) => ({
      name: '另一个',
      credential: device.create(party, await begin(fresh), actor.account!, odd),
    })
    const add = async (odd: Odd) => codeOf(host.call('kernel.passkey.add', await made(odd), fresh))
    expect(await add(elsewhere)).toBe('passkey.wrong_origin')
    expect(await add({ relyingParty: 'evil.example' })).toBe('passkey.not_verified')
    expect(await add({ isVerified: false })).toBe('passkey.not_verified')
  })

  it('counts its uses upwards; one whose count goes back is refused and told of in the audit', async () => {
    const { answer, actor } = await withPasskey('zhou.shi', { counter: 4 })
    expect(await codeOf(enterBy(await answer({ counter: 4 })))).toBe('passkey.counter_back')
    await answerOf(enterBy(await answer({ counter: 6 })))
    expect(await codeOf(enterBy(await answer({ counter: 5 })))).toBe('passkey.counter_back')
    expect(await codeOf(enterBy(await answer()))).toBe('passkey.counter_back')
    await answerOf(enterBy(await answer({ counter: 7 })))
    const told = await host.database.transact({ scope: 'system' }, tx =>
      tx.query(`select 1 from kernel.event where type = 'kernel.passkey.suspected' and record = $1`, [
        `kernel.account/${actor.account}`,
      ]),
    )
    expect(told).toHaveLength(3)
  })

  it('belongs to one account, and is removed by that one alone', async () => {
    const one = await withPasskey('zheng.yi')
    const two = await person('feng.er')
    await begin(two)
    expect(
      await codeOf(host.call('kernel.passkey.add', { name: '偷来的', credential: one.credential }, two)),
    ).toBe('passkey.challenge_spent')
    expect(await codeOf(host.call('kernel.passkey.remove', { passkey: one.id }, two))).toBe(
      'passkey.not_found',
    )
    expect(await answerOf(host.call('kernel.passkey.list', {}, two))).toEqual({ passkeys: [] })
    await answerOf(host.call('kernel.passkey.remove', { passkey: one.id }, one.actor))
    expect(await codeOf(enterBy(await one.answer()))).toBe('passkey.not_known')
    await answerOf(enter('zheng.yi'))
  })

  it('is added and removed only shortly after signing in', async () => {
    const { actor, id } = await withPasskey('chen.san')
    pass(16 * 60)
    expect(await codeOf(host.call('kernel.passkey.begin', {}, actor))).toBe('session.not_recent')
    expect(await codeOf(host.call('kernel.passkey.remove', { passkey: id }, actor))).toBe(
      'session.not_recent',
    )
    expect(await codeOf(host.call('kernel.secondFactor.begin', {}, actor))).toBe('session.not_recent')
  })

  it('goes with the others when an administrator ends the second factor of somebody whose devices are lost', async () => {
    const { actor, answer } = await withPasskey('wei.si')
    await answerOf(host.call('kernel.account.endSecondFactor', { account: actor.account }, admin))
    expect(await codeOf(enterBy(await answer()))).toBe('passkey.not_known')
    await answerOf(enter('wei.si'))
  })

  it('opens nothing for an account that is disabled', async () => {
    const { actor, answer } = await withPasskey('han.liu')
    await answerOf(host.call('kernel.account.disable', { account: actor.account }, admin))
    expect(await codeOf(enterBy(await answer()))).toBe('passkey.not_known')
  })
})

/** The same person in a session of now. */
async function again(actor: Actor): Promise<Actor> {
  await host.database.transact({ scope: 'system' }, tx =>
    tx.execute(`update kernel.session set opened_at = $2 where token_hash = decode($1, 'hex')`, [
      actor.session,
      clock.now(),
    ]),
  )
  return actor
}

describe('the name that passkeys are made for', () => {
  it('is the domain of the address, localhost on this machine, and none for a bare address', () => {
    expect(relyingPartyOf('https://tongqu.example:8443')).toEqual({
      id: 'tongqu.example',
      origin: 'https://tongqu.example:8443',
    })
    expect(relyingPartyOf('http://127.0.0.1:8080')).toEqual({
      id: 'localhost',
      origin: 'http://localhost:8080',
    })
    expect(relyingPartyOf('http://[::1]:8080')?.id).toBe('localhost')
    expect(relyingPartyOf('https://192.0.2.7')).toBeUndefined()
    expect(relyingPartyOf('http://tongqu.example')).toBeUndefined()
  })
})
