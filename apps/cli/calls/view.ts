import type { Shown, TableView, View, ViewPart } from '@tongqu/kernel/command'
import type { Language } from '@tongqu/kernel/text'
import { columns, places } from '../columns.ts'

/** A view as text for a terminal, its parts apart by an empty line. */
export function viewed(view: View, language: Language): string {
  return view.map(part => `${linesOf(part, language).join('\n')}\n`).join('\n')
}

function linesOf(part: ViewPart, language: Language): string[] {
  if ('note' in part) return [part.note[language]]
  if ('table' in part) return tableLines(part.table, language)
  const facts = part.facts
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name[language], said(value, language)])
  const spec = [
    { title: '', width: widest(facts.map(([name]) => name!)) },
    { title: '', width: 0 },
  ]
  return facts.map(fact => columns(spec, fact))
}

function tableLines({ columns: heads, rows, none }: TableView, language: Language): string[] {
  if (rows.length === 0) return [none[language]]
  const cells = rows.map(row => row.map(cell => said(cell, language)))
  const titles = heads.map(({ title }) => title[language])
  const spec = heads.map(({ right }, n) => ({
    title: titles[n]!,
    width: widest([titles[n]!, ...cells.map(row => row[n] ?? '')]),
    right: right ?? false,
  }))
  return [titles, ...cells].map(row => columns(spec, row))
}

function said(value: Shown, language: Language): string {
  if (value === undefined) return ''
  return typeof value === 'object' ? value[language] : String(value)
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(places))
}
