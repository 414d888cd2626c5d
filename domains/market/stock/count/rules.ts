import { exceedsShare, millionths } from '../fraction.ts'

/*
 * A count's life: counting → counted, where no difference is large; counting → recounting → counted, where lines are
 * counted a second time; counted → posted, by somebody who has not counted; cancelled from any state before posted.
 *
 * What was expected of a line is its balance as at the moment the count began. Goods may move while people count and
 * until the differences are posted: a difference is against that moment, and is posted to what is there by then.
 */
export type CountState = 'counting' | 'recounting' | 'counted' | 'posted' | 'cancelled'

/** The round that is being counted; undefined: none is. */
export function roundOf(state: CountState): 1 | 2 | undefined {
  if (state === 'counting') return 1
  return state === 'recounting' ? 2 : undefined
}

/**
 * Whether a line is counted a second time: it differs by more than that share ("0.01") of what was expected, or there
 * is something where nothing was.
 */
export function needsRecount(expected: bigint, counted: bigint, share: string): boolean {
  const difference = counted > expected ? counted - expected : expected - counted
  return exceedsShare(difference, expected, millionths(share))
}

/** What a line was counted as: the second count stands over the first. */
export function finalOf(first: bigint | undefined, second: bigint | undefined): bigint | undefined {
  return second ?? first
}
