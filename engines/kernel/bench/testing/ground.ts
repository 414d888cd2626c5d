import { type BenchCluster, benchCluster } from '@tongqu/tools/bench/cluster'
import { createDatabase } from '../../db/embedded/index.ts'
import { type Host, urlsOf } from '../../host/index.ts'
import { fixtureModule } from '../../testing/fixture.ts'
import { someone, testHost } from '../../testing/host.ts'

/** Who writes the notes in benches. */
export const writer = someone('00000000-0000-7000-8000-0000000000be', ['fixture.note.write'])

export interface Ground {
  readonly host: Host
  /** Address of the role that serves people. */
  readonly appUrl: string
  close(): Promise<void>
}

/** An installation with the fixture's module on a cluster of its own, as products run it: fsync on. */
export async function ground(): Promise<Ground> {
  const cluster: BenchCluster = await benchCluster()
  const url = await createDatabase(cluster.server.url, 'bench')
  const host = await testHost({ url, modules: () => [fixtureModule] })
  const close = async () => {
    await host.stop()
    await cluster.close()
  }
  return { host, appUrl: urlsOf(url).app, close }
}

/** How many times a second `work` is done by `callers` that begin again as soon as they are answered. */
export async function rate(callers: number, millis: number, work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  let done = 0
  const caller = async () => {
    while (performance.now() - begun < millis) {
      await work()
      done++
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return (done * 1000) / (performance.now() - begun)
}

/** Calls, and does not count a refusal as work done. */
export async function write(host: Host, call: string): Promise<void> {
  const outcome = await host.call(call, { text: 'a note of some forty characters, as they are' }, writer)
  if (outcome.kind !== 'done') throw new Error(outcome.refusal.code)
}
