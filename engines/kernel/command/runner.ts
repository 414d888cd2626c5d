import { ranEvent } from '../audit/ran.ts'
import type { Clock } from '../clock/index.ts'
import { newId } from '../crypto/id.ts'
import { type Database, OutcomeUnknown, type Scope, type Tx } from '../db/index.ts'
import { recordEvents } from '../event/record.ts'
import { type Actor, scopeFor, settingFor } from '../identity/actor.ts'
import type { Log } from '../log/index.ts'
import { isRefusal, type Refusal } from '../refusal/index.ts'
import { keepAnswers, type OnceOnly, onceOnly, storedAnswer } from './answers.ts'
import type { CallOptions } from './call-options.ts'
import type { CommandDefinition, Definition, GroupCommandDefinition, QueryDefinition } from './definition.ts'
import type { GroupWriters } from './group-writer.ts'
import { type Outcome, refusedOutcome } from './outcome.ts'
import { commandRefusals } from './refusals.ts'
import { refuseInput } from './validate.ts'
import { openWork, type WorkParts } from './work.ts'

export type { CallOptions, Outcome }

export interface RunnerParts extends WorkParts {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly writers: GroupWriters
  /** Called after each commit that told events: wakes the sequencer. */
  committed(): void
}

/** PostgreSQL's codes for "try the same again": serialization failure, deadlock. */
const TRANSIENT = new Set(['40001', '40P01'])
const TRIES = 4

/**
 * Runs calls. A command goes: authorise, check the input, then in one transaction find a stored answer, decide
 * and write, tell, audit, store the answer, commit. A refusal rolls back and commits its audit and answer only.
 */
export class Runner {
  readonly #parts: RunnerParts

  constructor(parts: RunnerParts) {
    this.#parts = parts
  }

  /**
   * Never rejects: a fault inside becomes the refusal `call.failed`, with the run's number, and is logged; a
   * connection that broke during the commit becomes `call.outcome_unknown`.
   */
  async call(
    definition: Definition,
    input: unknown,
    actor: Actor,
    options: CallOptions = {},
  ): Promise<Outcome> {
    const run = newId(this.#parts.clock.now())
    try {
      const scope = scopeFor(actor, definition.permission)
      const refusal = this.denies(definition, actor) ?? refuseCall(definition, input, options)
      if (refusal || !scope) return await this.#refuse(definition, input, actor, options, run, refusal!)
      const within = definition.unsafeScope ?? scope
      if (definition.kind === 'query') return await this.#query(definition, input, actor, within, run)
      if (definition.kind === 'group')
        return await this.#parts.writers.call(
          definition as GroupCommandDefinition,
          input,
          actor,
          options,
          run,
        )
      return await this.#withRetry(() => this.#command(definition, input, actor, within, options, run))
    } catch (error) {
      this.#parts.log.error({ run, call: definition.name, error }, 'a call failed')
      const code = error instanceof OutcomeUnknown ? 'call.outcome_unknown' : 'call.failed'
      return refusedOutcome(commandRefusals.refuse(code, { run }))
    }
  }

  /** The refusal that the actor would get before the input is even looked at; undefined: may call. */
  denies(definition: Definition, actor: Actor): Refusal | undefined {
    if (!scopeFor(actor, definition.permission)) return notAllowed(definition, actor)
    const mayAnyway = definition.permission === 'public' || definition.beforeSecondFactor
    return actor.lacksSecondFactor && !mayAnyway
      ? commandRefusals.refuse('call.second_factor_required')
      : undefined
  }

  async #query(
    definition: QueryDefinition,
    input: unknown,
    actor: Actor,
    scope: Scope,
    run: string,
  ): Promise<Outcome> {
    const answer = await this.#parts.database.transact(
      settingFor(actor, scope),
      tx => definition.handle(openWork(this.#parts, tx, actor, run).work, input as never),
      { readOnly: true },
    )
    return isRefusal(answer) ? refusedOutcome(answer) : { kind: 'done', output: answer, replayed: false }
  }

  async #command(
    definition: CommandDefinition,
    input: unknown,
    actor: Actor,
    scope: Scope,
    options: CallOptions,
    run: string,
  ): Promise<Outcome> {
    const once = onceOnly(definition, actor, options.key, input, this.#parts.identityNumbers)
    let after: readonly (() => void)[] = []
    const { outcome, kept } = await this.#parts.database.attempt(settingFor(actor, scope), async tx => {
      const before = once && (await storedAnswer(tx, once))
      if (before) return { keep: false, value: { outcome: before, kept: true } }
      const open = openWork(this.#parts, tx, actor, run)
      const { work, told } = open
      const answer = await definition.handle(work, input as never)
      const outcome: Outcome = isRefusal(answer)
        ? refusedOutcome(answer)
        : { kind: 'done', output: answer, replayed: false }
      const keep = outcome.kind === 'done' || open.keepsOnRefusal()
      if (keep)
        await this.#finish(tx, { definition, input, actor, options, run, told, outcome, once, at: work.now })
      after = keep ? open.after : []
      return { keep, value: { outcome, kept: keep } }
    })
    if (outcome.kind === 'refused' && !kept)
      return this.#refuse(definition, input, actor, options, run, outcome.refusal, once)
    for (const what of after) what()
    this.#parts.committed()
    return outcome
  }

  /** Commits the audit of a refusal, and its stored answer, and nothing else. */
  async #refuse(
    definition: Definition,
    input: unknown,
    actor: Actor,
    options: CallOptions,
    run: string,
    refusal: Refusal,
    once?: OnceOnly,
  ): Promise<Outcome> {
    const outcome = refusedOutcome(refusal)
    if (definition.kind === 'query' && !actor.account) return outcome
    const keepAnswer = refusal.code === 'key.reused' ? undefined : once
    const settled = await this.#parts.database.transact(settingFor(actor, 'own'), async tx => {
      const before = keepAnswer && (await storedAnswer(tx, keepAnswer))
      if (before) return before
      const at = this.#parts.clock.now()
      await this.#finish(tx, {
        definition,
        input,
        actor,
        options,
        run,
        told: [],
        outcome,
        once: keepAnswer,
        at,
      })
      return outcome
    })
    this.#parts.committed()
    return settled
  }

  async #finish(tx: Tx, parts: FinishParts): Promise<void> {
    const { definition, input, actor, options, run, told, outcome, once, at } = parts
    const refusal = outcome.kind === 'refused' ? outcome.refusal : undefined
    const ran = ranEvent({
      definition,
      input,
      actor,
      options,
      simulatedClock: this.#parts.clock.simulated,
      refusal,
    })
    await recordEvents(tx, [{ at, run, party: actor.party, account: actor.account, events: [...told, ran] }])
    if (once) await keepAnswers(tx, [{ once, outcome, at }])
  }

  async #withRetry<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work()
      } catch (error) {
        if (attempt >= TRIES || !TRANSIENT.has((error as { code?: string }).code ?? '')) throw error
      }
    }
  }
}

interface FinishParts {
  readonly definition: Definition
  readonly input: unknown
  readonly actor: Actor
  readonly options: CallOptions
  readonly run: string
  readonly told: readonly import('../event/types.ts').NewEvent[]
  readonly outcome: Outcome
  readonly once: OnceOnly | undefined
  readonly at: Date
}

function refuseCall(definition: Definition, input: unknown, options: CallOptions): Refusal | undefined {
  if (definition.kind === 'command' && definition.upload && !options.uploaded)
    return commandRefusals.refuse('call.takes_file')
  return refuseInput(definition, input)
}

function notAllowed(definition: Definition, actor: Actor): Refusal {
  return actor.account
    ? commandRefusals.refuse('call.not_allowed', { permission: definition.permission })
    : commandRefusals.refuse('call.not_signed_in')
}
