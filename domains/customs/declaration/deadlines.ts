import { returnUntil } from './apply.ts'
import type { Desk } from './env.ts'
import type { DeclarationRow, RecordRow } from './rows.ts'

export interface DeadlineRead {
  readonly what: string
  /** Last day, ISO. */
  readonly until: string
  readonly source: string
}

interface Rule {
  readonly what: string
  readonly mode: string
  readonly form?: string
  readonly days?: string
  readonly month_after?: string
  readonly day?: string
}

const RETAIL_IMPORT: ReadonlySet<string> = new Set(['9610', '1210', '1239'])

/** Days that follow from a release: the monthly summary, the tax, the last day of a return. */
export function deadlinesOf(
  desk: Desk,
  declaration: Pick<DeclarationRow, 'direction' | 'mode' | 'form'>,
  records: readonly RecordRow[],
): DeadlineRead[] {
  const list = records.find(record => record.role === 'list')
  if (!list?.is_released || list.told_time === null) return []
  const released = `${list.told_time.slice(0, 4)}-${list.told_time.slice(4, 6)}-${list.told_time.slice(6, 8)}`
  const snapshot = desk.rules.parameters.at(released)
  const entry = snapshot.get('declaration.deadlines')
  const isImport = declaration.direction === 'import' && RETAIL_IMPORT.has(declaration.mode)
  const found = ((entry?.value ?? []) as unknown as readonly Rule[])
    .filter(rule =>
      rule.mode === 'retail_import'
        ? isImport
        : !isImport && rule.mode === declaration.mode && (rule.form ?? declaration.form) === declaration.form,
    )
    .map(rule => ({ what: rule.what, until: dayOf(rule, released), source: entry!.source }))
  const back = isImport ? returnUntil(desk, list) : undefined
  const returns = snapshot.get('retail_import.return_days')
  return back && returns ? [...found, { what: 'return', until: back, source: returns.source }] : found
}

function dayOf({ days, month_after: months = '0', day }: Rule, from: string): string {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number]
  if (days !== undefined) return iso(new Date(Date.UTC(year, month - 1, date + Number(days))))
  return iso(new Date(Date.UTC(year, month - 1 + Number(months), Number(day))))
}

const iso = (date: Date): string => date.toISOString().slice(0, 10)
