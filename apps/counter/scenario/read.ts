import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { type Course, type Scenario, ScenarioError } from './scenario.ts'
import { withShares } from './shares.ts'

type Tree = { readonly [key: string]: unknown }
const own = import.meta.dirname
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names of the scenarios that come with the counter. */
export function scenarioNames(): string[] {
  return readdirSync(own)
    .filter(file => file.endsWith('.yaml'))
    .map(file => file.slice(0, -5))
    .sort()
}

/** What a person may set beside the scenario. */
export interface Settings {
  readonly seed?: string
  /** `list.rejected=500`, one course each. */
  readonly shares?: readonly string[]
  readonly signature?: string
  /** Public keys in PEM, beside the scenario's. */
  readonly keys?: readonly string[]
  readonly receiptsPerMessage?: number
}

/**
 * Reads a scenario: one of ours by its name, or a YAML or JSON file. What it does not state is as in `ordinary`.
 * @throws ScenarioError that names the place
 */
export function readScenario(name: string, cwd: string, settings: Settings = {}): Scenario {
  const base = parsed(join(own, 'ordinary.yaml'))
  const told = name === 'ordinary' ? {} : parsed(fileOf(name, cwd))
  const { shares, ...rest } = told
  const merged = merge(base, rest, '') as unknown as Scenario
  const seed = settings.seed ?? String(merged.seed)
  const courses = withShares(merged.courses, shares ?? {}, settings.shares ?? [])
  const { signature = merged.signature, keys = [], receiptsPerMessage = merged.receiptsPerMessage } = settings
  const scenario = {
    ...merged,
    seed,
    courses,
    signature: signature as Scenario['signature'],
    keys: [...merged.keys, ...keys],
    receiptsPerMessage,
  }
  judge(scenario)
  return scenario
}

function fileOf(name: string, cwd: string): string {
  if (/^[a-z]+$/.test(name) && existsSync(join(own, `${name}.yaml`))) return join(own, `${name}.yaml`)
  const file = resolve(cwd, name)
  if (!existsSync(file)) throw new ScenarioError(`${name}: ${scenarioNames().join(', ')}, FILE`)
  return file
}

function parsed(file: string): Tree {
  let tree: unknown
  try {
    tree = parse(readFileSync(file, 'utf8'), { maxAliasCount: 100 })
  } catch (error) {
    throw new ScenarioError(`${file}: ${(error as Error).message}`)
  }
  if (!isTree(tree)) throw new ScenarioError(`${file}: not a scenario`)
  return tree
}

/** The base with what is told over it; maps go together, all else is replaced. A name the base has not is refused. */
function merge(base: Tree, told: Tree, path: string): Tree {
  const all: { [key: string]: unknown } = { ...base }
  for (const [key, value] of Object.entries(told)) {
    const at = path ? `${path}.${key}` : key
    const before = base[key]
    if (before === undefined && path !== 'words')
      throw new ScenarioError(`${at}: unknown; there are ${Object.keys(base).join(', ')}`)
    if (before !== undefined && shapeOf(before) !== shapeOf(value) && key !== 'seed')
      throw new ScenarioError(`${at}: ${shapeOf(before)} expected`)
    all[key] = isTree(before) && isTree(value) ? merge(before, value, at) : value
  }
  return all
}

const shapeOf = (value: unknown) => (Array.isArray(value) ? 'list' : typeof value)

function judge({ courses, disturbances, limits, signature, rules, receiptsPerMessage }: Scenario): void {
  const wrong = (place: string): never => {
    throw new ScenarioError(`${place}: not usable`)
  }
  if (!['required', 'present', 'ignored'].includes(signature)) wrong('signature')
  if (!(Number.isInteger(receiptsPerMessage) && receiptsPerMessage >= 1 && receiptsPerMessage <= 100))
    wrong('receiptsPerMessage')
  for (const name of ['single', 'yearly', 'simplified', 'market'] as const) {
    if (!/^\d{1,9}(\.\d{1,2})?$/.test(limits[name])) wrong(`limits.${name}`)
  }
  const whole = { ...rules, ...disturbances.copies, within: disturbances.disorder.within }
  for (const [name, value] of Object.entries(whole)) {
    if (typeof value === 'number' && !(Number.isInteger(value) && value >= 0)) wrong(name)
  }
  if (disturbances.copies.times > 100_000) wrong('disturbances.copies.times')
  for (const [family, list] of Object.entries(courses)) {
    for (const course of list) judgeCourse(course, list, () => wrong(`courses.${family}.${course.name}`))
    if (list.every(({ share }) => share === 0)) wrong(`courses.${family}`)
  }
}

function judgeCourse({ share, steps, again }: Course, list: readonly Course[], wrong: () => never): void {
  if (!Number.isInteger(share) || share < 0 || !Array.isArray(steps)) wrong()
  if (again !== undefined && !list.some(({ name }) => name === again)) wrong()
  for (const { status, after } of steps) {
    const [from, to] = after ?? []
    if (
      !(Number.isInteger(status) || typeof status === 'string') ||
      !(Number.isInteger(from) && Number.isInteger(to) && 0 <= from! && from! <= to!)
    )
      wrong()
  }
}
