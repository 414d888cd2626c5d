import { ranEvent } from '../audit/ran.ts'
import type { Clock } from '../clock/index.ts'
import { type Database, OutcomeUnknown, type Tx } from '../db/index.ts'
import { recordEvents, type Told } from '../event/record.ts'
import type { Actor } from '../identity/actor.ts'
import type { IdentityNumbers } from '../identity/identity-numbers.ts'
import { isRefusal, type Refusal } from '../refusal/index.ts'
import { keepAnswers, type OnceOnly, onceOnly, storedAnswers } from './answers.ts'
import type { CallOptions } from './call-options.ts'
import type { GroupCommandDefinition } from './definition.ts'
import type { GroupCall, GroupRun } from './group-types.ts'
import { type Outcome, refusedOutcome } from './outcome.ts'

/*
 * The writer of a shard, as a machine:
 *
 *   idle --call--> gathering --tick--> writing --commit--> answers given --queue empty--> idle
 *                                         |                                  `--more--> writing
 *                                         |--error--> each call of the batch alone; what still fails is thrown
 *                                         |           to its own caller
 *                                         `--connection lost in COMMIT--> thrown to every caller of the batch
 *
 * While one batch commits the next one gathers, so the batch grows with the load and nobody waits for a timer.
 * A batch first takes the shard's row in kernel.writer and compares its epoch: a writer that was replaced by
 * another process finds another number, writes nothing, and takes the shard again before it goes on.
 *
 * The state that a batch was decided over is kept for the next one when the batch is committed, and only then:
 * after any error, an unknown outcome or another's taking of the shard the next batch reads it anew.
 */

/** Most calls that one transaction carries: bounds its memory and the wait of the last caller. */
const BATCH = 2000

interface Waiting {
  readonly definition: GroupCommandDefinition
  readonly call: GroupCall<unknown>
  readonly options: CallOptions
  readonly once: OnceOnly | undefined
  resolve(outcome: Outcome): void
  reject(error: unknown): void
}

interface Settled {
  readonly waiting: Waiting
  readonly outcome: Outcome
}

interface Written {
  readonly settled: Settled[]
  /** What the calls were decided over. */
  readonly state: unknown
}

class Fenced extends Error {}

export interface GroupParts {
  readonly database: Database
  readonly clock: Clock
  readonly identityNumbers: IdentityNumbers
  committed(): void
}

/** All writers of this process, one per shard of each group command, made when first needed. */
export class GroupWriters {
  readonly #parts: GroupParts
  readonly #writers = new Map<string, ShardWriter>()

  constructor(parts: GroupParts) {
    this.#parts = parts
  }

  call(
    definition: GroupCommandDefinition,
    input: unknown,
    actor: Actor,
    options: CallOptions,
    run: string,
  ): Promise<Outcome> {
    const { group, name: command } = definition
    const shard = `${group.writer ?? command}/${definition.shard(input as never)}`
    let writer = this.#writers.get(shard)
    if (!writer) {
      writer = new ShardWriter(this.#parts, group, shard)
      this.#writers.set(shard, writer)
    }
    const once = onceOnly(definition, actor, options.key, input, this.#parts.identityNumbers)
    const call = { command, input, actor, now: this.#parts.clock.now(), run }
    return writer.add(definition, call, options, once)
  }
}

class ShardWriter {
  readonly #parts: GroupParts
  readonly #group: GroupRun<never, unknown>
  readonly #shard: string
  #epoch: number | undefined
  #kept: unknown
  #queue: Waiting[] = []
  #writing = false

  constructor(parts: GroupParts, group: GroupRun<never, unknown>, shard: string) {
    this.#parts = parts
    this.#group = group
    this.#shard = shard
  }

  add(
    definition: GroupCommandDefinition,
    call: GroupCall<unknown>,
    options: CallOptions,
    once: OnceOnly | undefined,
  ): Promise<Outcome> {
    const { load, write } = definition.group
    if (load !== this.#group.load || write !== this.#group.write)
      throw new Error(`${definition.name} shares the writer of ${this.#shard}, but not its load and write.`)
    return new Promise((resolve, reject) => {
      this.#queue.push({ definition, call, options, once, resolve, reject })
      if (this.#writing) return
      this.#writing = true
      setImmediate(() => void this.#drain())
    })
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#take()
      try {
        settle(await this.#write(batch))
      } catch (error) {
        // A batch that may have been committed is not done again: its callers are told, and may ask by their key.
        if (error instanceof OutcomeUnknown) for (const waiting of batch) waiting.reject(error)
        else for (const waiting of batch) await this.#alone(waiting)
      }
      this.#parts.committed()
    }
    this.#writing = false
  }

  /** The next batch: a second call with a key that is already in it waits for the one after. */
  #take(): Waiting[] {
    const keys = new Set<string>()
    const batch: Waiting[] = []
    const later: Waiting[] = []
    for (const waiting of this.#queue) {
      const { once } = waiting
      const key = once && `${once.party} ${once.command} ${once.key}`
      if (batch.length >= BATCH || (key && keys.has(key))) later.push(waiting)
      else batch.push(waiting)
      if (key) keys.add(key)
    }
    this.#queue = later
    return batch
  }

  async #alone(waiting: Waiting): Promise<void> {
    try {
      settle(await this.#write([waiting]))
    } catch (error) {
      waiting.reject(error)
    }
  }

  async #write(batch: readonly Waiting[], isSecondTry = false): Promise<Settled[]> {
    this.#epoch ??= await this.#takeShard()
    const kept = this.#kept
    this.#kept = undefined
    try {
      const { settled, state } = await this.#parts.database.transact({ scope: 'system' }, tx =>
        this.#writeIn(tx, batch, kept),
      )
      this.#kept = state
      return settled
    } catch (error) {
      if (!(error instanceof Fenced)) throw error
      this.#epoch = undefined
      if (isSecondTry) throw error
      return this.#write(batch, true)
    }
  }

  async #takeShard(): Promise<number> {
    const taken = await this.#parts.database.transact({ scope: 'system' }, tx =>
      tx.query<{ epoch: string }>(
        `insert into kernel.writer as w (shard, epoch, taken_at) values ($1, 1, $2)
         on conflict (shard) do update set epoch = w.epoch + 1, taken_at = excluded.taken_at returning epoch`,
        [this.#shard, this.#parts.clock.now()],
      ),
    )
    return Number(taken[0]!.epoch)
  }

  async #writeIn(tx: Tx, batch: readonly Waiting[], kept: unknown): Promise<Written> {
    const [holder] = await tx.query<{ epoch: string }>(
      'select epoch from kernel.writer where shard = $1 for update',
      [this.#shard],
    )
    if (Number(holder?.epoch) !== this.#epoch)
      throw new Fenced(`Another writer took the shard ${this.#shard}.`)
    const stored = await storedAnswers(tx, batch)
    const replayed: Settled[] = []
    const fresh: Waiting[] = []
    for (const waiting of batch) {
      const outcome = stored.get(waiting)
      if (outcome) replayed.push({ waiting, outcome })
      else fresh.push(waiting)
    }
    if (fresh.length === 0) return { settled: replayed, state: kept }
    const { settled, state } = await this.#decideAndWrite(tx, fresh, kept)
    return { settled: [...replayed, ...settled], state }
  }

  async #decideAndWrite(tx: Tx, fresh: readonly Waiting[], kept: unknown): Promise<Written> {
    const calls = fresh.map(waiting => waiting.call)
    const state = await this.#group.load(tx, calls as never, kept, this.#shard)
    const rows: unknown[] = []
    const told: Told[] = []
    const settled: Settled[] = []
    for (const waiting of fresh) {
      const { call } = waiting
      const decision = waiting.definition.group.decide(state, call as never)
      const refusal = isRefusal(decision) ? decision : undefined
      const events = isRefusal(decision) ? [] : (decision.events ?? [])
      if (!isRefusal(decision)) rows.push(...decision.rows)
      settled.push({
        waiting,
        outcome: isRefusal(decision)
          ? refusedOutcome(decision)
          : { kind: 'done', output: decision.output, replayed: false },
      })
      told.push(this.#told(waiting, [...events, this.#ran(waiting, refusal)]))
    }
    if (settled.some(({ outcome }) => outcome.kind === 'done')) await this.#group.write(tx, rows, state)
    await recordEvents(tx, told)
    await this.#keep(tx, settled)
    return { settled, state }
  }

  #told({ call }: Waiting, events: Told['events']): Told {
    return { at: call.now, run: call.run, party: call.actor.party, account: call.actor.account, events }
  }

  #ran({ definition, call, options }: Waiting, refusal: Refusal | undefined) {
    const { input, actor } = call
    const simulatedClock = this.#parts.clock.simulated
    return ranEvent({ definition, input, actor, options, simulatedClock, refusal })
  }

  async #keep(tx: Tx, settled: readonly Settled[]): Promise<void> {
    const answers = settled.flatMap(({ waiting, outcome }) =>
      waiting.once ? [{ once: waiting.once, outcome, at: waiting.call.now }] : [],
    )
    if (answers.length > 0) await keepAnswers(tx, answers)
  }
}

function settle(settled: readonly Settled[]): void {
  for (const { waiting, outcome } of settled) waiting.resolve(outcome)
}
