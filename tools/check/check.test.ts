import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../test/folder.ts'
import { boundaries } from './boundaries.ts'
import type { Check } from './check.ts'
import { portsCheck } from './ports.ts'
import { size } from './size.ts'

const folder = await testFolder()
let count = 0

/** A small house with the given files besides its manifests; the places that the check complains of. */
async function places(check: Check, files: Record<string, string>): Promise<string[]> {
  count += 1
  const root = join(folder, String(count))
  const manifest = (name: string, rest: object) => JSON.stringify({ name: `@tongqu/${name}`, ...rest })
  const all: Record<string, string> = {
    'package.json': JSON.stringify({ workspaces: ['engines/*', 'domains/*', 'tools'] }),
    'engines/kernel/package.json': manifest('kernel', { exports: { './*': './*/index.ts' } }),
    'engines/tariff/package.json': manifest('tariff', { exports: { '.': './index.ts' } }),
    'engines/tariff/index.ts': '',
    'engines/kernel/clock/index.ts': '',
    'domains/customs/package.json': manifest('customs', {
      exports: { './contract': './contract.ts' },
      dependencies: { '@tongqu/tariff': '0.1.0', '@tongqu/kernel': '0.1.0' },
    }),
    'domains/customs/contract.ts': '',
    'tools/package.json': manifest('tools', {}),
    ...files,
  }
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  execFileSync('git', ['init', '-q', root])
  return (await check.run(root)).map(({ place }) => place)
}

test('an engine may not import a domain, not even its types', async () => {
  const file = { 'engines/kernel/a.ts': "import type { Plan } from '@tongqu/customs/contract'\n" }
  expect(await places(boundaries, file)).toEqual(['engines/kernel/a.ts:1'])
})

test('a domain may import an engine that it declares', async () => {
  expect(
    await places(boundaries, { 'domains/customs/a.ts': "import { plan } from '@tongqu/tariff'\n" }),
  ).toEqual([])
})

test('an engine may not import another engine on its floor unless that is written down', async () => {
  const manifest = JSON.stringify({ name: '@tongqu/kernel', dependencies: { '@tongqu/tariff': '0.1.0' } })
  const files = {
    'engines/kernel/package.json': manifest,
    'engines/kernel/a.ts': "import '@tongqu/tariff'\n",
  }
  expect(await places(boundaries, files)).toEqual(['engines/kernel/a.ts:1'])
})

test('a file behind a package’s doors cannot be imported, by its name or by a path', async () => {
  const files = {
    'engines/tariff/rate.ts': '',
    'domains/customs/a.ts':
      "import '@tongqu/tariff/rate'\nexport {\n  x,\n} from '../../engines/tariff/rate.ts'\n",
  }
  expect(await places(boundaries, files)).toEqual(['domains/customs/a.ts:1', 'domains/customs/a.ts:2'])
})

test('a package that is not declared cannot be imported, though it happens to be installed', async () => {
  expect(await places(boundaries, { 'domains/customs/a.ts': "import yaml from 'yaml'\n" })).toEqual([
    'domains/customs/a.ts:1',
  ])
})

test('a pure engine does not reach for Node, its tests may', async () => {
  const files = {
    'engines/tariff/a.ts': "import type { Stats } from 'node:fs'\n",
    'engines/tariff/a.test.ts': "import { readFileSync } from 'node:fs'\n",
  }
  expect(await places(boundaries, files)).toEqual(['engines/tariff/a.ts:1'])
})

test('the clock, the environment, the database and files are the kernel’s', async () => {
  const text = [
    'const a = Date.now()',
    'const b = new Date()',
    'const c = process.env.PORT',
    "import { Pool } from 'pg'",
    "import { readFile, writeFile } from 'node:fs/promises'",
  ].join('\n')
  const lines = [1, 2, 3, 4, 5].map(line => `domains/customs/a.ts:${line}`)
  expect((await places(portsCheck, { 'domains/customs/a.ts': text })).sort()).toEqual(lines)
})

test('a date that is given, a file that is read and a word in a comment are nobody’s', async () => {
  const text = "// Date.now()\nconst a = new Date(given)\nimport { readFile } from 'node:fs/promises'\n"
  expect(await places(portsCheck, { 'domains/customs/a.ts': text })).toEqual([])
})

test('SQL does not read the clock, in its own files and in code; a clock that is called now may be', async () => {
  const files = {
    'domains/customs/1.sql': '-- now()\ncreate table t (at timestamptz default now());\n',
    'domains/customs/a.ts':
      "const sql = `\n  select now()`\nconst at = clock.now()\nconst s = 'where'; now()\n",
  }
  expect(await places(portsCheck, files)).toEqual(['domains/customs/a.ts:2', 'domains/customs/1.sql:2'])
})

test('a file of more than 400 lines is refused', async () => {
  expect(await places(size, { 'engines/tariff/a.ts': 'let a\n'.repeat(250) })).toEqual([])
  expect(await places(size, { 'engines/tariff/a.ts': 'let a\n'.repeat(401) })).toEqual([
    'engines/tariff/a.ts',
  ])
})

test('the simulated counter may not import the codec that it judges, nor by a test', async () => {
  const counter = JSON.stringify({ name: '@tongqu/counter', dependencies: { '@tongqu/tariff': '0.1.0' } })
  const files = {
    'package.json': JSON.stringify({ workspaces: ['engines/*', 'apps/*', 'tools'] }),
    'domains/customs/package.json': '{}',
    'apps/counter/package.json': counter,
    'apps/counter/a.ts': "import { plan } from '@tongqu/tariff'\n",
    'apps/counter/a.test.ts': "import { plan } from '@tongqu/tariff'\nimport { test } from 'vitest'\n",
    'apps/counter/b.ts': "import { SaxesParser } from 'saxes'\nimport { sm3 } from '@tongqu/kernel/crypto'\n",
  }
  expect(await places(boundaries, files)).toEqual([
    'apps/counter/a.test.ts:1',
    'apps/counter/a.ts:1',
    'apps/counter/b.ts:1',
    'apps/counter/b.ts:2',
  ])
})
