import { readFile, writeFile } from 'node:fs/promises'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sm3 } from '../crypto/index.ts'
import type { Host } from '../host/index.ts'
import { systemActor } from '../identity/index.ts'
import { fixtureModule } from '../testing/fixture.ts'
import { answerOf, someone, testHost } from '../testing/host.ts'
import { type EvidenceOf, evidenceOf } from './evidence.ts'
import { verifySignature } from './signing.ts'

const alice = someone('00000000-0000-7000-8000-00000000000a', ['fixture.note.write'])
const database = await testDatabase()
let host: Host
beforeAll(async () => {
  host = await testHost({ url: database.url, modules: () => [fixtureModule] })
})
afterAll(() => host.stop())

/** Writes a note. @returns the record that its event is about */
async function note(text: string): Promise<string> {
  await answerOf(host.call('fixture.note.write', { text }, alice))
  await host.settle()
  const { records } = await answerOf<{ records: { record: string; data: { text?: string } }[] }>(
    host.call('kernel.audit.search', { type: 'fixture.note.written' }, systemActor('cli')),
  )
  return records.find(each => each.data.text === text)!.record
}

const evidence = (of: Omit<EvidenceOf, 'anchorFile'>) =>
  host.database.transact({ scope: 'system' }, tx =>
    evidenceOf(tx, { ...of, anchorFile: host.config.anchorFile }),
  )

it('the evidence of a record is its events and who ran what, each in a block that is signed and anchored', async () => {
  const record = await note('汉口北')
  await note('another')
  expect(await evidence({ records: [record] })).toBeUndefined()
  await host.seal()
  const found = (await evidence({ records: [record] }))!
  expect(found.events.map(each => [each.type, each.record])).toEqual(
    expect.arrayContaining([
      ['fixture.note.written', record],
      ['kernel.call.ran', null],
    ]),
  )
  expect(found.events).toHaveLength(2)
  for (const { text, block } of found.events)
    expect(found.blocks.find(each => each.number === block)!.text.split('\n')).toContain(sm3(text))
  for (const { number, text, signature } of found.blocks) {
    expect(verifySignature(host.signer.publicKeyPem, text, signature)).toBe(true)
    expect(found.anchors).toMatch(new RegExp(`^${number} \\d+ ${sm3(text)} `, 'm'))
  }
  expect(await readFile(host.config.anchorFile, 'utf8')).toContain(found.anchors)
})

it('a block that is not anchored yet proves nothing yet', async () => {
  const record = await note('sealed, not anchored')
  await host.seal()
  const anchors = await readFile(host.config.anchorFile, 'utf8')
  const lines = anchors.trimEnd().split('\n')
  await writeFile(
    host.config.anchorFile,
    lines
      .slice(0, -1)
      .map(line => `${line}\n`)
      .join(''),
  )
  expect(await evidence({ records: [record] })).toBeUndefined()
  await host.seal()
  expect((await evidence({ records: [record] }))!.anchors).toContain(lines.at(-1))
})

it('what is not shown takes who ran it along', async () => {
  const record = await note('hidden')
  await host.seal()
  expect(await evidence({ records: [record], shows: () => false })).toEqual({
    events: [],
    blocks: [],
    anchors: '',
  })
})
