import { generateKeyPairSync } from 'node:crypto'
import { Readable } from 'node:stream'
import { selfSignedCertificate } from '@tongqu/kernel/crypto'
import { type Actor, systemActor } from '@tongqu/kernel/identity'
import type { Pack } from '@tongqu/kernel/pack'
import { isRefusal } from '@tongqu/kernel/refusal'
import { readXml } from '@tongqu/messages'
import { fileSigner, signEnveloped } from '@tongqu/messages/signature'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { must, ownPacks } from '../../testing.ts'
import type { SeenMessage } from '../testing/counter.ts'
import { type DeclarationGround, declarationGround } from '../testing/ground.ts'
import { verifyArrival } from './verify.ts'

const admin: Actor = systemActor('cli')

interface CounterKey {
  readonly certificate: string
  sign(xml: string): Promise<string>
}

/** A key of a counter, with a certificate of its own from one day to another. */
function counterKey(from = '20200101', to = '20491231'): CounterKey {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const certificate = selfSignedCertificate({ privateKey, name: 'counter', from, to })
  const opened = fileSigner({ privateKey, certificate })
  if ('refusal' in opened) throw new Error(opened.refusal.code)
  return {
    certificate,
    async sign(xml) {
      const read = readXml(xml)
      if ('refusal' in read) throw new Error(read.refusal.code)
      const outcome = await signEnveloped(read.document, opened.signer, { profile: 'eport-rsa' })
      if ('refusal' in outcome) throw new Error(outcome.refusal.code)
      return outcome.signed.xml
    },
  }
}

const believed = counterKey()
const expired = counterKey('20200101', '20210101')
const stranger = counterKey()

const database = await testDatabase()
let ground: DeclarationGround
let number: string
let sent: readonly SeenMessage[]
beforeAll(async () => {
  ground = await declarationGround(database.url)
  for (const key of [believed, expired]) await trust(key.certificate)
})
afterAll(() => ground.host.stop())
beforeEach(async () => {
  const plan = await ground.submit([{}])
  number = (await ground.list(plan))[0]!.number
  sent = await ground.counter.out()
})

async function trust(certificate: string): Promise<string> {
  const kept = await ground.host.files.keep(Readable.from([Buffer.from(certificate)]), 1e6)
  if (isRefusal(kept)) throw new Error(kept.code)
  const given = { ...kept, name: 'counter.pem', from: '2020-01-01T00:00:00Z' }
  return (await must<{ id: string }>(ground.host, 'customs.counter.trust', given, admin, true)).id
}

const DATA = /(<Data>)([^<]*)(<)/
let count = 0

/** Answers the order with 120; `change` is what becomes of the message within the envelope. */
async function answer(change: (message: string) => string | Promise<string>) {
  const order = sent.find(each => each.type === 'CEB311Message')!
  const envelope = ground.counter.receiptFor(order, '120')
  const within = Buffer.from(DATA.exec(envelope)![2]!, 'base64').toString('utf8')
  const changed = Buffer.from(await change(within)).toString('base64')
  await ground.counter.put(`S${++count}`, envelope.replace(DATA, `$1${changed}$3`))
  await ground.turn()
  const { records, timeline } = await ground.read(number)
  const { state } = records.find(each => each.kind === 'CEB311')!
  const { what, info, signature } = timeline
    .filter(each => each.what === 'receipt' || each.what === 'held')
    .at(-1)!
  return { state, what, info, signature: signature as { state: string; code?: string; serial?: string } }
}

it('a receipt without a signature is applied, and the timeline says that it has none', async () => {
  expect(await answer(xml => xml)).toMatchObject({
    state: 'declared',
    what: 'receipt',
    signature: { state: 'absent' },
  })
})

it('a receipt that is signed by a trusted certificate is applied as valid', async () => {
  const answered = await answer(xml => believed.sign(xml))
  expect(answered).toMatchObject({ state: 'declared', signature: { state: 'valid', profile: 'eport-rsa' } })
  expect(answered.signature.serial).toMatch(/^[4-7][0-9a-f]{15}$/)
})

describe('a receipt whose signature is wrong is never applied, and is held with its reason', () => {
  const put = (from: RegExp, to: string) => async (xml: string) => {
    const signed = await believed.sign(xml)
    expect(signed).toMatch(from)
    return signed.replace(from, to)
  }
  it.each([
    ['another content', put(/<returnInfo>[^<]*</, '<returnInfo>放行<'), 'signature.digest_differs'],
    ['another value', put(/(SignatureValue>)..../, '$1AAAA'), 'signature.value_wrong'],
    ['a second signature', put(/(<ds:Signature .*<\/ds:Signature>)/, '$1$1'), 'signature.several'],
    ['a signature over a part', put(/URI=""/, 'URI="#a"'), 'signature.reference_elsewhere'],
  ])('%s', async (_, change, code) => {
    expect(await answer(change)).toMatchObject({
      state: 'sent',
      what: 'held',
      info: 'receipt.signature_wrong',
      signature: { state: 'wrong', code },
    })
  })
})

it('a certificate that nobody trusts, or that had expired, is told; by the rule of today the receipt is applied', async () => {
  expect(await answer(xml => stranger.sign(xml))).toMatchObject({
    state: 'declared',
    signature: { state: 'untrusted' },
  })
  expect(await answer(xml => expired.sign(xml))).toMatchObject({ signature: { state: 'expired' } })
})

it('a certificate that is trusted no longer is untrusted from then on', async () => {
  const key = counterKey()
  const id = await trust(key.certificate)
  expect(await trust(key.certificate)).toBe(id)
  expect(await answer(xml => key.sign(xml))).toMatchObject({ signature: { state: 'valid' } })
  await must(ground.host, 'customs.counter.distrust', { id, reason: '证书已更换' }, admin)
  expect(await answer(xml => key.sign(xml))).toMatchObject({ signature: { state: 'untrusted' } })
  const again = await ground.host.call('customs.counter.distrust', { id, reason: '再一次' }, admin)
  expect(again).toMatchObject({ kind: 'refused', refusal: { code: 'counter.certificate_not_trusted' } })
})

it('a file that is no certificate is not trusted', async () => {
  const kept = await ground.host.files.keep(Readable.from([Buffer.from('no certificate')]), 1e6)
  const outcome = await ground.host.call('customs.counter.trust', { ...kept, name: 'x' }, admin, {
    uploaded: true,
  })
  expect(outcome).toMatchObject({ refusal: { code: 'counter.certificate_unreadable' } })
})

it('where a signature is required, a receipt without one is held', async () => {
  const strict = await declarationGround((await testDatabase()).url, { packs: await requiring() })
  const plan = await strict.submit([{}])
  const [order] = await strict.counter.out()
  await strict.counter.answer(order!, '120')
  await strict.turn()
  const [declaration] = await strict.list(plan)
  const { timeline } = await strict.read(declaration!.number)
  expect(timeline.at(-1)).toMatchObject({ what: 'held', info: 'receipt.signature_absent' })
  await strict.host.stop()
})

/** The repository's packs with another word in the rule. */
async function requiring(): Promise<readonly Pack[]> {
  const name = 'rules/receipt-signature.yaml'
  return (await ownPacks()).map(pack => {
    const text = pack.files.get(name)
    if (!text) return pack
    return { ...pack, files: new Map(pack.files).set(name, text.replace('value: record', 'value: require')) }
  })
}

it('where signatures are ignored nothing is kept of them, and a wrong one is held all the same', async () => {
  const desk = { setting: () => 'ignore' } as never
  const nobody = async () => []
  const signed = await stranger.sign('<a><b>1</b></a>')
  const at = new Date()
  expect(await verifyArrival(desk, Buffer.from(signed), at, nobody)).toEqual({})
  const changed = Buffer.from(signed.replace('<b>1', '<b>2'))
  expect(await verifyArrival(desk, changed, at, nobody)).toMatchObject({ holds: 'receipt.signature_wrong' })
})

it('nothing is asked of the trusted certificates where there is no signature', async () => {
  const desk = { setting: () => 'record' } as never
  const nobody = () => Promise.reject(new Error('asked'))
  const { verification } = await verifyArrival(desk, Buffer.from('<a/>'), new Date(), nobody)
  expect(verification).toEqual({ state: 'absent' })
})
