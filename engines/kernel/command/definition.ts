import type { Static, TSchema } from 'typebox'
import type { Scope } from '../db/index.ts'
import type { Refusal } from '../refusal/index.ts'
import type { Text } from '../text/index.ts'
import type { Decision, GroupRun } from './group-types.ts'
import type { UnitOfWork } from './unit-of-work.ts'
import type { View } from './view.ts'

/** Who may call: anyone, anyone signed in, or holders of a role that grants the named permission. */
export type Permission = 'public' | 'signed-in' | (string & {})

/** A call that works as it stands: it is shown in the docs and run by the permission test. */
export interface Example {
  /** Calls that must have been made before, in order; their outputs are handed to `input`. */
  readonly given?: readonly {
    readonly call: string
    readonly input: unknown | ((outputs: readonly never[]) => unknown)
    /** Of a command with `upload`: other bytes than its own example's. */
    readonly content?: ExampleContent
  }[]
  readonly input: unknown | ((outputs: readonly never[]) => unknown)
  /** The role that calls it in the permission test; absent: any role that is granted the permission. */
  readonly as?: string
  /** Of a command with `upload`: the bytes that come with it; `input` then leaves sm3, bytes and type out. */
  readonly content?: ExampleContent
  /**
   * What it names is offered to everyone who holds the permission, as goods on sale are: that another tenant may make
   * the call too is no intrusion. Whatever it must not reach is then its module's to test.
   */
  readonly isOffered?: true
}

/** Bytes of a file in an example, or the text of them. */
export type ExampleContent = string | (() => Promise<Uint8Array>)

interface Common<I extends TSchema, O extends TSchema> {
  /** `domain.noun.verb`: gives the route, the operation id and, with spaces, the verb of the command line. */
  readonly name: string
  readonly summary: Text
  readonly permission: Permission
  readonly input: I
  readonly output: O
  /** Codes of refusals of its own, beyond those every call can meet. */
  readonly refusals?: readonly string[]
  readonly example: Example
  /** The verb of the command line where it is not the name with spaces; positional inputs in angle brackets. */
  readonly verb?: string
  /** Row security's scope where it is not the caller's: a public sign-in has to look up accounts. */
  readonly unsafeScope?: Scope
  /** How the command line shows the answer to a person; absent: each field by its name. */
  view?(output: Static<O>): View
  /** May be called by somebody signed in whose role requires a second factor and who has none yet. */
  readonly beforeSecondFactor?: true
  /** Calls a minute that one caller may make; absent: the installation's general limit. */
  readonly callsPerMinute?: number
}

/** The only way to change state. One definition gives route, OpenAPI entry, verb, permission, audit, client. */
export interface CommandDefinition<I extends TSchema = TSchema, O extends TSchema = TSchema>
  extends Common<I, O> {
  readonly kind: 'command'
  /** Takes a file: the edge stores the bytes and fills `uploadFields` of the input; no caller can. */
  readonly upload?: { readonly maxBytes: number }
  handle(work: UnitOfWork, input: Static<I>): Promise<Static<O> | Refusal>
}

/**
 * A command whose callers are gathered: the shard's writer decides for all of them over values in memory and
 * writes the rows of all in one transaction.
 */
export interface GroupCommandDefinition<I extends TSchema = TSchema, O extends TSchema = TSchema>
  extends Common<I, O> {
  readonly kind: 'group'
  /** Commands of one shard are decided in order by one writer. */
  shard(input: Static<I>): string
  readonly group: GroupRun<Static<I>, Static<O>>
}

export interface QueryDefinition<I extends TSchema = TSchema, O extends TSchema = TSchema>
  extends Common<I, O> {
  readonly kind: 'query'
  /** Answers a file: `output` is `DownloadAnswer`. */
  readonly download?: true
  handle(work: UnitOfWork, input: Static<I>): Promise<Static<O> | Refusal>
}

export type Definition = CommandDefinition | GroupCommandDefinition | QueryDefinition

export function command<I extends TSchema, O extends TSchema>(
  definition: Omit<CommandDefinition<I, O>, 'kind'>,
): CommandDefinition {
  return { kind: 'command', ...definition } as unknown as CommandDefinition
}

export function groupCommand<I extends TSchema, O extends TSchema>(
  definition: Omit<GroupCommandDefinition<I, O>, 'kind'>,
): GroupCommandDefinition {
  return { kind: 'group', ...definition } as unknown as GroupCommandDefinition
}

export function query<I extends TSchema, O extends TSchema>(
  definition: Omit<QueryDefinition<I, O>, 'kind'>,
): QueryDefinition {
  return { kind: 'query', ...definition } as unknown as QueryDefinition
}

export type { Decision, GroupRun }
