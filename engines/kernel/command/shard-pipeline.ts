import type { Clock } from '../clock/index.ts'
import { type Database, OutcomeUnknown, type Tx } from '../db/index.ts'

/*
 * The one writer of a shard, as a machine. A batch goes
 *
 *   gathering --> reading --> decided --> waiting for the fence --> writing --> committed, its callers answered
 *
 * and where the work decides ahead, two batches are under way at once: while PostgreSQL writes one, the next is read and decided over the state
 * that the first one leaves, on a connection of its own. Nobody waits for a timer; batches grow with the load.
 *
 * The fence is the shard's row in kernel.writer, which carries the epoch (who holds the shard) and how many batches
 * that holder has written. A batch counts it up from the number it was decided after, so it stands only upon the
 * one before it: when that one fails, or another takes the shard (another process, a plain command that posts into
 * it), the row holds another number, nothing of the batch is written, and its calls are decided anew.
 *
 *   any error in a batch --> the state is dropped; its calls are tried again one by one; what still fails is thrown
 *                            to its own caller
 *   connection lost in COMMIT --> thrown to every caller of the batch: it may have been committed, and is not done
 *                            again
 *   after either the shard is taken anew: the first statement of the next batch raises the epoch, and so holds the
 *   row until its commit
 */

/** What a shard's writer does with the calls of a batch. `S` is the state that decisions need. */
export interface BatchWork<I, S, A> {
  /** A batch is read while the one before is being written: whatever that one changes is in `kept`. */
  readonly decidesAhead: boolean
  /** Reads what `kept` does not hold; `kept` is undefined at first and after any error. */
  read(tx: Tx, items: readonly I[], kept: S | undefined): Promise<S>
  /** Decides in order, changing the state for those after; pure and at once. */
  decide(state: S, items: readonly I[]): Decided<A>
}

/** What was decided of a batch. */
export interface Decided<A> {
  /** One answer an item, in order. */
  readonly answers: readonly A[]
  /** Hands over what is to be written; takes it out of the state before its first `await`. */
  write(tx: Tx): Promise<void>
  /** Called before a later batch reads, once this one is committed and so found in the tables. */
  committed?(): void
}

/** Most items that one transaction carries: bounds its memory and the wait of the last caller. */
const MOST = 2000
/** Batches under way at once: one being written, one being decided. */
const DEPTH = 2
/** From so many waiting items on, a writer that stands still takes half, so that two batches can take turns. */
const WORTH_HALVING = 64

interface Waiting<I, A> {
  readonly item: I
  resolve(answer: A): void
  reject(error: unknown): void
}

interface Batch<I, A> {
  readonly waiting: readonly Waiting<I, A>[]
  /** Settles when the batch holds the fence; false: it never will. */
  readonly fenced: PromiseWithResolvers<boolean>
  /** Settles when it is decided, or has failed before. */
  readonly decided: PromiseWithResolvers<void>
  over: Promise<void>
}

const TAKE = `
  insert into kernel.writer as w (shard, epoch, batch, taken_at) values ($1, 1, 0, $2)
  on conflict (shard) do update set epoch = w.epoch + 1, batch = 0, taken_at = excluded.taken_at returning epoch`
// By the shard alone: what it waited for has changed the rest, and a condition on it would see the row as it was.
const FENCE = `
  update kernel.writer set batch = batch + 1 where shard = $1 returning epoch, batch`

class Fenced extends Error {}

export class ShardPipeline<I, S, A> {
  readonly #database: Database
  readonly #clock: Clock
  readonly #shard: string
  readonly #work: BatchWork<I, S, A>
  readonly #keyOf: (item: I) => string | undefined
  readonly #depth: number
  #queue: Waiting<I, A>[] = []
  /** Items whose batch failed: each goes alone. */
  #alone: Waiting<I, A>[] = []
  #underWay: Batch<I, A>[] = []
  #committed: (() => void)[] = []
  #isDraining = false
  #state: S | undefined
  /** Undefined: the shard is to be taken. */
  #epoch: number | undefined
  #batches = 0

  /**
   * @param keyOf items with one key never go in two batches at once: the second waits until the first is committed
   */
  constructor(
    parts: { readonly database: Database; readonly clock: Clock },
    shard: string,
    work: BatchWork<I, S, A>,
    keyOf: (item: I) => string | undefined = () => undefined,
  ) {
    this.#database = parts.database
    this.#clock = parts.clock
    this.#shard = shard
    this.#work = work
    this.#keyOf = keyOf
    this.#depth = work.decidesAhead ? DEPTH : 1
  }

  /** Answers when the item's batch is committed. */
  add(item: I): Promise<A> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ item, resolve, reject })
      this.#wake()
    })
  }

  #wake(): void {
    if (this.#isDraining || this.#queue.length + this.#alone.length === 0) return
    this.#isDraining = true
    setImmediate(() => void this.#drain())
  }

  async #drain(): Promise<void> {
    while (this.#queue.length + this.#alone.length > 0) {
      const isToTake = this.#epoch === undefined
      // What failed is cleared away before the shard is taken again.
      if (this.#underWay.length >= this.#depth || (isToTake && this.#underWay.length > 0)) {
        await this.#underWay[0]!.over
        continue
      }
      const waiting = this.#take()
      if (waiting.length === 0) await this.#underWay[0]?.over
      else await this.#begin(waiting)
    }
    this.#isDraining = false
  }

  /** The next batch: an item whose key is under way waits for the one after. */
  #take(): Waiting<I, A>[] {
    const alone = this.#alone.shift()
    if (alone) return [alone]
    const keys = new Set<string>()
    for (const batch of this.#underWay) for (const { item } of batch.waiting) this.#addKey(keys, item)
    const isStill = this.#depth > 1 && this.#underWay.length === 0 && this.#queue.length >= WORTH_HALVING
    const most = Math.min(MOST, isStill ? Math.ceil(this.#queue.length / 2) : MOST)
    const taken: Waiting<I, A>[] = []
    const later: Waiting<I, A>[] = []
    for (const waiting of this.#queue)
      if (taken.length < most && this.#addKey(keys, waiting.item)) taken.push(waiting)
      else later.push(waiting)
    this.#queue = later
    return taken
  }

  #addKey(keys: Set<string>, item: I): boolean {
    const key = this.#keyOf(item)
    if (key === undefined) return true
    if (keys.has(key)) return false
    keys.add(key)
    return true
  }

  /** Starts a batch. @returns when the next one may be decided upon it */
  #begin(waiting: readonly Waiting<I, A>[]): Promise<void> {
    const before = this.#underWay.at(-1)
    const batch: Batch<I, A> = {
      waiting,
      fenced: Promise.withResolvers(),
      decided: Promise.withResolvers(),
      over: Promise.resolve(),
    }
    batch.over = this.#run(batch, before)
    this.#underWay.push(batch)
    return batch.decided.promise
  }

  async #run(batch: Batch<I, A>, before: Batch<I, A> | undefined): Promise<void> {
    try {
      const decided = await this.#database.transact(
        { scope: 'system' },
        tx => this.#write(tx, batch, before),
        { probing: true },
      )
      if (decided.committed) this.#committed.push(decided.committed)
      for (const [n, { resolve }] of batch.waiting.entries()) resolve(decided.answers[n]!)
    } catch (error) {
      this.#state = undefined
      this.#epoch = undefined
      this.#committed = []
      this.#failed(batch, error)
    } finally {
      batch.fenced.resolve(false)
      batch.decided.resolve()
      this.#underWay.splice(this.#underWay.indexOf(batch), 1)
      this.#wake()
    }
  }

  #failed({ waiting }: Batch<I, A>, error: unknown): void {
    if (error instanceof Fenced) this.#queue = [...waiting, ...this.#queue]
    else if (error instanceof OutcomeUnknown || waiting.length === 1)
      for (const { reject } of waiting) reject(error)
    else this.#alone.push(...waiting)
  }

  async #write(tx: Tx, batch: Batch<I, A>, before: Batch<I, A> | undefined): Promise<Decided<A>> {
    const isTaking = this.#epoch === undefined
    if (isTaking) await this.#takeShard(tx)
    for (const forget of this.#committed.splice(0)) forget()
    const items = batch.waiting.map(({ item }) => item)
    const state = await this.#work.read(tx, items, this.#state)
    // The one before has failed while this one read: what was read stands upon nothing.
    if (this.#epoch === undefined) throw this.#isFenced()
    const decided = this.#work.decide(state, items)
    const held = this.#hold(
      tx,
      batch,
      isTaking ? undefined : { epoch: this.#epoch, after: this.#batches++ },
      before,
    )
    held.fenced.catch(() => undefined)
    const writing = decided.write(onceHeld(held.begun, tx))
    this.#state = state
    batch.decided.resolve()
    await Promise.all([held.fenced, writing])
    return decided
  }

  async #takeShard(tx: Tx): Promise<void> {
    const [taken] = await tx.query<{ epoch: string }>(TAKE, [this.#shard, this.#clock.now()])
    this.#epoch = Number(taken!.epoch)
    this.#batches = 0
    this.#state = undefined
  }

  /**
   * Waits for the batch before to hold the fence, then asks for it; PostgreSQL gives it when that one is over.
   * @param at what the row must hold; absent: it is held since the shard was taken
   * @returns `begun`: statements sent from then on come after the fence
   */
  #hold(
    tx: Tx,
    batch: Batch<I, A>,
    at: { epoch: number; after: number } | undefined,
    before: Batch<I, A> | undefined,
  ): { begun: Promise<void>; fenced: Promise<void> } {
    if (!at) {
      batch.fenced.resolve(true)
      return { begun: Promise.resolve(), fenced: Promise.resolve() }
    }
    let asked: Promise<{ epoch: string; batch: string }[]>
    const begun = (before?.fenced.promise ?? Promise.resolve(true)).then(isHeld => {
      if (!isHeld) throw this.#isFenced()
      asked = tx.query<{ epoch: string; batch: string }>(FENCE, [this.#shard])
      asked.catch(() => undefined)
    })
    const fenced = begun.then(async () => {
      const [row] = await asked
      if (Number(row?.epoch) !== at.epoch || Number(row?.batch) !== at.after + 1) throw this.#isFenced()
      batch.fenced.resolve(true)
    })
    return { begun, fenced }
  }

  #isFenced(): Fenced {
    return new Fenced(`The shard ${this.#shard} is held by another, or the batch before was not written.`)
  }
}

/** A transaction whose statements are sent once the fence is asked for: their values are at hand by then. */
function onceHeld(begun: Promise<void>, tx: Tx): Tx {
  return {
    query: async (text, values) => {
      await begun
      return tx.query(text, values)
    },
    execute: async (text, values) => {
      await begun
      return tx.execute(text, values)
    },
  }
}
