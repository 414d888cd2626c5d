import type { WorkParts } from '../command/work.ts'
import type { Database, Tx } from '../db/index.ts'
import type { Log } from '../log/index.ts'
import { follow, passBy } from './follow.ts'
import { placeEvents } from './sequencer.ts'
import type { Subscriber } from './subscriber.ts'

/** How long an event committed by another process may wait to be noticed, milliseconds. */
const LOOK_EVERY = 500
/** How long to stay away from a database that does not answer, milliseconds. */
const AFTER_FAILURE = 1000

/**
 * Places events and feeds subscribers: at once after a commit of this process, and every half second for
 * those of others. One round at a time; a wake during a round starts another.
 */
export class LogKeeper {
  readonly #parts: WorkParts & { database: Database; log: Log }
  readonly #subscribers: readonly Subscriber[]
  #head = 0
  #round: Promise<void> | undefined
  #again = false
  #timer: NodeJS.Timeout | undefined
  #stopped = false

  constructor(parts: WorkParts & { database: Database; log: Log }, subscribers: readonly Subscriber[]) {
    this.#parts = parts
    this.#subscribers = subscribers
  }

  /** The last position placed, as far as this process knows. */
  get head(): number {
    return this.#head
  }

  start(): void {
    this.wake()
  }

  wake(): void {
    if (this.#stopped) return
    if (this.#round) {
      this.#again = true
      return
    }
    clearTimeout(this.#timer)
    this.#round = this.#run().finally(() => {
      this.#round = undefined
      if (this.#again) this.wake()
    })
  }

  /** Places and delivers until nothing is left: for tests and for a stop that leaves nothing behind. */
  async settle(): Promise<void> {
    await this.#round
    while (await this.#once());
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#round
  }

  async #run(): Promise<void> {
    this.#again = false
    let pause = LOOK_EVERY
    try {
      while (!this.#stopped && (await this.#once()));
    } catch (error) {
      if (this.#stopped) return
      this.#parts.log.error({ error }, 'the event log could not be kept')
      pause = AFTER_FAILURE
    }
    if (!this.#stopped) this.#timer = setTimeout(() => this.wake(), pause)
  }

  /** One round. @returns whether another is needed at once */
  async #once(): Promise<boolean> {
    const { database, clock } = this.#parts
    const place = async (tx: Tx) => {
      const placed = await placeEvents(tx)
      return { ...placed, near: await passBy(tx, this.#subscribers, placed.head, clock.now()) }
    }
    const { head, more, near } = await database.transact({ scope: 'system' }, place, { probing: true })
    this.#head = head
    let waiting = more
    for (const subscriber of near) {
      if (await follow(this.#parts, subscriber, head)) waiting = true
    }
    return waiting
  }
}
