import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '@tongqu/tools/test/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Host } from '../host/index.ts'
import { systemActor } from '../identity/index.ts'
import { fixtureModule } from '../testing/fixture.ts'
import { answerOf, codeOf, someone, testHost } from '../testing/host.ts'

const A = '00000000-0000-7000-8000-00000000000a'
const alice = someone(A, ['fixture.note.write', 'kernel.audit.receipt'])
const bob = someone('00000000-0000-7000-8000-00000000000b', ['fixture.note.write', 'kernel.audit.receipt'])
const system = systemActor('cli', 'en')

interface Receipt {
  files: { name: string; content: string }[]
}

const database = await testDatabase()
let host: Host
let run: string
let folder: string

beforeAll(async () => {
  host = await testHost({ url: database.url, modules: () => [fixtureModule] })
  folder = await mkdtemp(join(tmpdir(), 'tongqu-receipt-'))
  await host.call('fixture.note.write', { text: 'before' }, bob)
  await host.call('fixture.note.write', { text: '汉口北' }, alice)
  await host.settle()
  await host.seal()
  run = await runOf('汉口北')
})
afterAll(async () => {
  await host.stop()
  await rm(folder, { recursive: true })
})

async function runOf(text: string): Promise<string> {
  const { records } = await answerOf<{ records: { run: string; data: { text?: string } }[] }>(
    host.call('kernel.audit.search', { type: 'fixture.note.written' }, system),
  )
  return records.find(record => record.data.text === text)!.run
}

/** Writes a receipt to a folder of its own, changed or not, and runs its script with the machine's OpenSSL. */
async function check(name: string, change?: (files: Map<string, Buffer>) => void) {
  const { files } = await answerOf<Receipt>(host.call('kernel.audit.receipt', { run }, alice))
  const contents = new Map(files.map(file => [file.name, Buffer.from(file.content, 'utf8')]))
  change?.(contents)
  const dir = join(folder, name)
  await mkdir(dir)
  for (const [file, content] of contents) await writeFile(join(dir, file), content)
  const { status, stdout } = spawnSync('sh', [join(dir, 'verify.sh')], { encoding: 'utf8' })
  return { status, said: stdout, contents }
}

function flip(name: RegExp, at: number) {
  return (files: Map<string, Buffer>) => {
    const [, content] = [...files].find(([file]) => name.test(file))!
    const index = at < 0 ? content.length + at : at
    content[index] = content[index]! ^ 1
  }
}

describe('a receipt', () => {
  it('is found good by OpenSSL alone', async () => {
    const { status, said, contents } = await check('good')
    expect(said.trim().split('\n').at(-1)).toBe('OK')
    expect(status).toBe(0)
    expect([...contents.keys()].filter(name => name.startsWith('event-'))).toHaveLength(2)
    expect(said).toContain((await readFile(host.config.anchorFile, 'utf8')).split(' ')[2])
  })

  it.each([
    ['the first event', /^event-/, 20],
    ["an event's last character", /^event-/, -3],
    ['the block', /^block-.*txt/, 30],
    ["the block's last digest", /^block-.*txt/, -5],
    ['the signature', /^block-.*sig/, 40],
    ['the public key', /pem$/, 140],
  ])('is found bad when one bit of %s is changed', async (what, name, at) => {
    const { status, said } = await check(what, flip(name, at))
    expect(status).not.toBe(0)
    expect(said).not.toMatch(/^OK$/m)
  })

  it('is found bad when its event is another one that was sealed as well', async () => {
    const { status, said } = await check('another', files => {
      const [one, two] = [...files.keys()].filter(name => name.startsWith('event-')) as [string, string]
      files.set(one, files.get(two)!)
    })
    expect(status).not.toBe(0)
    expect(said).toContain('NOT THE ONE SEALED')
  })

  it('is given to the party whose run it was, and to no other', async () => {
    expect(await codeOf(host.call('kernel.audit.receipt', { run }, bob))).toBe('audit.run_unknown')
    const { files } = await answerOf<Receipt>(host.call('kernel.audit.receipt', { run }, alice))
    expect(JSON.stringify(files)).not.toContain('before')
  })

  it('waits for the seal', async () => {
    await host.call('fixture.note.write', { text: 'too new' }, alice)
    await host.settle()
    const late = await runOf('too new')
    expect(await codeOf(host.call('kernel.audit.receipt', { run: late }, alice))).toBe('audit.not_sealed')
  })
})
