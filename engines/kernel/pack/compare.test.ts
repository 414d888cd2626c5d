import { testDatabase } from '@tongqu/tools/test/database'
import { expect, it, onTestFinished } from 'vitest'
import { type Actor, RoleBook, systemActor } from '../identity/index.ts'
import { answerOf, codeOf, someone, testHost } from '../testing/host.ts'
import { idOf } from '../testing/people.ts'
import type { Pack } from './index.ts'
import { digestOf } from './read.ts'

const database = await testDatabase()

interface Compared {
  from?: string
  files: {
    name: string
    change: string
    added: number
    removed: number
    hunks: { sign: string; text: string }[][]
  }[]
}
interface Listed {
  versions: { id: string; run: string; files: number }[]
}

const packOf = (texts: Record<string, string>): Pack => {
  const files = new Map(Object.entries(texts))
  return { id: 'town', files, digest: digestOf(files) }
}

/** Starts an installation with a pack, which applies it. */
async function applied(pack: Pack) {
  const host = await testHost({
    url: database.url,
    modules: () => [],
    roles: new RoleBook([]),
    packs: [pack],
  })
  onTestFinished(() => host.stop())
  await answerOf(host.call('kernel.pack.apply', {}, systemActor('start')))
  return host
}

it('says what changed between two versions of a pack, to the line, and first against the version before', async () => {
  await applied(packOf({ 'rules.yaml': 'rate: 1\nfrom: 2026\n', 'old.yaml': 'x\n' }))
  const host = await applied(packOf({ 'rules.yaml': 'rate: 2\nfrom: 2026\n', 'new.yaml': 'y\nz\n' }))
  const admin: Actor = someone(idOf('office'), ['kernel.pack.read'])
  const { versions } = await answerOf<Listed>(host.call('kernel.pack.list', {}, admin))
  expect(versions).toHaveLength(2)
  const [now, before] = versions
  const compare = (input: object) => host.call('kernel.pack.compare', { pack: 'town', ...input }, admin)
  const { from, files } = await answerOf<Compared>(compare({ to: now!.run }))
  expect(from).toBe(before!.run)
  expect(files.map(({ name, change, added, removed }) => [name, change, added, removed])).toEqual([
    ['new.yaml', 'added', 2, 0],
    ['old.yaml', 'removed', 0, 1],
    ['rules.yaml', 'changed', 1, 1],
  ])
  expect(files[2]!.hunks.flat().map(({ sign, text }) => sign + text)).toEqual([
    '-rate: 1',
    '+rate: 2',
    ' from: 2026',
  ])
  const backwards = await answerOf<Compared>(compare({ to: before!.run, from: now!.run }))
  expect(backwards.files[2]!.hunks.flat()[0]).toMatchObject({ sign: '-', text: 'rate: 2' })
  const first = await answerOf<Compared>(compare({ to: before!.run }))
  expect(first.from).toBeUndefined()
  expect(first.files.map(each => each.change)).toEqual(['added', 'added'])
  expect(await codeOf(compare({ to: idOf('nobody') }))).toBe('pack.version_unknown')
})
