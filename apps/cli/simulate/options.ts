import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type CounterSettings, readScenario, ScenarioError } from '@tongqu/counter'
import { readConfig } from '@tongqu/kernel/config'
import type { Terminal } from '../verb.ts'

/** Reads the words after `simulate customs`. @returns a sentence in the reader's language when they do not fit */
export function counterSettings({ args, cwd, env, root, language }: Terminal): CounterSettings | string {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  let values: ReturnType<typeof parse>['values']
  try {
    values = parse(args).values
  } catch (error) {
    return `${say('选项不对', 'The options do not fit')}: ${(error as Error).message}`
  }
  const [port, faster] = [Number(values.http ?? 0), Number(values.faster ?? 1)]
  if (!(Number.isInteger(port) && port >= 0 && port < 65_536))
    return say('--http 应为端口号', '--http takes a port')
  if (!(Number.isInteger(faster) && faster >= 1 && faster <= 1_000_000))
    return say('--faster 应为 1 至 1000000 的整数', '--faster takes a whole number from 1 to 1000000')
  if ((values.in === undefined) !== (values.out === undefined))
    return say('--in 与 --out 要同用', '--in and --out go together')
  const clock = values.clock === undefined ? undefined : new Date(values.clock)
  if (clock && Number.isNaN(clock.getTime()))
    return say('--clock 应写成 2026-11-23T09:00:00+08:00', '--clock: write 2026-11-23T09:00:00+08:00')
  const callback = values.callback
  if (callback !== undefined && !(values.http !== undefined && /^https?:\/\//.test(callback)))
    return say('--callback 要与 --http 同用，且应为网址', '--callback goes with --http and takes an address')
  try {
    const scenario = readScenario(values.scenario ?? 'ordinary', cwd, told(values, cwd))
    const state = resolve(cwd, values.state ?? resolve(readConfig(env, root).dataDir, 'simulated-customs'))
    const folder = folderOf(values, cwd, state)
    const http = values.http === undefined ? undefined : { host: values.host ?? '127.0.0.1', port }
    return {
      state,
      scenario,
      faster,
      once: values.once ?? false,
      sign: values.sign ?? false,
      ...(clock && { clock }),
      ...(http && {
        http: { ...http, ...(callback && { callback }), ...(values.token && { token: values.token }) },
      }),
      ...(folder && { folder }),
    }
  } catch (error) {
    if (error instanceof ScenarioError) return error.message
    throw error
  }
}

type Values = ReturnType<typeof parse>['values']

/** What is set beside the scenario; a key's file is read here, so that a missing one is told by its name. */
function told({ seed, share, signature, key, receipts }: Values, cwd: string) {
  return {
    seed,
    shares: share ?? [],
    signature,
    keys: (key ?? []).map(file => keyIn(resolve(cwd, file))),
    receiptsPerMessage: receipts === undefined ? undefined : Number(receipts),
  }
}

function keyIn(file: string): string {
  try {
    return createPublicKey(readFileSync(file)).export({ type: 'spki', format: 'pem' }).toString()
  } catch (error) {
    throw new ScenarioError(`--key ${file}: ${(error as Error).message}`)
  }
}

/** The folders named; those beside the memory where no channel is named at all. */
function folderOf({ folder, in: inward, out, http }: Values, cwd: string, state: string) {
  if (inward !== undefined && out !== undefined) return { in: resolve(cwd, inward), out: resolve(cwd, out) }
  // The sender's own folders: what goes out there comes in here.
  if (folder !== undefined) return { in: resolve(cwd, folder, 'out'), out: resolve(cwd, folder, 'in') }
  return http === undefined ? { in: resolve(state, 'in'), out: resolve(state, 'out') } : undefined
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      folder: { type: 'string' },
      in: { type: 'string' },
      out: { type: 'string' },
      http: { type: 'string' },
      host: { type: 'string' },
      callback: { type: 'string' },
      token: { type: 'string' },
      key: { type: 'string', multiple: true },
      receipts: { type: 'string' },
      state: { type: 'string' },
      scenario: { type: 'string' },
      share: { type: 'string', multiple: true },
      signature: { type: 'string' },
      seed: { type: 'string' },
      faster: { type: 'string' },
      clock: { type: 'string' },
      once: { type: 'boolean' },
      sign: { type: 'boolean' },
    },
  })
}
