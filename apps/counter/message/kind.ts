import type { Field } from './field.ts'

/** The values of a head or a line, by element name; what is not there or empty is left out. */
export type Values = Readonly<Record<string, string>>

/** One record of a message: an order, a payment, a list. */
export interface Entry {
  readonly head: Values
  readonly lines: readonly Values[]
}

/** How the counter handles a kind of message: whose proportions it takes, what its life is. */
export type Family = 'document' | 'list' | 'request' | 'declaration' | 'bonded'

/** A kind of message that the counter takes, from the field tables. */
export interface Kind {
  /** `CEB621`. */
  readonly name: string
  readonly family: Family
  readonly direction: 'import' | 'export' | 'other'
  /** Element of one record, once or more under the root. */
  readonly record: string
  /** Element of its head inside the record; undefined where the fields stand in the record itself. */
  readonly head: string | undefined
  readonly headFields: readonly Field[]
  readonly list:
    | { readonly name: string; readonly fields: readonly Field[]; readonly isNeeded: boolean }
    | undefined
  /** The elements that name the record for ever: another with the same is a duplicate. */
  readonly key: readonly string[]
  readonly receipt: {
    readonly name: string
    readonly element: string
    /** Elements of the receipt between guid and returnStatus that repeat the record's. */
    readonly keys: readonly string[]
  }
}
