import { readFileSync } from 'node:fs'
import type { Deed, Way } from './deed.ts'

/** What the outside knows: it was told by the writer before the fault, and it does not forget. */
export interface Memory {
  /** Every caller was answered by a failure. */
  readonly gaveUp: boolean
  readonly asked: readonly Deed[]
  readonly acknowledged: readonly Deed[]
  /** Asked for, never answered: done or not, but not half. */
  readonly unanswered: readonly Deed[]
  /** COMMITs of commands that had been sent and not answered at an instant (monotonic seconds; now if absent). */
  commitsInFlight(instant?: number): number
}

/** Reads the file a writer spoke into; a last line that was cut short was not said. */
export function readMemory(path: string): Memory {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1)
  const deeds = (mark: string) =>
    lines
      .filter(line => line.startsWith(`${mark} `))
      .map(line => line.split(' ') as [string, Way, string])
      .map(([, way, key]) => ({ way, key }))
  const asked = deeds('S')
  const acknowledged = deeds('A')
  const answered = new Set(acknowledged.map(deed => deed.key))
  const count = (mark: string, until: number) =>
    lines.filter(line => line.startsWith(`${mark} `) && Number(line.split(' ')[2]) <= until).length
  return {
    gaveUp: lines.includes('X'),
    asked,
    acknowledged,
    unanswered: asked.filter(deed => !answered.has(deed.key)),
    commitsInFlight: (until = Infinity) => count('C', until) - count('D', until),
  }
}
