import type { Log } from '@tongqu/kernel/log'

/** What a process lives for. */
export interface Life {
  stop(): Promise<void>
}

/** Longest that an orderly stop may take, milliseconds; then the process ends as it is. */
const LAST_ORDERS = 45_000
/** A terminal's Ctrl-C comes twice under npm, which passes it on: within this time it is one signal. */
const ECHO = 2000

/*
 * starting → living → stopping → gone
 *
 * A signal asks for an orderly stop, also while starting: what has begun to start is waited for, then stopped.
 * A second signal ends the process at once (the database recovers; nothing acknowledged is lost). A fault that
 * nobody caught leaves an unknown state: it is logged, an orderly stop is tried, and the process ends with 1.
 */

/** Begins a life and lets the process end only in order. Ends with 0 when it was asked to, else with 1. */
export async function live(begin: () => Promise<Life>, say: (line: string) => void, log: Log): Promise<void> {
  const begun = begin()
  let stopping: number | undefined
  const stop = (status: 0 | 1) => {
    if (stopping !== undefined) return performance.now() - stopping > ECHO ? process.exit(1) : undefined
    stopping = performance.now()
    setTimeout(() => process.exit(1), LAST_ORDERS).unref()
    begun
      .then(life => life.stop())
      .then(() => process.exit(status))
      .catch(error => {
        log.fatal({ error }, 'the stop failed')
        process.exit(1)
      })
  }
  const asked = () => {
    say('正在停止 Stopping …')
    stop(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, asked)
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(fault, (error: unknown) => {
      log.fatal({ error }, 'a fault that nobody caught')
      if (stopping === undefined) stop(1)
    })
  // Whoever read our lines may leave; that is no reason to stop serving.
  process.stdout.on('error', () => undefined)
  await begun
}
