import { Type } from 'typebox'
import type { Refusal } from '../refusal/index.ts'
import { commandRefusals } from './refusals.ts'

/*
 * Records that several people edit carry a version that grows with each change. A change names the version that its
 * writer saw and is written `where version = that`: when it is another by then, nothing is written and the writer is told.
 */

/** The member `version` of such a change: the version that the caller saw; 0: none was there. */
export const SeenVersion = Type.Integer({ minimum: 0, description: 'the version that the caller saw' })

/** What a reader is told of a record's last change, beside the record. */
export const lastChange = {
  version: Type.Integer({ minimum: 0 }),
  changedAt: Type.Optional(Type.String({ format: 'date-time' })),
  /** Absent: the system, or somebody the reader may not see. */
  changedBy: Type.Optional(Type.Object({ zh: Type.String(), en: Type.String() })),
}

/** The refusal of a change that was decided on another version than the one that stands; 409. */
export const changedMeanwhile = (yours: number, current: number): Refusal =>
  commandRefusals.refuse('record.changed', { yours, current }, '/version')
