import { Readable } from 'node:stream'
import { type Actor, systemActor } from '@tongqu/kernel/identity'
import { isRefusal } from '@tongqu/kernel/refusal'
import { someone } from '@tongqu/kernel/testing'
import { testDatabase } from '@tongqu/tools/test/database'
import type { Static } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeclarationGround, declarationGround, trader } from '../declaration/testing/ground.ts'
import { must } from '../testing.ts'
import type { AttachedList } from './contract.ts'
import { edocsOf } from './edocs.ts'
import { plainName } from './service.ts'
import type { DocumentRow } from './store.ts'

const permissions = [...trader.grants.keys(), 'customs.document.*']
const owner = someone('00000000-0000-7000-8000-00000000000a', permissions)
const another = someone('00000000-0000-7000-8000-00000000000b', permissions)

const database = await testDatabase()
let ground: DeclarationGround
let declaration: string
beforeAll(async () => {
  ground = await declarationGround(database.url)
  const plan = await ground.submit([{}])
  declaration = (await ground.list(plan))[0]!.number
})
afterAll(() => ground.host.stop())

const pdf = (text: string, size = 0) =>
  Buffer.concat([Buffer.from(`%PDF-1.4\n${text}`), Buffer.alloc(size, 0x20)])

/** Attaches bytes as the edge does. */
async function attach(content: Uint8Array, more: Record<string, unknown> = {}, by: Actor = owner) {
  const kept = await ground.host.files.keep(Readable.from([Buffer.from(content)]), 1e9)
  if (isRefusal(kept)) throw new Error(kept.code)
  const given = { declaration, kind: 'contract', name: 'contract.pdf', ...more, ...kept }
  const outcome = await ground.host.call('customs.document.attach', given, by, { uploaded: true })
  return outcome.kind === 'refused' ? outcome.refusal.code : (outcome.output as { id: string })
}

const list = (by: Actor = owner, of = declaration) =>
  must<Static<typeof AttachedList>>(ground.host, 'customs.document.list', { declaration: of }, by)

async function idOf(attached: ReturnType<typeof attach>): Promise<string> {
  const done = await attached
  if (typeof done === 'string') throw new Error(done)
  return done.id
}

it('a paper is attached with its kind and number, and the same file again is the one that is there', async () => {
  const id = await idOf(attach(pdf('one'), { number: 'HT-1' }))
  expect(await idOf(attach(pdf('one'), { kind: '00000004', name: 'again.pdf' }))).toBe(id)
  const { documents } = await list()
  expect(documents.filter(each => each.id === id)).toEqual([
    expect.objectContaining({
      kind: 'contract',
      number: 'HT-1',
      name: 'contract.pdf',
      title: { zh: '合同', en: 'Contract' },
    }),
  ])
})

it('a paper that is withdrawn stays with its reason, and the file may be attached anew', async () => {
  const id = await idOf(attach(pdf('wrong one')))
  await must(ground.host, 'customs.document.withdraw', { id, reason: '附错文件' }, owner)
  const twice = await ground.host.call('customs.document.withdraw', { id, reason: '再撤一次' }, owner)
  expect(twice).toMatchObject({ kind: 'refused', refusal: { code: 'document.not_found' } })
  const anew = await idOf(attach(pdf('wrong one')))
  expect(anew).not.toBe(id)
  const { documents } = await list()
  expect(documents.find(each => each.id === id)).toMatchObject({ withdrawnReason: '附错文件' })
  expect(documents.find(each => each.id === anew)!.withdrawnAt).toBeUndefined()
})

describe('what is no paper is refused', () => {
  it.each([
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]), {}, 'document.type_refused'],
    [
      'a workbook that is called a PDF',
      Buffer.from('504b0304', 'hex'),
      { name: 'a.pdf' },
      'document.type_refused',
    ],
    ['a page with scripts', Buffer.from('<script>alert(1)</script>'), {}, 'document.type_refused'],
    ['more than the rule of the day takes', pdf('large', 4 * 1024 * 1024), {}, 'document.too_large'],
    ['a kind that nobody knows', pdf('x'), { kind: 'toString' }, 'document.kind_unknown'],
    ['a code of seven digits', pdf('x'), { kind: '0000004' }, 'document.kind_unknown'],
    ['a certificate without its number', pdf('x'), { kind: 'cert_A' }, 'document.number_needed'],
    [
      'a certificate whose number no message can carry',
      pdf('x'),
      { kind: 'cert_A', number: '证'.repeat(32) },
      'document.number_needed',
    ],
    ['a paper of a declaration that is not there', pdf('x'), { declaration: 'D0' }, 'declaration.not_found'],
  ])('%s', async (_, content, more, code) => {
    expect(await attach(content, more)).toBe(code)
  })
})

it('a name keeps its last part only, whatever path or marks stand in it', () => {
  expect(plainName('../../etc/passwd')).toBe('passwd')
  expect(plainName('C:\\Users\\li\\合同 1.pdf')).toBe('合同 1.pdf')
  expect(plainName('invoice\u202efdp.exe\u0000')).toBe('invoicefdp.exe')
  expect(plainName('..')).toBe('document')
  expect(plainName('a/')).toBe('document')
  expect([...plainName(`${'长'.repeat(300)}.pdf`)]).toHaveLength(120)
})

it('another party neither attaches, sees nor withdraws', async () => {
  const id = await idOf(attach(pdf('mine')))
  expect(await attach(pdf('theirs'), {}, another)).toBe('declaration.not_found')
  const seen = await ground.host.call('customs.document.list', { declaration }, another)
  expect(seen).toMatchObject({ kind: 'refused', refusal: { code: 'declaration.not_found' } })
  const taken = await ground.host.call('customs.document.withdraw', { id, reason: '不是我的' }, another)
  expect(taken).toMatchObject({ kind: 'refused', refusal: { code: 'document.not_found' } })
})

it('papers that the mode needs are missing until they are attached, and again when they are withdrawn', async () => {
  // A declaration of general import needs papers; its messages are not these tests' matter.
  await ground.host.database.transact({ scope: 'system' }, tx =>
    tx.execute(`update customs.declaration set mode = '0110', form = 'declaration' where number = $1`, [
      declaration,
    ]),
  )
  const missing = async () => (await list()).needed.filter(each => !each.isAttached).map(each => each.kind)
  expect(await missing()).not.toContain('contract')
  expect(await missing()).toEqual(
    expect.arrayContaining(['commercial_invoice', 'packing_list', 'bill_of_lading']),
  )
  const id = await idOf(attach(pdf('invoice'), { kind: '00000001' }))
  expect(await missing()).not.toContain('commercial_invoice')
  await must(ground.host, 'customs.document.withdraw', { id, reason: '金额有误' }, owner)
  expect(await missing()).toContain('commercial_invoice')
})

it('an attached paper and its withdrawal stand in the audit by the file’s digest', async () => {
  const id = await idOf(attach(pdf('audited'), { kind: 'packing_list' }))
  await must(ground.host, 'customs.document.withdraw', { id, reason: '重复' }, owner)
  await ground.host.settle()
  const { records } = await must<{ records: { data: { document?: string; sm3?: string } }[] }>(
    ground.host,
    'kernel.audit.search',
    { record: `customs.declaration/${(await ground.read(declaration)).id}` },
    systemActor('cli'),
  )
  const { documents } = await list()
  const digests = records.filter(each => each.data.document === id).map(each => each.data.sm3)
  expect(digests).toEqual(Array(2).fill(documents.find(each => each.id === id)!.sm3))
})

it('a customs declaration names PDFs by the customs’ codes and certificates by their numbers', () => {
  const row = (more: Partial<DocumentRow>): DocumentRow => ({
    id: 'p',
    declaration_id: 'd',
    kind: 'contract',
    number: '',
    sm3: 'a'.repeat(64),
    bytes: '1024',
    type: 'application/pdf',
    name: 'a.pdf',
    attached_at: new Date(0),
    attached_by: null,
    withdrawn_at: null,
    withdrawn_by: null,
    withdrawn_reason: null,
    ...more,
  })
  const rule = {
    max_bytes: '1',
    types: [],
    kinds: {
      contract: { code: '00000004', zh: '合同', en: 'Contract' },
      warehouse_order: { zh: '', en: '' },
    },
  }
  const edocs = edocsOf(
    [
      row({}),
      row({ kind: '00000009' }),
      row({ type: 'image/png' }),
      row({ kind: 'warehouse_order' }),
      row({ withdrawn_at: new Date(0) }),
      row({ kind: 'cert_A', number: 'A-2026-1' }),
    ],
    rule,
  )
  const edoc = { EdocID: 'p.pdf', EdocFomatType: 'US', EdocSize: '1024' }
  expect(edocs).toEqual({
    EdocRealation: [
      { ...edoc, EdocCode: '00000004' },
      { ...edoc, EdocCode: '00000009' },
    ],
    LicenseDocu: [{ DocuCode: 'A', CertCode: 'A-2026-1' }],
  })
})
