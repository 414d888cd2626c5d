import type { CallOptions } from '../command/call-options.ts'
import type { Definition } from '../command/definition.ts'
import { redacted } from '../command/redact.ts'
import type { NewEvent } from '../event/types.ts'
import type { Actor } from '../identity/actor.ts'
import type { Refusal } from '../refusal/index.ts'

/** Type of the event that says a command was run, and how it ended. */
export const RAN = 'kernel.call.ran'

export interface RanParts {
  readonly definition: Definition
  readonly input: unknown
  readonly actor: Actor
  readonly options: CallOptions
  readonly simulatedClock: boolean
  readonly refusal?: Refusal
}

/** The audit record of one run: who, through which door, what with, and how it ended. */
export function ranEvent({ definition, input, actor, options, simulatedClock, refusal }: RanParts): NewEvent {
  return {
    type: RAN,
    data: {
      call: definition.name,
      outcome: refusal ? 'refused' : 'done',
      ...(refusal && { code: refusal.code, place: refusal.place }),
      ...redacted(definition.input, input),
      roles: actor.roles,
      channel: actor.channel,
      ...(options.request && { request: options.request }),
      ...(options.key && { key: options.key }),
      ...(simulatedClock && { clock: 'simulated' }),
    },
  }
}
