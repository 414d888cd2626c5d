import { closed, Id } from '@tongqu/kernel/command'
import { type Static, Type } from 'typebox'
import type { DeclarationState, Role } from '../life/declaration-state.ts'
import type { Precedences, Told } from '../life/precedence.ts'
import type { RecordState } from '../life/states.ts'
import { Receipt } from './receipts.ts'
import { Verification } from './verify.ts'

/* What a batch of receipts is asked by, and what it is decided over. */

export const Take = closed({
  /** The stored message that they came in. */
  message: Id,
  kind: Type.String({ maxLength: 20 }),
  name: Type.String({ maxLength: 255 }),
  addressees: Type.Array(Type.String({ maxLength: 16 }), { maxItems: 5 }),
  receipts: Type.Array(Receipt, { maxItems: 10_000 }),
  /** How the message's signature was found. */
  verification: Type.Optional(Verification),
  /** Reason for which none of its receipts is applied. */
  holds: Type.Optional(Type.String({ maxLength: 100 })),
  /** Receipts that were held and are taken up again. */
  settles: Type.Optional(Type.Array(Id, { maxItems: 10_000 })),
})
export type Take = Static<typeof Take>

export const Taken = closed({
  applied: Type.Integer(),
  /** Of an earlier submission: kept, and without effect. */
  late: Type.Integer(),
  held: Type.Integer(),
})
export type Taken = Static<typeof Taken>

/** What a batch is decided over, and what it leaves to be written. */
export interface TakeState {
  /** Party of each number at the exchange platform that is named. */
  readonly parties: ReadonlyMap<string, string>
  /** Records by party, kind and key. */
  readonly records: ReadonlyMap<string, LoadedRecord>
  /** Records by party, kind and the number that the single window gave them. */
  readonly byWindowNo: ReadonlyMap<string, LoadedRecord>
  /** Records of our messages, by the number of the message. */
  readonly ofMessage: ReadonlyMap<string, readonly LoadedRecord[]>
  /** Kind and key of records of any party. */
  readonly known: ReadonlySet<string>
  readonly declarations: ReadonlyMap<string, LoadedDeclaration>
  readonly precedence: Precedences
  readonly changed: Set<LoadedRecord>
  readonly moved: Set<LoadedDeclaration>
  readonly receipts: Map<string, ReceiptRow>
  readonly held: Map<string, HeldRow>
  readonly read: Map<
    string,
    {
      readonly party: string | null
      readonly kind: string
      readonly at: Date
      readonly verification?: Verification | undefined
    }
  >
  readonly settled: { readonly id: string; readonly at: Date }[]
}

export const recordName = (party: string, kind: string, key: string) => `${party} ${kind} ${key}`

/** A record while receipts are taken for it. */
export interface LoadedRecord {
  readonly id: string
  readonly party: string
  readonly role: Role
  readonly declaration: LoadedDeclaration
  readonly after: string
  state: RecordState
  isReady: boolean
  told: Told
  info: string | null
  preNo: string | null
  listNo: string | null
  windowNo: string | null
  answeredAt: Date | null
}

export interface LoadedDeclaration {
  readonly id: string
  readonly number: string
  readonly party: string
  readonly plan: string | null
  readonly planNumber: string | null
  readonly records: LoadedRecord[]
  state: DeclarationState
  stateAt: Date
  waitingSince: Date | null
  isContradicted: boolean
}

export interface ReceiptRow {
  readonly record: string
  readonly party: string
  readonly status: string
  readonly time: string
  readonly info: string | null
  readonly message: string
  readonly at: Date
  readonly isLate: boolean
  copies: number
}

export interface HeldRow {
  readonly party: string | null
  readonly message: string
  readonly kind: string
  readonly key: string
  readonly status: string
  readonly time: string
  readonly info: string | null
  readonly reason: string
  readonly listNo: string | null
  readonly at: Date
}
