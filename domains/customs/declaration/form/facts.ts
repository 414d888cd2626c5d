import type { Order } from '@tongqu/tariff'
import type { Extra } from '../../plan/book/item.ts'
import type { Profile } from '../declarant/profile.ts'
import type { CodeBook } from './codes.ts'
import type { Declaring } from './dec/settings.ts'

/** Everything that the records of one order are made from: plain values. */
export interface Facts {
  readonly order: Order
  /** Fields beyond the plan, as the book gave them or as they were given since. */
  readonly extra: Extra
  /** The same of each line. */
  readonly lines: readonly Extra[]
  readonly profile: Profile
  readonly mode: string
  /** list, simplified, summary, declaration. */
  readonly form: string
  /** What the plan decided that is due, in cents of CNY. */
  readonly taxTotal: number
  /** Our own number of the declaration; it names the list. */
  readonly copNo: string
  readonly codes: CodeBook
  /** What a customs declaration is made by beside these. */
  readonly declaring?: Declaring
}

/** A field beyond the plan as text; undefined where it was not given. */
export function textOf(extra: Extra | undefined, name: string): string | undefined {
  const value = extra?.[name]
  return value === undefined ? undefined : String(value)
}
