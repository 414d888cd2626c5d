import type { Language } from '@tongqu/kernel/text'
import { type Column, columns, places } from '../columns.ts'

/** Widest column of a table; a longer cell pushes on. */
const WIDEST = 48

/**
 * An answer for a person: a list of flat objects as a table, everything else as `key: value`, what is nested
 * indented under its key. Texts are in the reader's language.
 */
export function printed(answer: unknown, language: Language): string {
  const lines = linesOf(spoken(answer, language), '')
  return lines.map(line => `${line.trimEnd()}\n`).join('')
}

type Scalar = string | number | boolean | null

/** The answer with each `{ zh, en }` in one language, and without what is absent. */
function spoken(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map(each => spoken(each, language))
  if (value === null || typeof value !== 'object') return value
  const { zh, en, ...more } = value as Record<string, unknown>
  if (typeof zh === 'string' && Object.keys(more).length === 0) return language === 'en' ? (en ?? zh) : zh
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([name, each]) => [name, spoken(each, language)]),
  )
}

function linesOf(value: unknown, indent: string): string[] {
  if (isScalar(value))
    return cellText(value)
      .split('\n')
      .map(line => `${indent}${line}`)
  if (Array.isArray(value)) return listLines(value, indent)
  return Object.entries(value as object).flatMap(([name, each]) => {
    const short = shortText(each)
    return short === undefined
      ? [`${indent}${name}:`, ...linesOf(each, `${indent}  `)]
      : [`${indent}${name}: ${short}`]
  })
}

function listLines(list: readonly unknown[], indent: string): string[] {
  if (list.length === 0) return [`${indent}—`]
  if (list.every(isFlat)) return tableOf(list as readonly Readonly<Record<string, unknown>>[], indent)
  return list.flatMap((each, n) => [...(n > 0 ? [''] : []), ...linesOf(each, indent)])
}

function tableOf(rows: readonly Readonly<Record<string, unknown>>[], indent: string): string[] {
  const names = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const cells = rows.map(row => names.map(name => shortText(row[name]) ?? ''))
  const spec: Column[] = names.map((title, n) => ({
    title,
    width: Math.min(WIDEST, Math.max(places(title), ...cells.map(row => places(row[n]!)))),
    right: rows.every(row => row[title] === undefined || typeof row[title] === 'number'),
  }))
  return [names, ...cells].map(row => `${indent}${columns(spec, row)}`)
}

/** An object whose every value is short. */
function isFlat(value: unknown): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  return Object.values(value).every(each => shortText(each) !== undefined)
}

/** A scalar, or a list of scalars, on one line; undefined: it needs lines of its own. */
function shortText(value: unknown): string | undefined {
  if (value === undefined) return ''
  if (isScalar(value)) return typeof value === 'string' && value.includes('\n') ? undefined : cellText(value)
  if (!Array.isArray(value) || !value.every(isScalar)) return undefined
  const text = value.length === 0 ? '—' : value.map(cellText).join(', ')
  return text.includes('\n') || text.length > 200 ? undefined : text
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function cellText(value: Scalar): string {
  return value === null ? '—' : String(value)
}
