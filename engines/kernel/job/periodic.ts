import { systemClock } from '../clock/index.ts'
import type { JobDefinition } from './definition.ts'

/** How a periodic job fares in this process. Instants are of the machine's clock, which the queue goes by. */
export interface PeriodicState {
  readonly name: string
  readonly everySeconds: number
  /** When it is asked for next; absent: this process does no jobs. */
  readonly nextAt?: string
  /** Absent: it has not ended since the start. */
  readonly last?: { readonly at: string; readonly milliseconds: number; readonly error?: string }
}

/** Remembers of each periodic job how its last run ended, for as long as the process lives. */
export class PeriodicBook {
  readonly #jobs: readonly JobDefinition[]
  readonly #asked = new Map<string, number>()
  readonly #last = new Map<string, NonNullable<PeriodicState['last']>>()

  constructor(jobs: readonly JobDefinition[]) {
    this.#jobs = jobs.filter(job => job.everySeconds !== undefined)
  }

  get jobs(): readonly JobDefinition[] {
    return this.#jobs
  }

  asked(name: string, at: number): void {
    this.#asked.set(name, at)
  }

  ended(name: string, begun: number, error?: unknown): void {
    const now = systemClock.now().getTime()
    this.#last.set(name, {
      at: new Date(now).toISOString(),
      milliseconds: now - begun,
      ...(error !== undefined && { error: (error as Error).message ?? String(error) }),
    })
  }

  states(): PeriodicState[] {
    return this.#jobs.map(({ name, everySeconds }) => {
      const asked = this.#asked.get(name)
      const last = this.#last.get(name)
      return {
        name,
        everySeconds: everySeconds!,
        ...(asked !== undefined && { nextAt: new Date(asked + everySeconds! * 1000).toISOString() }),
        ...(last && { last }),
      }
    })
  }
}
