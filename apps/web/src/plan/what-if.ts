import type { WhatIf } from '../remote/contracts.ts'
import type { InputOrder, ModeJson, OrderJson } from './order-json.ts'

/** What the panel's fields hold, as typed. Rates of invoices are in percent there. */
export interface Draft {
  readonly date: string
  readonly rate: string
  readonly lines: readonly { readonly invoiceAmount: string; readonly invoiceRate: string }[]
}

/** "0.13" → "13"; "13" → "0.13": the decimal point moves two places, nothing is rounded. */
export function toPercent(rate: string | undefined): string {
  if (!rate) return ''
  const [whole = '0', fraction = ''] = rate.split('.')
  const digits = fraction.padEnd(2, '0')
  const moved = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '')
  const rest = digits.slice(2).replace(/0+$/, '')
  return rest ? `${moved}.${rest}` : moved
}

export function fromPercent(percent: string): string {
  const [whole = '0', fraction = ''] = percent.split('.')
  const padded = whole.padStart(3, '0')
  const text = `${padded.slice(0, -2)}.${padded.slice(-2)}${fraction}`.replace(/0+$/, '').replace(/\.$/, '')
  return text.replace(/^0+(?=\d)/, '')
}

export function draftOf(input: InputOrder, date: string): Draft {
  return {
    date: input.date ?? date,
    rate: '',
    lines: input.lines.map(line => ({
      invoiceAmount: line.invoiceAmount ?? '',
      invoiceRate: toPercent(line.invoiceRate),
    })),
  }
}

/** What is typed, and what was last asked with: its answer stands below. */
export interface Trial {
  readonly draft: Draft
  readonly asked?: Draft | undefined
}

/** Whether a kept trial is one of this order: the same lines, texts in every field. */
export function isTrial(value: unknown, start: Draft): value is Trial {
  const { draft, asked } = (value ?? {}) as Record<keyof Trial, unknown>
  return isDraft(draft, start) && (asked === undefined || isDraft(asked, start))
}

function isDraft(value: unknown, start: Draft): value is Draft {
  const { date, rate, lines } = (value ?? {}) as Record<keyof Draft, unknown>
  const areTexts = (...fields: unknown[]) => fields.every(field => typeof field === 'string')
  return (
    areTexts(date, rate) &&
    Array.isArray(lines) &&
    lines.length === start.lines.length &&
    lines.every(line => areTexts(line?.invoiceAmount, line?.invoiceRate))
  )
}

const isNumber = (text: string) => /^\d{1,6}(\.\d{1,8})?$/.test(text)

/** The first field that holds something else than a number or nothing. */
export function badField(draft: Draft): string | undefined {
  const fields = [draft.rate, ...draft.lines.flatMap(line => [line.invoiceAmount, line.invoiceRate])]
  return fields.map(field => field.trim()).find(field => field !== '' && !isNumber(field))
}

type Changes = Pick<WhatIf, 'date' | 'fx' | 'lines'>

/** Only what differs from the order as it was handed in; undefined when nothing does. */
export function changesOf(draft: Draft, start: Draft, currency: string): Changes | undefined {
  const lines = draft.lines.flatMap((line, index) => {
    const was = start.lines[index]
    const change = {
      ...(line.invoiceAmount === was?.invoiceAmount
        ? {}
        : { invoiceAmount: line.invoiceAmount.trim() || null }),
      ...(line.invoiceRate === was?.invoiceRate
        ? {}
        : { invoiceRate: line.invoiceRate.trim() === '' ? null : fromPercent(line.invoiceRate.trim()) }),
    }
    return Object.keys(change).length > 0 ? [{ line: index + 1, ...change }] : []
  })
  const changes: Changes = {
    ...(draft.date && draft.date !== start.date ? { date: draft.date } : {}),
    ...(draft.rate.trim() === '' ? {} : { fx: { [currency]: draft.rate.trim() } }),
    ...(lines.length > 0 ? { lines } : {}),
  }
  return Object.keys(changes).length > 0 ? changes : undefined
}

/** Each mode of either plan, before and after. */
export function modePairs(
  before: OrderJson,
  after: OrderJson,
): { mode: string; before: ModeJson | undefined; after: ModeJson | undefined }[] {
  const names = [...new Set([...before.modes, ...after.modes].map(mode => mode.mode))]
  const find = (plan: OrderJson, name: string) => plan.modes.find(mode => mode.mode === name)
  return names.map(mode => ({ mode, before: find(before, mode), after: find(after, mode) }))
}
