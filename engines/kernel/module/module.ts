import type { Definition } from '../command/definition.ts'
import type { Begun, Waiting, WorkingDays } from '../desk/waiting.ts'
import type { Subscriber } from '../event/subscriber.ts'
import type { Figure } from '../figure/index.ts'
import type { JobDefinition } from '../job/definition.ts'
import type { NoticeKind } from '../notice/notify.ts'
import type { PaperSource } from '../paper/source.ts'
import type { Refusals } from '../refusal/index.ts'
import type { Findable } from '../search/findable.ts'
import type { StateSource } from '../state/check.ts'
import type { Text } from '../text/index.ts'

/** A row of the city's letter that a module's query and page serve. */
export interface ServedRow {
  readonly row: number
  /** Name of a registered query. */
  readonly query: string
  /** Address of the page in the console. */
  readonly page: string
  /** The part that is served, when it is not the whole row. */
  readonly part?: Text
}

/** Everything that a part of the house registers: plain data, checked when the registry is made. */
export interface Module {
  readonly name: string
  /** Folder of its migrations; absent: it has no tables. */
  readonly migrations?: string
  readonly refusals?: readonly Refusals[]
  readonly calls?: readonly Definition[]
  readonly subscribers?: readonly Subscriber[]
  readonly jobs?: readonly JobDefinition[]
  /** Commands without input that the installation runs, as itself, each time it starts. */
  readonly atStart?: readonly string[]
  readonly serves?: readonly ServedRow[]
  /** How its gateways and queues stand. */
  readonly states?: readonly StateSource[]
  /** Kinds of its notices, which people choose among. */
  readonly notices?: readonly NoticeKind[]
  /** Records of which papers are printed. */
  readonly papers?: readonly PaperSource[]
  /** Records that may be searched. */
  readonly finds?: readonly Findable[]
  /** What waits for those who may act. */
  readonly waits?: readonly Waiting[]
  /** Events that begin something of the caller's own. */
  readonly begins?: readonly Begun[]
  /** Which days are worked, from the module that keeps the calendar. */
  readonly workingDays?: WorkingDays
  /** What a wall shows of its records. */
  readonly figures?: readonly Figure[]
}
