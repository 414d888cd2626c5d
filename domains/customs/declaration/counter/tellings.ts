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
export interface Telling extends Told {
  readonly kind: string
  readonly party: string
}

interface Told {
  /** The stored message. */
  readonly message: string
  /** As its schema has it. */
  readonly value: Content
}

/** Those of one kind, addressed to one party, in the order they came. */
interface Tellings {
  readonly kind: string
  readonly party: string
  readonly messages: readonly Told[]
}

/** A message as it came. */
export interface Arrived extends Told {
  readonly kind: string
  /** Numbers at the exchange platform that it is for. */
  readonly addressees: readonly string[]
}

type Hear = (work: UnitOfWork, desk: Desk, tellings: Tellings) => Promise<void>

/** Who hears which messages: who adds a kind adds an entry. */
const hearers: Readonly<Record<string, Hear>> = {
  CEB792: async (work, desk, { messages, ...of }) => {
    for (const each of messages) await takeResult(work, desk, { ...of, ...each })
  },
  CEB816: takeTaxBills,
  CEB818: takeTaxBills,
}

export const isTelling = (kind: string): boolean => Object.hasOwn(hearers, kind)

/** Takes messages that were read; one that is addressed to nobody here is kept, and says so. */
export async function hear(work: UnitOfWork, desk: Desk, arrived: readonly Arrived[]): Promise<void> {
  const parties = await store.partiesAddressed(
    work.tx,
    arrived.flatMap(each => each.addressees),
  )
  const groups = new Map<string, { kind: string; party: string; messages: Told[] }>()
  for (const { message, kind, addressees, value } of arrived) {
    const number = [...addressees].sort().find(each => parties.has(each))
    if (number === undefined) await store.markUnreadable(work.tx, message, NOBODY, work.now)
    else {
      const party = parties.get(number)!
      const group = groups.get(`${kind} ${party}`) ?? { kind, party, messages: [] }
      group.messages.push({ message, value })
      groups.set(`${kind} ${party}`, group)
    }
  }
  for (const group of groups.values()) {
    const { kind, party, messages } = group
    await hearers[kind]!(work, desk, group)
    const ids = messages.map(each => each.message)
    await store.markHeard(work.tx, ids, { party, kind, at: work.now })
  }
}

const NOBODY = {
  code: 'receipt.not_addressed',
  text: { zh: '收件的传输编号不属于本系统的主体', en: 'It is addressed to nobody here' },
}
