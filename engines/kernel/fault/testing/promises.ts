import { readFile } from 'node:fs/promises'
import { verifyAudit } from '../../audit/index.ts'
import type { Host } from '../../host/index.ts'
import { contentOf, type Deed, doDeed } from './deed.ts'
import { type InstallationOptions, openInstallation } from './installation.ts'

/** What the installation promises about deeds, held against what is really there. */
export interface Findings {
  /** Keys that were acknowledged and are not there. */
  readonly lost: readonly string[]
  /** Sentences about anything else that is wrong. */
  readonly wrong: readonly string[]
  /** How many of the unanswered had been done. */
  readonly unansweredDone: number
}

/** Opens the installation again, looks, and stops it. */
export async function reopened(
  place: InstallationOptions,
  acknowledged: readonly Deed[],
  unanswered: readonly Deed[],
): Promise<Findings> {
  const open = await openInstallation(place)
  try {
    return await keptPromises(open.host, acknowledged, unanswered)
  } finally {
    await open.stop()
  }
}

const EFFECTS = `
  select text as key, (select count(*)::int from kernel.event e where e.type = 'fixture.note.written' and e.data->>'text' = n.text) as told
  from fixture.note n union all
  select name, 1 from kernel.file`
const RUNS = `
  select data->>'key' as key, count(*)::int as runs, min(data->>'outcome') as outcome
  from kernel.event where type = 'kernel.call.ran' group by 1`
const LOG = `
  select count(*)::int as events, coalesce(max(position), 0)::int as last, coalesce(min(position), 1)::int as first,
    (select position::int from kernel.event_head) as head from kernel.logged_event`
const UNTALLIED = `
  select e.position from kernel.logged_event e left join fixture.tally t on t.position = e.position and t.text = e.data->>'text'
  where e.type = 'fixture.note.written' and t.position is null limit 5`

/**
 * Asks again for what was never answered, as a caller would, lets the log settle, and looks at everything: each
 * acknowledged deed and each repeated one stands there exactly once, row, event and audit; positions have no
 * gap; the subscriber had each event once; every named file is there; the audit verifies.
 */
export async function keptPromises(
  host: Host,
  acknowledged: readonly Deed[],
  unanswered: readonly Deed[],
): Promise<Findings> {
  const before = new Map((await all(host, EFFECTS)).map(row => [row.key as string, row]))
  const lost = acknowledged.filter(deed => !before.has(deed.key)).map(deed => deed.key)
  const wrong: string[] = []
  for (const deed of unanswered) {
    const outcome = await doDeed(host, deed)
    if (outcome.kind !== 'done') wrong.push(`${deed.key} asked again: ${outcome.refusal.code}`)
  }
  await host.settle()
  await host.seal()
  const kept = [...acknowledged, ...unanswered].filter(deed => !lost.includes(deed.key))
  wrong.push(
    ...(await wrongEffects(host, kept)),
    ...(await wrongLog(host)),
    ...(await wrongFiles(host, kept)),
    ...(await wrongAudit(host)),
  )
  return { lost, wrong, unansweredDone: unanswered.filter(deed => before.has(deed.key)).length }
}

async function wrongEffects(host: Host, deeds: readonly Deed[]): Promise<string[]> {
  const effects = await all(host, EFFECTS)
  const rows = new Map<string, number>()
  for (const { key } of effects) rows.set(key as string, (rows.get(key as string) ?? 0) + 1)
  const runs = new Map((await all(host, RUNS)).map(row => [row.key as string, row]))
  return [
    ...deeds
      .filter(({ key }) => rows.get(key) !== 1)
      .map(({ key }) => `${key} has ${rows.get(key) ?? 0} rows`),
    ...effects.filter(row => row.told !== 1).map(row => `${row.key} was told ${row.told} times`),
    ...effects
      .filter(
        row => runs.get(row.key as string)?.runs !== 1 || runs.get(row.key as string)?.outcome !== 'done',
      )
      .map(row => `${row.key} has not exactly one audit record that says done`),
    ...[...runs.keys()].filter(key => !rows.has(key)).map(key => `${key} is audited and not there`),
  ]
}

async function wrongLog(host: Host): Promise<string[]> {
  const [log] = await all(host, LOG)
  const { events, last, first, head } = log as Record<string, number>
  const gapless = first === 1 && last === events && head === last
  const missed = await all(host, UNTALLIED)
  return [
    ...(gapless ? [] : [`positions: ${JSON.stringify(log)}`]),
    ...missed.map(row => `the subscriber was not handed ${row.position}`),
  ]
}

async function wrongFiles(host: Host, deeds: readonly Deed[]): Promise<string[]> {
  const digests = new Map(
    (await all(host, 'select name, sm3 from kernel.file')).map(row => [row.name, row.sm3]),
  )
  const wrong: string[] = []
  for (const { way, key } of deeds) {
    if (way !== 'fault.file.name') continue
    const path = host.files.path(digests.get(key) as string)
    const content = await readFile(path, 'utf8').catch((error: Error) => error.message)
    if (content !== contentOf(key)) wrong.push(`the file of ${key}: ${content.slice(0, 60)}`)
  }
  return wrong
}

async function wrongAudit(host: Host): Promise<string[]> {
  const found = await verifyAudit(host.database, host.signer.publicKeyPem, host.config.anchorFile)
  const whole = found.unsealed === 0 && found.anchored === found.blocks
  return [
    ...found.faults.map(fault => `${fault.code} in block ${fault.block}`),
    ...(whole ? [] : [`audit: ${found.anchored} of ${found.blocks} anchored, ${found.unsealed} unsealed`]),
  ]
}

function all(host: Host, sql: string) {
  return host.database.transact({ scope: 'system' }, tx => tx.query(sql))
}
