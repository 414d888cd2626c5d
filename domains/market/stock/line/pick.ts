/** What may be taken of a line. */
export interface Pickable {
  readonly id: string
  /** Credited, neither debited nor held. */
  readonly available: bigint
  /** Last good day of its lot; null: it does not expire. */
  readonly expires_on: string | null
  /** Why it must not go out; null: it may. */
  readonly blocked: string | null
}

export interface Picked<L> {
  readonly parts: readonly { readonly line: L; readonly amount: bigint }[]
  /** What there is in all to take from; less than was wanted: nothing is picked. */
  readonly available: bigint
}

/** Whether goods of the line may go out on a day. */
export function isGood({ expires_on, blocked }: Omit<Pickable, 'id' | 'available'>, today: string): boolean {
  return blocked === null && (expires_on === null || expires_on >= today)
}

/**
 * Takes from lines what expires first, first (FEFO); of one day, and of what never expires, what was stored first.
 * Blocked lots and those whose last good day is over are left.
 * @param wanted in smallest pieces, more than nothing
 */
export function pick<L extends Pickable>(lines: readonly L[], wanted: bigint, today: string): Picked<L> {
  const good = lines.filter(line => isGood(line, today) && line.available > 0n)
  const available = good.reduce((sum, line) => sum + line.available, 0n)
  if (available < wanted) return { parts: [], available }
  const parts: { line: L; amount: bigint }[] = []
  let left = wanted
  for (const line of [...good].sort(byExpiry)) {
    if (left === 0n) break
    const amount = line.available < left ? line.available : left
    parts.push({ line, amount })
    left -= amount
  }
  return { parts, available }
}

/** Later than every day that is written. */
const NEVER = '9999-99-99'

function byExpiry(a: Pickable, b: Pickable): number {
  const [first, second] = [a.expires_on ?? NEVER, b.expires_on ?? NEVER]
  if (first !== second) return first < second ? -1 : 1
  // Ids ascend with the time they were made.
  return a.id < b.id ? -1 : 1
}
