import type { XmlLimits } from '../xml/limits.ts'
import type { Condition } from './condition.ts'
import type { CodeTables } from './kind.ts'

/** What a message is judged by besides its schema. */
export interface MessageOptions {
  /** The legal day (ISO, Asia/Shanghai) that code tables and conditions are taken of. */
  readonly day: string
  /** The counters' code tables; a code of a table that is not there is not judged, and `unchecked` names it. */
  readonly tables?: CodeTables | undefined
  /** Dated rules over several elements; those of another message or day are passed over. */
  readonly conditions?: readonly Condition[] | undefined
  /** Bounds of the XML reader that differ from its own. */
  readonly limits?: Partial<XmlLimits> | undefined
}
