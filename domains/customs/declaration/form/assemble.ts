import { type AnyFault, type Condition, faultText, validateValue } from '@tongqu/messages'
import type { Role } from '../life/declaration-state.ts'
import type { Facts } from './facts.ts'
import type { Missing } from './form.ts'
import { type Content, type Kind, keyOf, kindOf, roleOf } from './kinds.ts'
import { type Documents, type Mismatch, mismatches } from './match.ts'
import { opened } from './sealed.ts'

/** A record that is ready to be kept. */
export interface AssembledRecord {
  readonly kind: Kind
  readonly role: Role
  readonly key: string
  readonly content: Content
}

/** Something in a message that is there and cannot stand there. */
export interface WrongValue {
  readonly message: Kind
  readonly element: string
  readonly code: string
  readonly text: { readonly zh: string; readonly en: string }
}

export interface Assembled {
  readonly records: readonly AssembledRecord[]
  /** Messages that others send: payment firm, carrier, platform. */
  readonly byOthers: readonly Kind[]
  readonly missing: readonly Missing[]
  readonly wrong: readonly WrongValue[]
  readonly mismatches: readonly Mismatch[]
  /** Taxes that the plan has for it, in cents of CNY; absent: it is about no order. */
  readonly taxTotal?: number
}

export interface Judging {
  readonly day: string
  readonly conditions: readonly Condition[]
  readonly isIdentityVerified: boolean
}

/**
 * Makes the records of the orders that one declaration is about, and says all that stands in their way at once.
 * @param orders at least one; all are one declarant's
 */
export function assemble(orders: readonly Facts[], kinds: readonly Kind[], judging: Judging): Assembled {
  const [facts] = orders as readonly [Facts]
  const ours = kinds.filter(kind => kindOf(kind).make && (roleOf(kind) === 'list' || sends(facts, kind)))
  const made = ours.map(kind => ({ kind, ...kindOf(kind).make!(orders) }))
  const missing = made.flatMap(({ form }) => form.missing)
  const documents = Object.fromEntries(made.map(({ kind, content }) => [kind, content])) as Documents
  return {
    records: made.map(({ kind, content }) => ({
      kind,
      role: roleOf(kind),
      key: keyOf(kind, content),
      content,
    })),
    byOthers: kinds.filter(kind => !ours.includes(kind)),
    missing,
    wrong: made.flatMap(({ kind, form, content }) =>
      form.missing.length > 0 ? [] : wrongIn(kind, content, facts, judging),
    ),
    mismatches: mismatches(documents, judging.isIdentityVerified),
    taxTotal: orders.reduce((sum, order) => sum + order.taxTotal, 0),
  }
}

const sends = ({ profile }: Facts, kind: Kind) => (profile.sends as readonly string[]).includes(kind)

/** Stands for an identity number, which is not opened to look at a record. */
const SOME_NUMBER = '000000000000000000'
const SOME_SIGNATURE = 'AA=='
const SOME_STAMP = {
  guid: '00000000-0000-0000-0000-000000000000',
  appType: '1',
  appTime: '20000101000000',
} as const

/** What the schema, the code tables and the conditions of the day find wrong in a record. */
export function wrongIn(
  kind: Kind,
  content: Content,
  { profile, codes }: Pick<Facts, 'profile' | 'codes'>,
  { day, conditions }: Pick<Judging, 'day' | 'conditions'>,
): WrongValue[] {
  const { dxpId, transmitter } = profile
  const { schema, stamped, messageOf, signature } = kindOf(kind)
  const record = stamped(opened(content, () => SOME_NUMBER)!, SOME_STAMP)
  const sender = { copCode: transmitter.code, copName: transmitter.name, dxpId }
  const message = messageOf(SOME_STAMP.guid, [record], sender)
  const value = typeof signature === 'object' ? signature.put(message, SOME_SIGNATURE) : message
  const { faults } = validateValue(schema, value, { day, tables: codes.tables, conditions })
  return faults.map(fault => ({
    message: kind,
    element: elementOf(fault),
    code: fault.code,
    text: faultText(fault),
  }))
}

const elementOf = ({ path }: AnyFault): string => path
