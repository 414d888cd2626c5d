import type { Permission } from '../command/definition.ts'
import type { UnitOfWork } from '../command/unit-of-work.ts'
import type { Text } from '../text/index.ts'

/** Something that waits for somebody. */
export interface WaitingItem {
  /** What people name it by; absent: its title says it all. */
  readonly number?: string | undefined
  /** Whose it is or what it is about. */
  readonly title?: Text | undefined
  /** Party that it belongs to: its name is shown to those who see more than their own. */
  readonly party?: string | undefined
  /** Address of the very record in the console. */
  readonly page: string
  readonly since?: Date | undefined
  /** Last legal day on which it is in time. */
  readonly due?: string | undefined
  /** It is late for another reason than its day: somebody is silent too long. What was refused or failed is not late. */
  readonly isLate?: boolean | undefined
  /** How many records it stands for. */
  readonly count?: number | undefined
}

/** What of a desk waits for those who may act: contributed once, shown on their first page. */
export interface Waiting {
  /** `customs.declaration.refused` */
  readonly kind: string
  readonly name: Text
  /** What is to be done with one: "Correct and declare again". */
  readonly todo: Text
  /** The permission to do it: who lacks it is not shown these. Its scope is row security's. */
  readonly permission: Permission
  /** Those who lack one of these are not shown them either. */
  readonly also?: readonly Permission[]
  /** Where all of them are. */
  readonly page: string
  /**
   * The most pressing first, no more than `most`; read through an index, whatever lies there.
   * @param party the only party whose records are seen: for the index, row security sees to the rest; undefined: all
   */
  find(work: UnitOfWork, most: number, party: string | undefined): Promise<readonly WaitingItem[]>
}

/** That an event begins something of the caller's own: the record is shown among what they started. */
export interface Begun {
  readonly type: string
  /** Kind of the record in the search; its key is what follows the slash in the event's record. */
  readonly kind: string
  /** What was done: "Announced". */
  readonly said: Text
}

/** Which days are worked. */
export interface WorkingDays {
  /** Undefined: nobody has said which days of that year are holidays. */
  isWorkingDay(day: string): boolean | undefined
}
