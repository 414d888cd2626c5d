import type { UnitOfWork } from '@tongqu/kernel/command'
import { takeTaxBills } from '../../guarantee/bill/take.ts'
import { takeResult } from '../../summary/result.ts'
import type { Desk } from '../env.ts'
import type { Content } from '../form/kinds.ts'
import * as store from './store.ts'

/*
 * Messages that the customs send of themselves: they answer no record by its key. Each is taken in the transaction that
 * marks its message as read; one that comes again changes nothing.
 */

/** A message of the customs, addressed to somebody here. */
export interface Telling {
  /** The stored message. */
  readonly message: string
  readonly kind: string
  readonly party: string
  /** As its schema has it. */
  readonly value: Content
}

/** The same, as it came. */
export interface Arrived extends Omit<Telling, 'party'> {
  /** Numbers at the exchange platform that it is for. */
  readonly addressees: readonly string[]
}

type Hear = (work: UnitOfWork, desk: Desk, telling: Telling) => Promise<void>

/** Who hears which message: who adds a kind adds an entry. */
const tellings: Readonly<Record<string, Hear>> = {
  CEB792: takeResult,
  CEB816: takeTaxBills,
  CEB818: takeTaxBills,
}

export const isTelling = (kind: string): boolean => Object.hasOwn(tellings, kind)

/** Takes a message that was read; one that is addressed to nobody here is kept, and says so. */
export async function hear(
  work: UnitOfWork,
  desk: Desk,
  { message, kind, addressees, value }: Arrived,
): Promise<void> {
  const party = await store.partyAddressed(work.tx, addressees)
  if (party === undefined) return store.markUnreadable(work.tx, message, NOBODY, work.now)
  await tellings[kind]!(work, desk, { message, kind, party, value })
  await store.markHeard(work.tx, message, { party, kind, at: work.now })
}

const NOBODY = {
  code: 'receipt.not_addressed',
  text: { zh: '收件的传输编号不属于本系统的主体', en: 'It is addressed to nobody here' },
}
