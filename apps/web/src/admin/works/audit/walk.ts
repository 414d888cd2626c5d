import type { Answer } from '../../../remote/contracts.ts'

type Part = Answer<'kernel.audit.verifyPart'>

/** A walk over the audit as far as it has come. */
export interface Walk {
  readonly blocks: number
  readonly events: number
  readonly anchored: number
  readonly unsealed: number
  /** The last block looked at, of how many. */
  readonly upTo: number
  readonly last: number
  readonly isDone: boolean
  readonly isStopped: boolean
  readonly faults: Part['faults']
  readonly keyId: string
  readonly milliseconds: number
}

export const begun: Walk = {
  blocks: 0,
  events: 0,
  anchored: 0,
  unsealed: 0,
  upTo: 0,
  last: 0,
  isDone: false,
  isStopped: false,
  faults: [],
  keyId: '',
  milliseconds: 0,
}

/** Takes in what the next part found. Faults keep their order: the first is the one furthest back. */
export function addPart(walk: Walk, part: Part, milliseconds: number): Walk {
  return {
    blocks: walk.blocks + part.blocks,
    events: walk.events + part.events,
    anchored: walk.anchored + part.anchored,
    unsealed: part.unsealed,
    upTo: part.upTo,
    last: part.last,
    isDone: part.isDone,
    isStopped: false,
    faults: [...walk.faults, ...part.faults],
    keyId: part.keyId,
    milliseconds,
  }
}
