import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { testFolder } from '@tongqu/tools/test/cluster'
import { expect, onTestFinished, test } from 'vitest'
import type { Deed } from './testing/deed.ts'
import type { Memory } from './testing/memory.ts'
import { clusterOf, killServer } from './testing/processes.ts'
import { reopened } from './testing/promises.ts'
import { faultRun } from './testing/seed.ts'
import { Stream } from './testing/stream.ts'

const folder = await testFolder()
const { times, chance } = faultRun('kill -9', 12)
const targets = ['node', 'postgres', 'both'] as const
type Target = (typeof targets)[number]

test(
  'kill -9 at any moment loses nothing acknowledged, does nothing twice and leaves nothing half',
  async () => {
    const place = { dataDir: join(folder, 'data'), shelter: join(folder, 'shelter'), fsync: true }
    const acknowledged: Deed[] = []
    const tally = { inCommit: 0, unanswered: 0, done: 0 }
    // Some more when chance kept all of them out of a commit.
    const enough = () => kill > times && (tally.inCommit > 0 || kill > times * 3)
    let kill = 1
    for (; !enough(); kill++) {
      const target = targets[kill % targets.length]!
      const stream = new Stream({ ...place, prefix: `k${kill}`, callers: 8 }, join(folder, `said-${kill}`))
      onTestFinished(() => stream.end().then(() => undefined))
      await stream.acknowledges(chance.between(1, 60))
      await pause(chance.between(0, 250))
      // Every second one waits for a commit to be under way: that is where it hurts most.
      if (kill % 2 === 0) await stream.commits()
      const { commitsInFlight, memory } = await killed(stream, target, await clusterOf(place.dataDir))
      acknowledged.push(...memory.acknowledged)
      const found = await reopened(place, acknowledged, memory.unanswered)
      expect(found, `kill ${kill} of ${target}`).toMatchObject({ lost: [], wrong: [] })
      acknowledged.push(...memory.unanswered)
      if (commitsInFlight > 0) tally.inCommit++
      tally.unanswered += memory.unanswered.length
      tally.done += found.unansweredDone
    }
    console.log(
      `${tally.inCommit} of ${kill - 1} kills fell while the COMMIT of a command was in flight; of ${tally.unanswered} ` +
        `unanswered commands ${tally.done} had committed; ${acknowledged.length} commands in all, each there once`,
    )
    expect(tally.inCommit).toBeGreaterThan(0)
  },
  60_000 + times * 30_000,
)

interface Killed {
  readonly memory: Memory
  readonly commitsInFlight: number
}

/**
 * Kills, and gives what the writer had said by then. A commit is in flight when COMMIT was sent and its answer
 * not taken in; where the database alone dies, the writer is held still for the count, then lives on without it.
 */
async function killed(stream: Stream, target: Target, cluster: string): Promise<Killed> {
  if (target === 'postgres') stream.hold()
  else stream.kill()
  const commitsInFlight = stream.memory.commitsInFlight()
  if (target !== 'node') await killServer(cluster)
  if (target === 'postgres') await outlives(stream)
  return { memory: await stream.end(), commitsInFlight }
}

/** The writer goes on without its database until every caller was told so; it must not fall over. */
async function outlives(stream: Stream): Promise<void> {
  stream.goOn()
  await stream.gaveUp()
}
