import { spawn } from 'node:child_process'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { environment } from '@tongqu/kernel/config'
import { spoken } from './language.ts'
import { watch } from './output.ts'
import type { Terminal, Verb } from './verb.ts'

/** The repository's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))
const main = fileURLToPath(new URL('main.ts', import.meta.url))

/** How a run of the command line ended. */
export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  /** Folder that paths start from. */
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Runs `./tongqu` as a process of its own, with nothing of this machine's settings: its data folder is the one
 * that is given.
 */
export function tongqu(data: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return ran(process.execPath, [main, ...args], data, options)
}

/** Runs one verb in this process, as `main.ts` would: much is asked of it, and a process each takes a second. */
export async function ranHere(verb: Verb, data: string, args: readonly string[], cwd = root): Promise<Ran> {
  const texts = { out: '', err: '' }
  const kept = (name: 'out' | 'err') => {
    const stream = new Writable({
      decodeStrings: false,
      write(text: string, _encoding, done) {
        texts[name] += text
        done()
      },
    })
    watch(stream)
    return stream as unknown as NodeJS.WriteStream
  }
  const { words, language } = spoken(args, {})
  const env = { TONGQU_DATA: data }
  const terminal: Terminal = { args: words, cwd, root, env, language, out: kept('out'), err: kept('err') }
  return { status: await verb.run(terminal), ...texts }
}

/** A server as a process of its own, once it tells where it listens. @returns what ends it */
export async function serving(env: Readonly<Record<string, string>>): Promise<() => Promise<void>> {
  const { PATH = '' } = environment()
  const server = spawn(process.execPath, ['apps/server/main.ts'], { cwd: root, env: { PATH, ...env } })
  const ended = new Promise<void>(resolve => server.once('close', () => resolve()))
  let told = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr])
      stream.setEncoding('utf8').on('data', text => {
        told += text
        if (told.includes('http://127.0.0.1')) resolve()
      })
    void ended.then(() => reject(new Error(`the server ended: ${told}`)))
  })
  return () => {
    server.kill('SIGTERM')
    return ended
  }
}

/** A program of `./tongqu` that goes on until it is ended, once it tells that it runs. @returns what ends it */
export async function running(
  data: string,
  args: readonly string[],
  told: RegExp,
): Promise<() => Promise<void>> {
  const { PATH = '' } = environment()
  const child = spawn(process.execPath, [main, ...args], { cwd: root, env: { PATH, TONGQU_DATA: data } })
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  let text = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', part => {
        text += part
        if (told.test(text)) resolve()
      })
    void ended.then(() => reject(new Error(`it ended: ${text}`)))
  })
  return () => {
    child.kill('SIGTERM')
    return ended
  }
}

/** Runs a shell's line in which `tongqu` is the command line. */
export function shell(data: string, line: string, options: RunOptions = {}): Promise<Ran> {
  const text = line.replaceAll('tongqu ', `'${process.execPath}' '${main}' `)
  return ran('/bin/bash', ['--norc', '-c', text], data, options)
}

function ran(
  program: string,
  args: readonly string[],
  data: string,
  { cwd = root, env = {} }: RunOptions,
): Promise<Ran> {
  const { PATH = '' } = environment()
  const child = spawn(program, args, { cwd, env: { PATH, LANG: 'C.UTF-8', TONGQU_DATA: data, ...env } })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', text => (out += text))
  child.stderr.setEncoding('utf8').on('data', text => (err += text))
  child.stdin.end()
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', status => resolve({ status, out, err }))
  })
}
