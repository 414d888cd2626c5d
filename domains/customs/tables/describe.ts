import { readingOf } from '@tongqu/kernel/pinyin'
import type { Described } from '@tongqu/register'

interface Named {
  readonly name?: unknown
  readonly zh?: unknown
  readonly en?: unknown
  readonly extra?: { readonly also?: unknown; readonly fullName?: unknown }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A row of a table is found by its key, its Chinese and English names and their pinyin, whole and by initials. */
export function describeRow(key: string, data: unknown): Described {
  const { name, zh, en, extra } = data as Named
  const chinese = text(zh) || text(name)
  const { whole, initials } = readingOf(chinese)
  const found = [
    key,
    chinese,
    text(en),
    text(extra?.also),
    text(extra?.fullName),
    whole.replaceAll(' ', ''),
    initials,
  ]
  return { sought: found.filter(Boolean).join(' ').toLowerCase(), reads: (whole || key).toLowerCase() }
}
