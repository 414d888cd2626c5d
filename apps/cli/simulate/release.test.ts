import { spawnSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openCounter, readScenario } from '@tongqu/counter'
import { exampleBookOf, exampleProfile } from '@tongqu/customs/declaration/example'
import { testDatabase } from '@tongqu/tools/test/database'
import { testFolder } from '@tongqu/tools/test/folder'
import { expect, it, onTestFinished } from 'vitest'
import { serving, tongqu } from '../testing.ts'

const database = await testDatabase('empty')
const data = await testFolder()
const env = { DATABASE_URL: database.url, TONGQU_LOG: 'error', PORT: '0' }

async function call<T>(...args: string[]): Promise<T> {
  const { status, out, err } = await tongqu(data, [...args, '--json', '--lang', 'en'], { cwd: data, env })
  if (status !== 0) throw new Error(`${args.join(' ')}: ${err}`)
  return out === '' ? (undefined as T) : (JSON.parse(out) as T)
}

interface Listed {
  declarations: { number: string; state: string }[]
}
interface Read {
  timeline: { what: string; signature?: { state: string } }[]
}

/** The simulated counter on the installation's own drop folder, signing what it answers. */
async function counting(): Promise<{ readonly certificate: string; end(): Promise<unknown> }> {
  const folder = join(data, 'counter')
  for (const name of ['in', 'out']) await mkdir(join(folder, name), { recursive: true })
  const counter = await openCounter({
    state: join(data, 'simulated'),
    scenario: readScenario('calm', data, {}),
    folder: { in: join(folder, 'out'), out: join(folder, 'in') },
    faster: 1_000_000,
    once: false,
    sign: true,
  })
  const stop = new AbortController()
  const ran = counter.run(stop.signal)
  return {
    certificate: counter.certificate!,
    end() {
      stop.abort()
      return ran
    },
  }
}

it('a book is planned, declared, released by the counter that asks for a certificate, and proven, all by the command line', async () => {
  const end = await serving({ ...env, TONGQU_DATA: data })
  onTestFinished(end)
  const counter = await counting()
  onTestFinished(async () => void (await counter.end()))
  await call('declare', 'trust', counter.certificate)
  const { parties } = await call<{ parties: { id: string; kind: string }[] }>('kernel', 'party', 'list')
  const party = parties.find(each => each.kind === 'broker')!.id
  await call('declare', 'declarant', '--input', JSON.stringify(exampleProfile), '--party', party)
  await writeFile(join(data, 'book.json'), exampleBookOf(1))
  await call('plan', 'book.json', '--submit', '--party', party, '--date', '2026-11-23')
  const list = async () => (await call<Listed>('declare', 'list')).declarations[0]
  await expect.poll(async () => (await list())?.state, { timeout: 60_000 }).toBe('released')
  const { number } = (await list())!

  const { timeline } = await call<Read>('declare', 'read', number)
  const answered = timeline.filter(each => each.what === 'receipt').map(each => each.signature?.state)
  expect(new Set(answered)).toEqual(new Set(['valid']))

  // What was told last is sealed within seconds.
  const proof = () =>
    tongqu(data, ['prove', number, '--out', 'proof.tar', '--lang', 'en'], { cwd: data, env })
  await expect.poll(async () => (await proof()).status, { timeout: 30_000 }).toBe(0)
  spawnSync('tar', ['xf', 'proof.tar'], { cwd: data })
  const dir = join(data, `proof-${number}`)
  const text = await readFile(join(dir, 'INSTRUCTIONS.txt'), 'utf8')
  const commands = text.split('\n').filter(line => line.startsWith('    '))
  const { stdout } = spawnSync('sh', ['-c', commands.map(line => line.slice(4)).join('\n')], {
    cwd: dir,
    encoding: 'utf8',
  })
  expect(stdout).toContain('OK 10')
  expect(stdout).not.toContain('FAILED')

  const full = await tongqu(data, ['prove', number, '--full', '--out', 'full.tar', '--lang', 'en'], {
    cwd: data,
    env,
  })
  expect(full.status).toBe(0)
  expect(await readFile(join(data, 'full.tar'), 'latin1')).toContain('out-CEB621.content.xml')
  expect(await readFile(join(data, 'proof.tar'), 'latin1')).not.toContain('out-CEB621.content.xml\0')
}, 180_000)
