import { spawn } from 'node:child_process'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { testFolder } from '@tongqu/tools/test/folder'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { type Embedded, EmbeddedBusy, type EmbeddedOptions, startEmbedded } from './index.ts'
import { isAlive, servesFolder } from './postmaster.ts'

const folder = await testFolder()
let count = 0

function freshDir(): string {
  count += 1
  return join(folder, `pg${count}`)
}

async function start(options: EmbeddedOptions): Promise<Embedded> {
  const server = await startEmbedded({ shelter: join(folder, 'shelter'), fsync: false, ...options })
  onTestFinished(() => server.stop())
  return server
}

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as Row[]
  } finally {
    await client.end()
  }
}

/** Starts the server in a process of its own, runs some SQL there and kills that process with -9. */
async function killedOwner(dir: string, sql: string): Promise<{ pid: number }> {
  const script = fileURLToPath(new URL('testing/owner.ts', import.meta.url))
  const child = spawn(process.execPath, [script, dir, sql], { stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await new Promise<string>(resolve => child.stdout.once('data', data => resolve(String(data))))
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  return JSON.parse(line) as { pid: number }
}

test('a new cluster checks its pages, speaks UTF-8 and orders text the same on every machine', async () => {
  const server = await start({ dir: freshDir() })
  const [row] = await ask(
    server.url,
    `select current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
            datlocprovider as provider, datlocale as locale from pg_database where datname = 'postgres'`,
  )
  expect(row).toEqual({ checksums: 'on', encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' })
})

test('a trigram is made of Chinese characters, so a search for a part of a Chinese name can use its index', async () => {
  const server = await start({ dir: freshDir() })
  await ask(server.url, 'create extension pg_trgm')
  expect(await ask(server.url, `select cardinality(show_trgm('苹果')) as n`)).toEqual([{ n: 3 }])
})

test('fsync is on unless a test turns it off', async () => {
  const server = await startEmbedded({ dir: freshDir(), shelter: join(folder, 'shelter') })
  onTestFinished(() => server.stop())
  const [row] = await ask<{ fsync: string; commit: string }>(
    server.url,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  )
  expect(row).toEqual({ fsync: 'on', commit: 'on' })
})

test('the server listens on no network address', async () => {
  const server = await start({ dir: freshDir() })
  expect(await ask(server.url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
})

test('what was committed is there after a stop and a start', async () => {
  const dir = freshDir()
  const first = await start({ dir })
  await ask(first.url, 'create table kept as select 42 as n')
  await first.stop()
  expect(isAlive(first.pid)).toBe(false)
  const second = await start({ dir })
  expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 42 }])
})

test('a folder in use is refused to a second start, with the process that holds it', async () => {
  const dir = freshDir()
  await start({ dir })
  await expect(start({ dir })).rejects.toThrow(EmbeddedBusy)
  await expect(start({ dir })).rejects.toMatchObject({ code: 'embedded.busy', pid: process.pid })
})

test('a server whose owner was killed is taken over, with what it had committed', async () => {
  const dir = freshDir()
  const killed = await killedOwner(dir, 'create table kept as select 7 as n')
  const server = await start({ dir })
  expect(server).toMatchObject({ adopted: true, pid: killed.pid })
  expect(await ask(server.url, 'select n from kept')).toEqual([{ n: 7 }])
  await server.stop()
  expect(isAlive(killed.pid)).toBe(false)
})

test('a server left running with other settings is stopped, not taken over', async () => {
  const dir = freshDir()
  const killed = await killedOwner(dir, 'select 1')
  const server = await start({ dir, settings: { max_connections: 17 } })
  expect(server.adopted).toBe(false)
  expect(isAlive(killed.pid)).toBe(false)
  expect(await ask(server.url, 'show max_connections')).toEqual([{ max_connections: '17' }])
})

test('after the server itself was killed too, it recovers what was committed', async () => {
  const dir = freshDir()
  const killed = await killedOwner(dir, 'create table kept as select 9 as n')
  process.kill(killed.pid, 'SIGKILL')
  const server = await start({ dir })
  expect(server.adopted).toBe(false)
  expect(await ask(server.url, 'select n from kept')).toEqual([{ n: 9 }])
})

test('a pid file that names a living process of another program does not stop the start', async () => {
  const dir = freshDir()
  const first = await start({ dir })
  const text = await readFile(join(first.dataDir, 'postmaster.pid'), 'utf8')
  await first.stop()
  await writeFile(join(first.dataDir, 'postmaster.pid'), text.replace(/^\d+/, String(process.pid)), {
    mode: 0o644,
  })
  expect(await servesFolder(process.pid, first.dataDir)).toBe(false)
  const second = await start({ dir })
  expect(second.adopted).toBe(false)
})

test('a long path of the folder does not make the socket unreachable', async () => {
  const dir = join(freshDir(), '通衢'.repeat(20), 'data')
  const server = await start({ dir })
  expect(Buffer.byteLength(join(server.socketDir, '.s.PGSQL.5432.lock'))).toBeLessThanOrEqual(100)
  expect(await ask(server.url, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('under a folder that only root may enter, the data go where PostgreSQL can reach them', async context => {
  context.skip(process.getuid?.() !== 0, 'skipped: not root')
  const closed = freshDir()
  await mkdir(closed, { mode: 0o700 })
  await chmod(closed, 0o700)
  const said: string[] = []
  const dir = join(closed, 'data')
  const first = await start({ dir, say: line => said.push(line) })
  expect(first.dataDir.startsWith(closed)).toBe(false)
  expect(said.join('\n')).toContain(dir)
  await ask(first.url, 'create table kept as select 1 as n')
  await first.stop()
  const second = await start({ dir })
  expect(second.dataDir).toBe(first.dataDir)
  expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 1 }])
})

test('a cluster of another major version is refused, not touched', async () => {
  const dir = freshDir()
  const first = await start({ dir })
  await first.stop()
  await writeFile(join(first.dataDir, 'PG_VERSION'), '15\n')
  await expect(start({ dir })).rejects.toThrow('made by PostgreSQL 15')
})
