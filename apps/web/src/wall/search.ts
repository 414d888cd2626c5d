import { among, type Given } from '../search.ts'
import { periods } from './figures.ts'

/** What the wall's address holds after `?`: how far back it looks; absent: today. */
export const wallSearch = (given: Given): { period?: 'week' | 'month' | 'year' } => {
  const period = among(given, 'period', periods)
  return { period: period === 'day' ? undefined : period }
}
