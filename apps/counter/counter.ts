import { createHash } from 'node:crypto'
import { deliver } from './desk/deliver.ts'
import type { Desk } from './desk/desk.ts'
import type { Outgoing } from './desk/seal.ts'
import { type Incoming, take } from './desk/take.ts'
import type { Scenario } from './scenario/scenario.ts'
import type { CertifiedKey } from './signature/certificate.ts'
import { nextDue } from './store/records.ts'
import { Store } from './store/store.ts'

export interface CounterOptions {
  /** The file of its memory. */
  readonly file: string
  readonly scenario: Scenario
  /** Waits are divided by it; 1 where it is left out. */
  readonly faster?: number
  /** What receipts are signed with; absent: they are not. */
  readonly key?: CertifiedKey | undefined
}

/** Something that came, under the name by which the channel knows it. */
export interface Named extends Incoming {
  readonly name: string
  /** It lies in its channel until it is put away. */
  readonly isKept?: boolean
}

/**
 * The counter without its channels: what came goes in, what leaves comes out, both in one durable step each. It reads
 * no clock: whoever drives it says what time it is.
 */
export class Counter {
  readonly store: Store
  readonly #desk: Desk
  #away: string[] = []

  constructor({ file, scenario, faster = 1, key }: CounterOptions) {
    this.store = new Store(file)
    this.#desk = { store: this.store, scenario, faster, key }
  }

  /**
   * Takes a batch; when it returns, a kill loses nothing of it.
   * @returns for each why it was refused; undefined where it was taken
   */
  take(batch: readonly Named[], now: number): (string | undefined)[] {
    return this.store.transaction(() => {
      this.#forget()
      return batch.map(one => {
        this.#consume(one)
        return take(this.#desk, one, now)
      })
    })
  }

  #stands(now: number): void {
    this.store.run(
      "insert into state (name, value) values ('now', ?) on conflict do update set value = excluded.value",
      String(now),
    )
  }

  /** Until the channel has put it away, it may be met again after a kill. HTTP keeps nothing. */
  #consume({ channel, name, bytes, isKept }: Named): void {
    if (!isKept) return
    const sql = 'insert or replace into consumed (name, digest) values (?, ?)'
    this.store.run(sql, `${channel}/${name}`, digestOf(bytes))
  }

  /** The channel has put these away; with the next durable step their names are forgotten. */
  putAway(names: readonly string[]): void {
    this.#away.push(...names)
  }

  #forget(): void {
    for (const name of this.#away) this.store.run('delete from consumed where name = ?', name)
    this.#away = []
  }

  /** Names of what was taken and, before a kill, perhaps not put away. */
  consumed(): string[] {
    return this.store.all('select name from consumed order by name').map(({ name }) => String(name))
  }

  /** Whether these very bytes were taken under that name; another message may have come under it since. */
  isConsumed(name: string, bytes: Uint8Array): boolean {
    const row = this.store.get('select digest from consumed where name = ?', name)
    return row?.digest === digestOf(bytes)
  }

  /** Does what is due by then and hands out what leaves; it is forgotten only when `send` has returned. */
  deliver(now: number, limit: number, send: (outgoing: readonly Outgoing[]) => void): number {
    return this.store.transaction(() => {
      this.#forget()
      const { done, outgoing } = deliver(this.#desk, now, limit)
      if (done > 0) this.#stands(now)
      send(outgoing)
      return done
    })
  }

  /** When the next thing happens. */
  next(): number | undefined {
    return nextDue(this.store)
  }

  /** A standing clock goes on from where it stood when the counter ended. */
  resumeAt(start: Date): Date {
    const row = this.store.get("select value from state where name = 'now'")
    return new Date(Math.max(start.getTime(), Number(row?.value ?? 0)))
  }

  tallies(): Record<string, number> {
    return this.store.tallies()
  }

  close(): void {
    this.store.close()
  }
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64')
