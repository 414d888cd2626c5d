import type { Tx } from '@tongqu/kernel/db'
import { recordsOfKey } from '@tongqu/register'
import type { CodeBook, NumericCodes } from '../declaration/form/codes.ts'
import type { CodeTable } from '../tables/codes.ts'

/** A text in both languages, or a code that no loaded table names. */
export type Named = string | { readonly zh: string; readonly en: string }

interface Worded {
  readonly zh: string
  readonly en?: string
}

/** What codes are called, by the tables that are loaded. */
export interface Names {
  /** The name alone; the code where no table names it; undefined where there is no code. */
  name(table: CodeTable, code: string | undefined): Promise<Named | undefined>
  /** ISO 4217 or the older number of a currency. */
  currency(code: string | undefined): Promise<Named | undefined>
  /** Alpha-2, alpha-3 or the older number of a country. */
  country(code: string | undefined): Promise<Named | undefined>
}

export function namesOf(tx: Tx, { plan: { book } }: CodeBook, numeric: NumericCodes): Names {
  const kept = new Map<string, Promise<Named>>()
  const both = ({ zh, en }: Worded): Named => ({ zh, en: en ?? zh })
  const find = async (table: CodeTable, code: string): Promise<Named> => {
    const [found] = (await recordsOfKey(tx, `customs.codes.${table}`, code)) as { data: Worded }[]
    if (found) return both(found.data)
    const own = table === 'units' ? book.unit(code) : undefined
    return own ? both(own) : code
  }
  const name: Names['name'] = async (table, code) => {
    if (code === undefined || code === '') return undefined
    const key = `${table} ${code}`
    if (!kept.has(key)) kept.set(key, find(table, code))
    return kept.get(key)
  }
  const letters = (codes: Readonly<Record<string, string>>, code: string) =>
    Object.keys(codes).find(each => codes[each] === code) ?? code
  return {
    name,
    async currency(code) {
      if (code === undefined || code === '') return undefined
      const iso = letters(numeric.currencies, code)
      const found = book.currency(iso)
      return found ? both(found) : name('currencies', iso)
    },
    async country(code) {
      if (code === undefined || code === '') return undefined
      const alpha = letters(numeric.countries, code)
      const found = book.country(alpha)
      return found ? both(found) : name('countries', alpha)
    },
  }
}

/** "汉口海关 (4701)": a name with its code behind it. */
export function withCode(named: Named | undefined, code: string | undefined): Named | undefined {
  if (named === undefined || code === undefined || typeof named === 'string') return named
  return { zh: `${named.zh}（${code}）`, en: `${named.en} (${code})` }
}
