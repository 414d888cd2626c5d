import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type CounterSettings, readScenario, ScenarioError } from '@tongqu/counter'
import type { Terminal } from '../verb.ts'

/** Reads the words after `simulate customs`. @returns a sentence in the reader's language when they do not fit */
export function counterSettings({ args, cwd, root, language }: Terminal): CounterSettings | string {
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
    const told = { seed: values.seed, shares: values.share ?? [] }
    const scenario = readScenario(values.scenario ?? 'ordinary', cwd, told)
    const state = resolve(cwd, values.state ?? resolve(root, 'data', 'simulated-customs'))
    return {
      state,
      scenario: signatureOf(scenario, values.signature),
      faster,
      once: values.once ?? false,
      ...(clock && { clock }),
      ...(values.http !== undefined && {
        http: { host: values.host ?? '127.0.0.1', port, ...(callback && { callback }) },
      }),
      ...(folderOf(values, cwd, state) && { folder: folderOf(values, cwd, state)! }),
    }
  } catch (error) {
    if (error instanceof ScenarioError) return error.message
    throw error
  }
}

type Scenario = CounterSettings['scenario']

function signatureOf(scenario: Scenario, told: string | undefined): Scenario {
  if (told === undefined) return scenario
  if (told === 'required' || told === 'present' || told === 'ignored') return { ...scenario, signature: told }
  throw new ScenarioError('--signature: required, present, ignored')
}

/** The folders named; those beside the memory where no channel is named at all. */
function folderOf(values: { in?: string; out?: string; http?: string }, cwd: string, state: string) {
  if (values.in !== undefined && values.out !== undefined)
    return { in: resolve(cwd, values.in), out: resolve(cwd, values.out) }
  return values.http === undefined ? { in: resolve(state, 'in'), out: resolve(state, 'out') } : undefined
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      in: { type: 'string' },
      out: { type: 'string' },
      http: { type: 'string' },
      host: { type: 'string' },
      callback: { type: 'string' },
      state: { type: 'string' },
      scenario: { type: 'string' },
      share: { type: 'string', multiple: true },
      signature: { type: 'string' },
      seed: { type: 'string' },
      faster: { type: 'string' },
      clock: { type: 'string' },
      once: { type: 'boolean' },
    },
  })
}
