import { spawn } from 'node:child_process'
import { chmod, cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { testFolder } from '../test/folder.ts'
import { exportedFile, importStatements } from './imports.mjs'

const root = await testFolder()
const installs = join(root, 'installs.log')
const builds = join(root, 'builds.log')

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

// A house of a few files with the real launcher; npm and vite only note that they were called.
beforeAll(async () => {
  await cp(fileURLToPath(new URL('.', import.meta.url)), join(root, 'tools/launch'), { recursive: true })
  await put('package.json', JSON.stringify({ type: 'module', workspaces: ['apps/*', 'domains/*'] }))
  await put('package-lock.json', '{}')
  await put('bin/npm', `#!/bin/sh\nmkdir -p node_modules\necho "$@" >> ${installs}\n`)
  await chmod(join(root, 'bin/npm'), 0o755)
  await symlink(process.execPath, join(root, 'bin/node'))
  await put(
    'node_modules/vite/bin/vite.js',
    `require('node:fs').appendFileSync(${JSON.stringify(builds)}, 'x')`,
  )
  await put('node_modules/vite/package.json', '{}')
  await put('apps/web/package.json', JSON.stringify({ name: '@tongqu/web' }))
  await put('apps/web/main.ts', "import type { Plan } from '@tongqu/customs/contract'\n")
  await put(
    'domains/customs/package.json',
    JSON.stringify({ name: '@tongqu/customs', exports: { './contract': './contract.ts' } }),
  )
  await put('domains/customs/contract.ts', "import { field } from './field.ts'\n")
  await put('domains/customs/field.ts', 'export const field = 1\n')
  await put('domains/customs/store.ts', '')
  await put('apps/server/package.json', JSON.stringify({ name: '@tongqu/server' }))
  await put('apps/server/main.ts', '')
  await put(
    'apps/cli/main.ts',
    `process.on('SIGTERM', () => process.exit(7))
     console.log(JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd() }))
     if (process.argv.includes('wait')) setInterval(() => undefined, 1000)
     else process.exitCode = 3`,
  )
  await put('apps/cli/package.json', JSON.stringify({ name: '@tongqu/cli' }))
})

async function launch(args: string[], cwd = root, atOutput?: NodeJS.Signals) {
  const env = { PATH: `${join(root, 'bin')}:/usr/bin:/bin` }
  const child = spawn(process.execPath, [join(root, 'tools/launch/launch.mjs'), ...args], { cwd, env })
  let out = ''
  child.stdout.on('data', data => {
    out += data
    if (atOutput) child.kill(atOutput)
  })
  const code = await new Promise(resolve => child.once('exit', resolve))
  return { code, out }
}

async function lines(path: string): Promise<number> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return path === builds ? text.length : text.split('\n').length - 1
}

test('dependencies are installed by the lock file once, and again when the lock file changed', async () => {
  await launch(['cli'])
  await launch(['cli'])
  expect(await lines(installs)).toBe(1)
  expect(await readFile(installs, 'utf8')).toMatch(/^ci /)
  await put('package-lock.json', '{"a":1}')
  await launch(['cli'])
  expect(await lines(installs)).toBe(2)
})

test('the program gets the arguments and the folder of the caller, and its exit code is the launcher’s', async () => {
  const cwd = join(root, 'domains')
  const { code, out } = await launch(['cli', 'plan', 'a b.xlsx', '--json'], cwd)
  expect(JSON.parse(out)).toEqual({ args: ['plan', 'a b.xlsx', '--json'], cwd })
  expect(code).toBe(3)
})

test('a signal to the launcher reaches the program, which ends in its own way', async () => {
  const { code } = await launch(['cli', 'wait'], root, 'SIGTERM')
  expect(code).toBe(7)
})

test('without pages nothing is built; with pages once, until they or a contract they import change', async () => {
  await launch(['start'])
  expect(await lines(builds)).toBe(0)
  await put('apps/web/index.html', '')
  await launch(['start'])
  await launch(['start'])
  expect(await lines(builds)).toBe(1)
  await put('domains/customs/store.ts', '// not seen from a page')
  await launch(['start'])
  expect(await lines(builds)).toBe(1)
  await put('domains/customs/field.ts', 'export const field = 2\n')
  await launch(['start'])
  expect(await lines(builds)).toBe(2)
})

test('imports are found over several lines, as types and dynamic, and not in comments', () => {
  const text =
    "// import 'no'\nimport {\n  a,\n  type B,\n} from 'x'\nexport type { C } from 'y'\nconst z = await import('z')\n"
  expect(importStatements(text)).toEqual([
    { name: 'x', typeOnly: false, line: 2 },
    { name: 'y', typeOnly: true, line: 6 },
    { name: 'z', typeOnly: false, line: 7 },
  ])
})

test('a door with a pattern opens on the file that it names, a door that is not named stays shut', () => {
  const exports = { '.': './index.ts', './*': './*/index.ts' }
  expect(exportedFile(exports, '.')).toBe('./index.ts')
  expect(exportedFile(exports, './db/embedded')).toBe('./db/embedded/index.ts')
  expect(exportedFile({ './a': './a.ts' }, './b')).toBeUndefined()
})
