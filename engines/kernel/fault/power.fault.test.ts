import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { testFolder } from '@tongqu/tools/test/cluster'
import { skipUnless } from '@tongqu/tools/test/needs'
import { expect, onTestFinished, test } from 'vitest'
import type { Deed } from './testing/deed.ts'
import { canCutPower, Disk } from './testing/disk.ts'
import { openInstallation } from './testing/installation.ts'
import type { Memory } from './testing/memory.ts'
import { clusterOf, killServer } from './testing/processes.ts'
import { reopened } from './testing/promises.ts'
import { faultRun } from './testing/seed.ts'
import { Stream } from './testing/stream.ts'

skipUnless(canCutPower(), 'no loop device')
const folder = await testFolder()
const { times, chance } = faultRun('power cuts', 5)

test(
  'a power cut loses nothing acknowledged: rows, events, audit and files are there',
  async () => {
    const acknowledged: Deed[] = []
    const tally = { inCommit: 0, unanswered: 0, done: 0, files: 0 }
    let disk = Disk.create(folder, 'disk-0')
    onTestFinished(() => disk.remove())
    // Some more when chance kept all of them out of a commit.
    const enough = () => cut > times && (tally.inCommit > 0 || cut > times * 3)
    let cut = 1
    for (; !enough(); cut++) {
      const { memory, commitsInFlight } = await writeUntilCut(disk, cut, true)
      disk = disk.afterCut(folder, `disk-${cut}`)
      acknowledged.push(...memory.acknowledged)
      const found = await reopened(placeOn(disk, true), acknowledged, memory.unanswered)
      expect(found, `cut ${cut}`).toMatchObject({ lost: [], wrong: [] })
      acknowledged.push(...memory.unanswered)
      if (commitsInFlight > 0) tally.inCommit++
      tally.unanswered += memory.unanswered.length
      tally.done += found.unansweredDone
    }
    tally.files = acknowledged.filter(deed => deed.way === 'fault.file.name').length
    console.log(
      `${tally.inCommit} of ${cut - 1} cuts fell while the COMMIT of a command was in flight; of ${tally.unanswered} ` +
        `unanswered commands ${tally.done} had committed; ${acknowledged.length} commands (${tally.files} files), none lost`,
    )
    expect(tally.inCommit).toBeGreaterThan(0)
  },
  60_000 + times * 30_000,
)

test(
  'the same with fsync off does lose what was acknowledged, so the cut is a real one',
  async () => {
    let lost = 0
    let unreadable = 0
    let acknowledged = 0
    const tries = Math.min(times, 3)
    for (let cut = 1; cut <= tries; cut++) {
      const before = await settledDisk(cut)
      const { memory } = await writeUntilCut(before, cut, false)
      const disk = before.afterCut(folder, `unsynced-${cut}`)
      acknowledged += memory.acknowledged.length
      const found = await reopened(placeOn(disk, false), memory.acknowledged, []).catch(() => undefined)
      if (found) lost += found.lost.length
      else unreadable++
      disk.remove()
    }
    console.log(
      `without fsync: ${lost} of ${acknowledged} acknowledged commands were lost in ${tries} cuts; ${unreadable} times nothing could be read`,
    )
    expect(lost).toBeGreaterThan(0)
  },
  60_000 + times * 30_000,
)

/** A disk with an installation on it that was made and stopped in order, all of it on the device. */
async function settledDisk(cut: number): Promise<Disk> {
  const disk = Disk.create(folder, `settled-${cut}`)
  const open = await openInstallation(placeOn(disk, true))
  await open.stop()
  disk.sync()
  return disk
}

interface Cut {
  readonly memory: Memory
  readonly commitsInFlight: number
}

async function writeUntilCut(disk: Disk, cut: number, fsync: boolean): Promise<Cut> {
  const said = join(folder, `said-${fsync}-${cut}`)
  const stream = new Stream({ ...placeOn(disk, fsync), prefix: `c${cut}`, callers: 8 }, said)
  onTestFinished(() => stream.end().then(() => undefined))
  await stream.acknowledges(chance.between(1, 100))
  await pause(chance.between(0, 400))
  // Every second one waits for a commit to be under way: that is where it hurts most.
  if (cut % 2 === 0) await stream.commits()
  const instant = disk.cut()
  stream.hold()
  await killServer(await clusterOf(placeOn(disk, fsync).dataDir))
  const memory = await stream.end()
  return { memory, commitsInFlight: memory.commitsInFlight(instant) }
}

function placeOn(disk: Disk, fsync: boolean) {
  return { dataDir: join(disk.path, 'data'), shelter: join(folder, 'shelter'), fsync }
}
