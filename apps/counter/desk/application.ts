import { countMarked, linkedTo, markRecord } from '../store/records.ts'
import type { Taken } from '../store/store.ts'
import type { Desk } from './desk.ts'

/*
 * An application for a summary (CEB701) comes in so many parts as its msgCount says, each a record of its own. Its lists
 * are summed up together, once every part was accepted or refused: the customs cannot merge what has not come.
 */

/** How many parts the application of a part has. */
export const partsOf = ({ head }: Pick<Taken, 'head'>): number => Number(head.msgCount ?? 1)

/**
 * Keeps what became of a part.
 * @returns when the last of the application's parts is through, now that all are decided; undefined: not yet
 */
export function decide({ store }: Desk, part: Taken, mark: 'accepted' | 'refused'): number | undefined {
  markRecord(store, part.id, mark)
  if (part.link === null || countMarked(store, part.kind, part.link) < partsOf(part)) return undefined
  const parts = linkedTo(store, part.kind, part.link).filter(each => each.mark === 'accepted')
  if (parts.length === 0) return undefined
  return Math.max(...parts.map(({ plan }) => plan.at(-1)?.[0] ?? 0))
}

/** Numbers of the lists of all accepted parts, in the order of the parts. */
export function listsOf({ store }: Desk, { kind, link }: Taken): string[] {
  return linkedTo(store, kind, link ?? '')
    .filter(each => each.mark === 'accepted')
    .sort((a, b) => Number(a.head.msgSeqNo ?? 1) - Number(b.head.msgSeqNo ?? 1))
    .flatMap(({ lines }) => lines.map(({ invtNo = '' }) => invtNo))
}
