import type { Covered, Target } from './covered.ts'

/** A tax bill as far as a guarantee goes by it. */
export interface BillFact {
  readonly state: 'made' | 'summed' | 'void' | 'paid'
  /** In cents of CNY; undefined: only its state has been told. */
  readonly amount: bigint | undefined
}

/** What is known of a declaration when its covers are settled. */
export interface CoverFacts {
  readonly state: string
  /** It was both released and rejected: a person decides what holds. */
  readonly isContradicted: boolean
  readonly bills: readonly BillFact[]
  /** What was granted to go back, by line of the list, in the smallest pieces. */
  readonly returned: ReadonlyMap<number, bigint>
  /** Everything that the list declared goes back. */
  readonly isAllReturned: boolean
}

const VOID: ReadonlySet<string> = new Set(['rejected', 'withdrawn', 'cancelled'])
const OUT: ReadonlySet<string> = new Set(['released', 'concluded'])

/**
 * What a cover should be, from what is known of the declaration now and nothing else: so it does not matter in which
 * order, how often or how late the customs said it.
 */
export function targetOf(covered: Covered, facts: CoverFacts): Target {
  return covered.kind === 'guarantee' ? guaranteeTarget(covered, facts) : bookTarget(covered, facts)
}

/**
 * A list's tax is held until its bill says how much it is, then that much; when the bill is summed up into a payment
 * order it is called upon, and given back when it is paid or void. A list that ended without its goods having come in
 * holds nothing; what is called upon stays so until the customs take the bill back.
 */
function guaranteeTarget({ asked, toHold, toPost }: Covered, facts: CoverFacts): Target {
  if (facts.isContradicted) return { toHold, toPost }
  const isOver = VOID.has(facts.state) || (facts.state === 'returned' && facts.isAllReturned)
  const sum = (state: BillFact['state']) =>
    facts.bills.reduce((all, bill) => all + (bill.state === state ? (bill.amount ?? 0n) : 0n), 0n)
  const isOpen = facts.bills.some(
    bill => bill.amount === undefined && (bill.state === 'made' || bill.state === 'summed'),
  )
  const isUnbilled = facts.bills.length === 0 || isOpen
  return { toHold: isOver ? 0n : sum('made') + (isUnbilled ? asked : 0n), toPost: sum('summed') }
}

/** Goods are held while the list is under way, and written off when it is released; what goes back stands in again. */
function bookTarget({ asked, line, toHold, toPost }: Covered, facts: CoverFacts): Target {
  if (facts.isContradicted) return { toHold, toPost }
  if (VOID.has(facts.state)) return { toHold: 0n, toPost: 0n }
  if (OUT.has(facts.state)) return { toHold: 0n, toPost: asked }
  if (facts.state !== 'returned') return { toHold, toPost }
  const back = facts.returned.get(line) ?? 0n
  return { toHold: 0n, toPost: back > asked ? 0n : asked - back }
}
