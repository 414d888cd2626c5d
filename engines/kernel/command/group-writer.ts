import { ranEvent } from '../audit/ran.ts'
import type { Clock } from '../clock/index.ts'
import type { Database, Tx } from '../db/index.ts'
import { recordEvents, type Told } from '../event/record.ts'
import type { Actor } from '../identity/actor.ts'
import type { IdentityNumbers } from '../identity/identity-numbers.ts'
import { isRefusal, type Refusal } from '../refusal/index.ts'
import { keepAnswers, type OnceOnly, onceOnly, storedAnswers } from './answers.ts'
import type { CallOptions } from './call-options.ts'
import type { GroupCommandDefinition } from './definition.ts'
import type { GroupCall, GroupRun } from './group-types.ts'
import { type Outcome, refusedOutcome } from './outcome.ts'
import { type BatchWork, type Decided, ShardPipeline } from './shard-pipeline.ts'

/** One call on its way through a shard's writer. */
interface Asked {
  readonly definition: GroupCommandDefinition
  readonly call: GroupCall<unknown>
  readonly options: CallOptions
  readonly once: OnceOnly | undefined
}

/** What a batch is decided over: the commands' own state, and the answers that were given before. */
interface BatchState {
  /** Undefined: nothing was read yet. */
  readonly own: unknown
  readonly stored: ReadonlyMap<Asked, Outcome>
}

export interface GroupParts {
  readonly database: Database
  readonly clock: Clock
  readonly identityNumbers: IdentityNumbers
  committed(): void
}

interface ShardWriter {
  readonly group: GroupRun<never, unknown>
  readonly pipeline: ShardPipeline<Asked, BatchState, Outcome>
}

/** All writers of this process, one per shard of each family of group commands, made when first needed. */
export class GroupWriters {
  readonly #parts: GroupParts
  readonly #writers = new Map<string, ShardWriter>()

  constructor(parts: GroupParts) {
    this.#parts = parts
  }

  async call(
    definition: GroupCommandDefinition,
    input: unknown,
    actor: Actor,
    options: CallOptions,
    run: string,
  ): Promise<Outcome> {
    const { group, name: command } = definition
    const shard = `${group.writer ?? command}/${definition.shard(input as never)}`
    const once = onceOnly(definition, actor, options.key, input, this.#parts.identityNumbers)
    const call = { command, input, actor, now: this.#parts.clock.now(), run }
    const outcome = await this.#writerOf(definition, shard).add({ definition, call, options, once })
    this.#parts.committed()
    return outcome
  }

  #writerOf({ name, group }: GroupCommandDefinition, shard: string): ShardWriter['pipeline'] {
    let writer = this.#writers.get(shard)
    if (!writer) {
      const work = new GroupBatch(group, shard, this.#parts.clock)
      const keyOf = ({ once }: Asked) => once && `${once.party} ${once.command} ${once.key}`
      writer = { group, pipeline: new ShardPipeline(this.#parts, shard, work, keyOf) }
      this.#writers.set(shard, writer)
    }
    const { load, write } = group
    if (load !== writer.group.load || write !== writer.group.write)
      throw new Error(`${name} shares the writer of ${shard}, but not its load and write.`)
    return writer.pipeline
  }
}

/** The work of a shard's writer upon a batch of calls: their decisions, events, audit and answers. */
class GroupBatch implements BatchWork<Asked, BatchState, Outcome> {
  readonly decidesAhead: boolean
  readonly #group: GroupRun<never, unknown>
  readonly #shard: string
  readonly #clock: Clock

  constructor(group: GroupRun<never, unknown>, shard: string, clock: Clock) {
    this.decidesAhead = group.decidesAhead ?? false
    this.#group = group
    this.#shard = shard
    this.#clock = clock
  }

  async read(tx: Tx, asked: readonly Asked[], kept: BatchState | undefined): Promise<BatchState> {
    const stored = await storedAnswers(tx, asked)
    const calls = asked.filter(each => !stored.has(each)).map(({ call }) => call)
    if (calls.length === 0) return { own: kept?.own, stored }
    return { own: await this.#group.load(tx, calls as never, kept?.own, this.#shard), stored }
  }

  decide({ own, stored }: BatchState, asked: readonly Asked[]): Decided<Outcome> {
    const rows: unknown[] = []
    const told: Told[] = []
    const fresh: { asked: Asked; outcome: Outcome }[] = []
    const answers = asked.map(each => {
      const before = stored.get(each)
      if (before) return before
      const { call, definition } = each
      const decision = definition.group.decide(own, call as never)
      const refusal = isRefusal(decision) ? decision : undefined
      const events = isRefusal(decision) ? [] : (decision.events ?? [])
      if (!isRefusal(decision)) rows.push(...decision.rows)
      const outcome: Outcome = isRefusal(decision)
        ? refusedOutcome(decision)
        : { kind: 'done', output: decision.output, replayed: false }
      told.push(this.#told(each, [...events, this.#ran(each, refusal)]))
      fresh.push({ asked: each, outcome })
      return outcome
    })
    const isWriting = fresh.some(({ outcome }) => outcome.kind === 'done')
    return {
      answers,
      write: async tx => {
        const written = [
          isWriting ? this.#group.write(tx, rows, own) : undefined,
          told.length > 0 ? recordEvents(tx, told) : undefined,
          keep(tx, fresh),
        ]
        await Promise.all(written)
      },
      committed: () => {
        if (isWriting) this.#group.committed?.(own)
      },
    }
  }

  #told({ call }: Asked, events: Told['events']): Told {
    return { at: call.now, run: call.run, party: call.actor.party, account: call.actor.account, events }
  }

  #ran({ definition, call, options }: Asked, refusal: Refusal | undefined) {
    const { input, actor } = call
    const { simulated: simulatedClock } = this.#clock
    return ranEvent({ definition, input, actor, options, simulatedClock, refusal })
  }
}

async function keep(tx: Tx, fresh: readonly { asked: Asked; outcome: Outcome }[]): Promise<void> {
  const answers = fresh.flatMap(({ asked: { once, call }, outcome }) =>
    once ? [{ once, outcome, at: call.now }] : [],
  )
  if (answers.length > 0) await keepAnswers(tx, answers)
}
