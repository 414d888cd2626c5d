import type { Definition, Outcome } from '../command/index.ts'
import type { Host } from '../host/index.ts'
import { type Actor, anonymous, scopeFor, systemActor } from '../identity/index.ts'
import { type Prepared, prepareExample, said } from './examples.ts'
import { idOf, makePerson } from './people.ts'
import { differences, stateOf, tableState } from './table-state.ts'

/*
 * The permission test, made from the registry. Two tenants have somebody in every role. For each call its
 * example is prepared by those of the first tenant who may; then
 *   1. nobody and every role without the permission is turned away, and no row changes;
 *   2. the owner's role in the other tenant, where the role sees its own party only, is turned away from what
 *      the first tenant made, is shown nothing of it and changes no row of it;
 *   3. the owner makes the very same call, and must succeed: so the refusals before were for the right reason;
 *   4. the first are turned away again.
 * Examples run one after another on one installation, so each uses names of its own.
 */
export interface PermissionOptions {
  /** Names of calls to check; absent: all that are registered. */
  readonly calls?: readonly string[]
  /** Makes what the examples stand on: registers, packs. Called once, as the installation. */
  readonly arrange?: (host: Host) => Promise<void>
}

export interface PermissionReport {
  /** Calls that were checked. */
  readonly checked: readonly string[]
  /** What is not as it must be, a sentence each; empty when all is well. */
  readonly faults: readonly string[]
  /** How many refusals were asked for and given. */
  readonly refused: number
}

interface Tenant {
  readonly party: string
  readonly people: ReadonlyMap<string, Actor>
}

/** Checks that every call can be made by whom it is granted to, and by nobody else. */
export async function checkPermissions(
  host: Host,
  options: PermissionOptions = {},
): Promise<PermissionReport> {
  await options.arrange?.(host)
  const ours = await makeTenant(host, 'ours')
  const theirs = await makeTenant(host, 'theirs')
  const calls = host
    .registry()
    .calls()
    .filter(call => options.calls?.includes(call.name) ?? true)
  const faults: string[] = []
  let refused = 0
  for (const call of calls) {
    try {
      refused += await checkCall(host, call, ours, theirs, fault => faults.push(`${call.name}: ${fault}`))
    } catch (error) {
      faults.push(`${call.name}: ${(error as Error).message}`)
    }
  }
  return { checked: calls.map(call => call.name), faults, refused }
}

async function makeTenant(host: Host, name: string): Promise<Tenant> {
  const party = idOf(`tenant ${name}`)
  const people = new Map<string, Actor>()
  for (const { id } of host.roles.all())
    people.set(id, await makePerson(host, { login: `${id}.${name}`, party, role: id }))
  return { party, people }
}

async function checkCall(
  host: Host,
  call: Definition,
  ours: Tenant,
  theirs: Tenant,
  fault: (what: string) => void,
): Promise<number> {
  const owner = ownerOf(call, ours)
  const by = (needed: Definition) => (scopeFor(owner, needed.permission) ? owner : ownerOf(needed, ours))
  const prepared = await prepareExample(host, call, by)
  const strangers = strangersTo(call, ours)
  let refused = await turnAway(host, call, prepared, strangers, fault)
  refused += await keepApart(host, call, prepared, ours, theirs, owner, fault)
  const outcome = await make(host, call, prepared, owner)
  if (outcome.kind === 'refused') fault(`its owner (${owner.roles}) was refused: ${said(outcome)}`)
  refused += await turnAway(host, call, prepared, strangers, fault)
  return refused
}

/** Who makes the call: the role that its example names, else the first that is granted it, else the installation. */
function ownerOf(call: Definition, tenant: Tenant): Actor {
  const named = call.example.as && tenant.people.get(call.example.as)
  if (named) return named
  const granted = [...tenant.people.values()].find(person => scopeFor(person, call.permission))
  return granted ?? systemActor('cli', 'en')
}

function strangersTo(call: Definition, tenant: Tenant): Actor[] {
  return [anonymous('en', 'http'), ...tenant.people.values()].filter(each => !scopeFor(each, call.permission))
}

async function turnAway(
  host: Host,
  call: Definition,
  prepared: Prepared,
  strangers: readonly Actor[],
  fault: (what: string) => void,
): Promise<number> {
  const before = await tableState(host)
  for (const stranger of strangers) {
    const outcome = await make(host, call, prepared, stranger)
    const expected = stranger.account ? 'call.not_allowed' : 'call.not_signed_in'
    if (outcome.kind === 'done' || outcome.refusal.code !== expected)
      fault(`${stranger.roles[0] ?? 'nobody'} was not turned away: ${said(outcome)}`)
  }
  const changed = differences(before, await tableState(host))
  if (changed.length > 0) fault(`those turned away changed ${changed}`)
  return strangers.length
}

/** Holds the owner's role in the other tenant away from what ours made. */
async function keepApart(
  host: Host,
  call: Definition,
  prepared: Prepared,
  ours: Tenant,
  theirs: Tenant,
  owner: Actor,
  fault: (what: string) => void,
): Promise<number> {
  const other = theirs.people.get(owner.roles[0] ?? '')
  if (call.example.isOffered) return 0
  if (!other || scopeFor(other, call.permission) !== 'own' || call.permission === 'public') return 0
  const accounts = [...ours.people.values()].map(person => person.account!)
  const before = await stateOf(host, ours.party, accounts)
  const outcome = await make(host, call, prepared, other)
  const changed = differences(before, await stateOf(host, ours.party, accounts))
  if (changed.length > 0) fault(`the other tenant changed our rows of ${changed}`)
  if (outcome.kind === 'done') {
    const reaches = reachesIntoOurs(prepared)
    const downloads = call.kind === 'query' && call.download === true
    if (reaches && (downloads || call.kind !== 'query')) fault('the other tenant reached into what is ours')
    const leaked = downloads ? [] : leakedIn(outcome.output, prepared, [ours.party, ...accounts])
    if (leaked.length > 0) fault(`the other tenant was shown ${leaked}`)
    return 0
  }
  const status = host.registry().refusals.status(outcome.refusal)
  if (status !== 403 && status !== 404) fault(`the other tenant was answered ${said(outcome)}`)
  return 1
}

/** Whether the input names a record that the calls before have made. */
function reachesIntoOurs({ input, outputs }: Prepared): boolean {
  const made = new Set(namesIn(outputs))
  return namesIn(input).some(name => made.has(name))
}

/** What an answer names of ours, beyond what was asked with. */
function leakedIn(output: unknown, { input, outputs }: Prepared, ours: readonly string[]): string[] {
  const seen = new Set(namesIn(output))
  const asked = new Set(namesIn(input))
  return [...ours, ...namesIn(outputs)].filter(name => seen.has(name) && !asked.has(name))
}

/** Names of records in a value: UUIDs and digests of files. */
function namesIn(value: unknown): string[] {
  const text = JSON.stringify(value) ?? ''
  return text.match(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b[0-9a-f]{64}\b/g) ?? []
}

function make(host: Host, call: Definition, { input, uploaded }: Prepared, actor: Actor): Promise<Outcome> {
  return host.call(call.name, input, actor, { uploaded })
}
