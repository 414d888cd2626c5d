import { setTimeout as pause } from 'node:timers/promises'
import type { Counter } from '../counter.ts'

/** Seconds to wait after the first, second … failure, then always the last. */
const PATIENCE = [0.2, 1, 5, 30]
const AT_ONCE = 16

interface Kept {
  readonly id: number
  readonly envelope: string
}

/** Posts receipts to an address until it takes them, several at once; what it took is forgotten, the rest tried again. */
export class Callback {
  readonly #counter: Counter
  readonly #url: string
  readonly #headers: Readonly<Record<string, string>>
  readonly #stop = new AbortController()
  #going: Promise<void> | undefined

  constructor(counter: Counter, url: string, token: string | undefined) {
    const type = { 'content-type': 'application/xml; charset=utf-8' }
    this.#headers = token === undefined ? type : { ...type, authorization: `Bearer ${token}` }
    this.#counter = counter
    this.#url = url
  }

  get isBusy(): boolean {
    return this.#going !== undefined
  }

  /** There may be something to post. */
  wake(): void {
    this.#going ??= this.#go().finally(() => {
      this.#going = undefined
    })
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    await this.#going
  }

  async #go(): Promise<void> {
    let failures = 0
    while (!this.#stop.signal.aborted) {
      // Whoever woke us may still be inside the transaction that keeps the receipt.
      await new Promise<void>(done => setImmediate(done))
      const kept = this.#counter.store.all('select id, envelope from outbox order by id limit ?', AT_ONCE)
      if (kept.length === 0) return
      const taken = await Promise.all(kept.map(one => this.#post(one as unknown as Kept)))
      this.#forget(taken.filter(id => id !== undefined))
      failures = taken.includes(undefined) ? failures + 1 : 0
      if (failures > 0) await this.#wait(PATIENCE[Math.min(failures, PATIENCE.length) - 1]!)
    }
  }

  #forget(ids: readonly number[]): void {
    const { store } = this.#counter
    store.transaction(() => {
      for (const id of ids) store.run('delete from outbox where id = ?', id)
    })
  }

  async #wait(seconds: number): Promise<void> {
    await pause(seconds * 1000, undefined, { signal: this.#stop.signal }).catch(() => undefined)
  }

  async #post({ id, envelope }: Kept): Promise<number | undefined> {
    try {
      const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(10_000)])
      const { ok } = await fetch(this.#url, {
        method: 'POST',
        headers: this.#headers,
        body: envelope,
        signal,
      })
      return ok ? id : undefined
    } catch {
      return undefined
    }
  }
}
