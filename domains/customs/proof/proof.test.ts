import { generateKeyPairSync, hash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileSigner } from '@tongqu/kernel/audit'
import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import { testFolder } from '@tongqu/tools/test/folder'
import { skipUnless } from '@tongqu/tools/test/needs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generalOrder } from '../declaration/testing/general.ts'
import { must } from '../testing.ts'
import { another, owner, type ProofGround, proofGround } from './testing/ground.ts'
import { check, openssl, unpackIn } from './testing/openssl.ts'

const folder = await testFolder()
const database = await testDatabase()
let ground: ProofGround
let number: string
let other: string

beforeAll(async () => {
  ground = await proofGround(database.url)
  number = await ground.released()
  other = await ground.released()
}, 60_000)
afterAll(() => ground.host.stop())

const proof: ProofGround['proof'] = (...asked) => ground.proof(...asked)
const unpack = (tar: Buffer) => unpackIn(folder, tar)

/** What ten blocks of commands say where everything fits. */
const STEPS = Array.from({ length: 10 }, (_, n) => `OK ${n + 1}`)

describe('what OpenSSL alone says', () => {
  skipUnless(openssl.canCheck, `no OpenSSL 3 with SM2 and SM3 (${openssl.version})`)

  it.each(['customs.proof.make', 'customs.proof.full'])(
    '%s is found good by the commands it prints',
    async call => {
      const dir = await unpack(await proof(number, call))
      expect(await check(dir)).toEqual(STEPS)
    },
  )

  async function changed(change: (dir: string, files: readonly string[]) => Promise<void>, call?: string) {
    const dir = await unpack(await proof(number, call ?? 'customs.proof.full'))
    const names = await readdir(dir, { recursive: true })
    await change(dir, names.sort())
    return (await check(dir)).filter(line => line.startsWith('FAILED')).map(line => Number(line.slice(7)))
  }

  const flip = async (path: string, at: number) => {
    const bytes = await readFile(path)
    bytes[at] = bytes[at]! ^ 1
    await writeFile(path, bytes)
  }
  const named = (files: readonly string[], like: RegExp) => files.find(name => like.test(name))!

  it('one byte of a message changed is found: in its digest, its signature and the event that named it', async () => {
    const failed = await changed((dir, files) => flip(join(dir, named(files, /out-CEB621\.envelope/)), 900))
    expect(failed).toEqual([2, 5, 9])
    const content = await changed((dir, files) => flip(join(dir, named(files, /out-CEB621\.content/)), 900))
    expect(content).toEqual([2, 8, 9])
    const value = await changed((dir, files) => flip(join(dir, named(files, /out-CEB621\.signature/)), 9))
    expect(value).toEqual([2, 7])
  })

  it('a paper changed is found, and one that was withdrawn is there with its reason', async () => {
    expect(await changed((dir, files) => flip(join(dir, named(files, /documents\/002/)), 10))).toEqual([2, 5])
    const dir = await unpack(await proof(number))
    const list = JSON.parse(await readFile(join(dir, 'documents/documents.json'), 'utf8')) as {
      withdrawn_reason: string | null
    }[]
    expect(list.map(each => each.withdrawn_reason)).toEqual(['附错', null])
  })

  it('a customs declaration of the single window is proven with the value that stands within it', async () => {
    const plan = await ground.submit([generalOrder])
    await ground.counter.out()
    await ground.host.settle()
    await ground.host.seal()
    const [declaration] = await ground.list(plan)
    const dir = await unpack(await proof(declaration!.number))
    expect(await check(dir)).toEqual(STEPS)
    const signed = await readFile(join(dir, 'messages/signed-rsa.txt'), 'utf8')
    expect(signed).toMatch(/^messages\/001-out-DecMessage\.content\.xml /)
    const content = await readFile(join(dir, signed.split(' ')[0]!))
    content[200] = content[200]! ^ 1
    await writeFile(join(dir, signed.split(' ')[0]!), content)
    expect((await check(dir)).filter(line => line.startsWith('FAILED'))).toEqual([
      'FAILED 2',
      'FAILED 7',
      'FAILED 9',
    ])
  })

  it('an event changed is found: its block holds another digest', async () => {
    expect(await changed((dir, files) => flip(join(dir, named(files, /event-.*txt/)), 120))).toEqual([2, 4])
  })

  it('a receipt dropped is found, even where it is taken out of the list as well', async () => {
    const dropped = (files: readonly string[]) => named(files, /in-CEB622\.envelope/)
    expect(await changed((dir, files) => rm(join(dir, dropped(files))))).toContain(2)
    const hidden = await changed(async (dir, files) => {
      const base = dropped(files).replace('.envelope.xml', '')
      for (const name of files.filter(each => each.startsWith(base))) await rm(join(dir, name))
      for (const list of ['digests.sha256', 'digests.sm3', 'sealed-files.txt', 'messages/envelopes.txt']) {
        const lines = (await readFile(join(dir, list), 'utf8')).split('\n')
        await writeFile(join(dir, list), lines.filter(line => !line.includes(base)).join('\n'))
      }
    })
    expect(hidden).toContain(1)
  })

  it('another key in the place of the house’s own is found, though it signs the list anew', async () => {
    const key = generateKeyPairSync('ec', { namedCurve: 'SM2' })
    const secret = key.privateKey.export({ type: 'pkcs8', format: 'der' })
    const at = secret.indexOf(Buffer.from('0201010420', 'hex')) + 5
    const forger = fileSigner(secret.subarray(at, at + 32))
    const failed = await changed(async dir => {
      await writeFile(join(dir, 'keys/installation.pem'), forger.publicKeyPem)
      for (const list of ['digests.sha256', 'digests.sm3']) {
        const name = list.slice('digests.'.length)
        const of = async (path: string) => hash(name, await readFile(join(dir, path)))
        const lines = (await readFile(join(dir, list), 'utf8')).trimEnd().split('\n')
        const paths = lines.map(line => line.slice(66))
        const anew = await Promise.all(paths.map(async path => `${await of(path)}  ${path}\n`))
        await writeFile(join(dir, list), anew.join(''))
      }
      const signature = forger.sign(await readFile(join(dir, 'digests.sm3'), 'utf8'))
      await writeFile(join(dir, 'digests.der'), Buffer.from(signature, 'hex'))
    })
    expect(failed).toEqual([3])
  })

  it('a rule text changed is found: the plan was decided by another digest', async () => {
    expect(await changed((dir, files) => flip(join(dir, named(files, /plan-1-rules\.txt/)), 500))).toEqual([
      2, 6,
    ])
  })

  it('another declaration’s audit block put in is found', async () => {
    const from = await unpack(await proof(other))
    const blocks = (await readdir(join(from, 'audit'))).filter(name => /^block-.*\.txt$/.test(name))
    const failed = await changed(async (dir, files) => {
      const own = named(files, /audit\/block-.*\.txt/)
      const foreign = blocks.find(name => !files.includes(`audit/${name}`))!
      await writeFile(join(dir, own), await readFile(join(from, 'audit', foreign)))
    })
    expect(failed).toEqual([2, 3, 4])
  })
})

it('two proofs of one state are the same bytes', async () => {
  expect((await proof(number)).equals(await proof(number))).toBe(true)
  expect((await proof(number, 'customs.proof.full')).equals(await proof(number, 'customs.proof.full'))).toBe(
    true,
  )
})

it('identity numbers are in the full proof only, and the other says what is withheld by its digest', async () => {
  const dir = await unpack(await proof(number))
  const full = await unpack(await proof(number, 'customs.proof.full'))
  const withheld = JSON.parse(await readFile(join(dir, 'withheld.json'), 'utf8')) as {
    path: string
    sha256: string
  }[]
  expect(withheld.map(each => each.path.replace(/.*\d{3}-/, ''))).toEqual(
    expect.arrayContaining(['out-CEB311.envelope.xml', 'out-CEB621.content.xml']),
  )
  for (const { path } of withheld) expect(await readFile(join(full, path), 'utf8')).not.toBe('')
  const list = await readFile(
    join(full, withheld.find(each => /CEB621\.message/.test(each.path))!.path),
    'utf8',
  )
  const card = /buyerIdNumber>(\w{18})</.exec(list)![1]!
  const shown = await Promise.all(
    (await readdir(dir, { recursive: true, withFileTypes: true }))
      .filter(each => each.isFile())
      .map(each => readFile(join(each.parentPath, each.name), 'latin1')),
  )
  expect(shown.some(text => text.includes(card))).toBe(false)
})

it('a proof says what was planned, by which rules, what was said and who decided', async () => {
  const dir = await unpack(await proof(number))
  const json = async (path: string) => JSON.parse(await readFile(join(dir, path), 'utf8'))
  const { plan, order } = await json('orders/001.json')
  expect(plan.file).toMatch(/^[0-9a-f]{64}$/)
  expect(order.places.lines[0]).toMatchObject({ pointer: expect.any(String) })
  expect(order.decision.modes.length).toBeGreaterThan(1)
  const used = await json('rules/plan-1-used.json')
  expect(used.rules.every((rule: { source: string; from: string }) => rule.source && rule.from)).toBe(true)
  const { receipts } = await json('receipts.json')
  const list = receipts.filter((each: { kind: string }) => each.kind === 'CEB621')
  expect(list.map((each: { status: string; isStanding: boolean }) => [each.status, each.isStanding])).toEqual(
    [
      ['2', false],
      ['300', false],
      ['800', true],
      ['300', false],
    ],
  )
  expect((await json('decisions.json')).map((each: { call: string }) => each.call)).toContain(
    'customs.declaration.submit',
  )
})

it('another party has no proof of it, and who had the numbers stands in the audit', async () => {
  for (const call of ['customs.proof.make', 'customs.proof.full', 'customs.proof.told']) {
    const id = (await ground.read(number)).id
    const outcome = await ground.host.call(call, { declaration: id }, another)
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'declaration.not_found' } })
  }
  const before = await told()
  await proof(number, 'customs.proof.full')
  expect(await told()).toBe(before + 1)
})

async function told(): Promise<number> {
  await ground.host.settle()
  const input = { type: 'customs.proof.told' }
  return (await must<{ records: unknown[] }>(ground.host, 'kernel.audit.search', input)).records.length
}

it('whoever may have proofs may not have one in full for that', async () => {
  const reader = someone('00000000-0000-7000-8000-00000000000a', ['customs.proof.read'])
  expect((await proof(number, 'customs.proof.make', reader)).length).toBeGreaterThan(0)
  const outcome = await ground.host.call('customs.proof.full', { declaration: number }, reader)
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'call.not_allowed' } })
})

it('what is not sealed yet is not proven yet', async () => {
  const plan = await ground.submit([{}])
  await ground.counter.out()
  const [fresh] = await ground.list(plan)
  const outcome = await ground.host.call('customs.proof.make', { declaration: fresh!.number }, owner)
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'proof.not_sealed' } })
})
