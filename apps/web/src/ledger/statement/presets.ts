/** A span of legal days that people ask statements for. */
export interface Span {
  readonly from?: string
  readonly asAt?: string
}

const pad = (n: number) => String(n).padStart(2, '0')

/** The last day of a month, 1 to 12. */
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** This month, the last one, this year: as of an ISO day. */
export function spansOf(today: string): Record<'thisMonth' | 'lastMonth' | 'thisYear' | 'ever', Span> {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const [beforeYear, before] = month === 1 ? [year - 1, 12] : [year, month - 1]
  return {
    thisMonth: { from: `${year}-${pad(month)}-01` },
    lastMonth: {
      from: `${beforeYear}-${pad(before)}-01`,
      asAt: `${beforeYear}-${pad(before)}-${pad(lastDay(beforeYear, before))}`,
    },
    thisYear: { from: `${year}-01-01` },
    ever: {},
  }
}
