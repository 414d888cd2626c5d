/** Something that goes into a declaration whole, with its exact size. */
export interface Item<T> {
  readonly size: bigint
  readonly of: T
}

/** Above this many items only the heuristic runs. */
const EXACT_ITEMS = 18
/** Steps the exact search may take, so that its time is bounded and its answer is always the same. */
const EXACT_STEPS = 200_000

/**
 * Packs items into as few declarations as it can, each holding at most `limit`: first-fit decreasing, and for
 * few items an exact search where that is not already the least possible. An item above the limit must not be
 * handed in. Within a declaration items keep the order in which they came.
 */
export function packDeclarations<T>(items: readonly Item<T>[], limit: bigint): T[][] {
  const order = items.map((item, i) => ({ ...item, i }))
  order.sort((a, b) => (a.size === b.size ? a.i - b.i : a.size > b.size ? -1 : 1))
  const sizes = order.map(item => item.size)
  const greedy = firstFit(sizes, limit)
  const best = sizes.length <= EXACT_ITEMS ? improve(sizes, limit, greedy) : greedy
  const bins: { i: number; of: T }[][] = []
  best.forEach((bin, k) => {
    bins[bin] ??= []
    bins[bin]!.push({ i: order[k]!.i, of: order[k]!.of })
  })
  return bins.map(bin => bin.sort((a, b) => a.i - b.i).map(one => one.of))
}

/** The bin of each item, items in descending size. */
function firstFit(sizes: readonly bigint[], limit: bigint): number[] {
  const room: bigint[] = []
  return sizes.map(size => {
    let bin = room.findIndex(left => left >= size)
    if (bin < 0) bin = room.push(limit) - 1
    room[bin]! -= size
    return bin
  })
}

const binsOf = (assigned: readonly number[]): number =>
  assigned.reduce((most, bin) => Math.max(most, bin + 1), 0)

/** Looks for an answer with fewer bins until the lower bound is reached or the steps are used up. */
function improve(sizes: readonly bigint[], limit: bigint, greedy: number[]): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0n)
  const least = Number((total + limit - 1n) / limit)
  let best = greedy
  const steps = { left: EXACT_STEPS }
  while (binsOf(best) > least) {
    const found = fits(sizes, limit, binsOf(best) - 1, steps)
    if (found === undefined) break
    best = found
  }
  return best
}

/** An assignment to at most `bins` bins, by depth-first search; undefined: none found within the steps. */
function fits(
  sizes: readonly bigint[],
  limit: bigint,
  bins: number,
  steps: { left: number },
): number[] | undefined {
  const room = new Array<bigint>(bins).fill(limit)
  const assigned: number[] = []
  const place = (k: number): boolean => {
    if (k === sizes.length) return true
    const tried = new Set<bigint>()
    for (let bin = 0; bin < bins; bin++) {
      const left = room[bin]!
      // Bins with equal room are alike: one try is enough.
      if (left < sizes[k]! || tried.has(left)) continue
      if (steps.left-- <= 0) return false
      tried.add(left)
      room[bin] = left - sizes[k]!
      assigned[k] = bin
      if (place(k + 1)) return true
      room[bin] = left
    }
    return false
  }
  return place(0) ? assigned : undefined
}
