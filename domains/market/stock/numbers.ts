import type { Tx } from '@tongqu/kernel/db'

const NEXT = `
  insert into market.number as n (series, day, last) values ($1, $2, 1)
  on conflict (series, day) do update set last = n.last + 1 returning last`

/** The next number of a series of documents on a day: R-20261123-0001. Who comes second waits for the first's end. */
export async function nextNumber(tx: Tx, series: 'R' | 'T' | 'C', day: string): Promise<string> {
  const [row] = await tx.query<{ last: number }>(NEXT, [series, day])
  return `${series}-${day.replaceAll('-', '')}-${String(row!.last).padStart(4, '0')}`
}
