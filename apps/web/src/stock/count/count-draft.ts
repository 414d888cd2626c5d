import type { CountSheet } from '../../remote/market.ts'

/** What a counter has typed: quantities by line of the sheet. */
export type CountDraft = Readonly<Record<string, string>>

export function isCountDraft(value: unknown): value is CountDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(each => typeof each === 'string')
  )
}

/** The lines that are open in this round and have a quantity typed, as the command takes them. */
export function countsOf(sheet: CountSheet, draft: CountDraft): { line: number; quantity: string }[] {
  return sheet.lines
    .filter(({ open, line }) => open && (draft[line] ?? '').trim() !== '')
    .map(({ line }) => ({ line, quantity: draft[line]!.trim() }))
}

/** How many open lines nobody has counted yet, whatever is typed. */
export function linesLeft(sheet: CountSheet): number {
  return sheet.lines.filter(({ open, entered }) => open && !entered).length
}

/** The open line that a code means: its lot first, for an article may lie there in several. */
export function findLine(sheet: CountSheet, draft: CountDraft, code: string): number | undefined {
  const wanted = code.trim().toLowerCase()
  const open = sheet.lines.filter(line => line.open)
  const ofLot = open.find(({ lot }) => lot?.toLowerCase() === wanted)
  const ofArticle = open.filter(({ sku }) => sku.toLowerCase() === wanted)
  const isFree = ({ line, entered }: CountSheet['lines'][number]) => !entered && (draft[line] ?? '') === ''
  return (ofLot ?? ofArticle.find(isFree) ?? ofArticle[0])?.line
}
