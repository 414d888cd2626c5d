import { firmOf } from '../declarant/profile.ts'
import { decimal, plain } from './decimal.ts'
import { type Facts, textOf } from './facts.ts'
import { book, declarant, table } from './form.ts'
import type { Part } from './part.ts'

/* Elements that several records share. */

/** Platform, seller and number of the sale. */
export function sale(part: Part, { order, extra, profile }: Facts) {
  const word = textOf(extra, 'platformCode') ?? order.platform
  const source = word === undefined ? book('platform') : declarant('platforms')
  return {
    orderNo: part.need('orderNo', order.platformOrderNo, book('platformOrderNo')),
    ...part.firm('ebp', firmOf(profile.platforms, word), source),
    ...part.firm('ebc', profile.seller, declarant('seller')),
  }
}

export function carrier(part: Part, { extra, profile }: Facts) {
  const word = textOf(extra, 'carrier')
  const source = word === undefined ? book('carrier') : declarant('carriers')
  return {
    ...part.firm('logistics', firmOf(profile.carriers, word), source),
    logisticsNo: part.need('logisticsNo', textOf(extra, 'waybillNo'), book('waybillNo')),
  }
}

/** Older code of a country by its letters; without them the book's column is missing, without a code the table. */
export function country(
  part: Pick<Part, 'need'>,
  element: string,
  facts: Facts,
  from: { readonly alpha2: string | undefined; readonly field: string },
): string {
  if (from.alpha2 === undefined) return part.need(element, undefined, book(from.field))
  return part.need(element, facts.codes.country(from.alpha2), table('countries'))
}

/** Kind of packing by the code of the day's messages. */
export function packing(part: Part, { extra, codes }: Facts, kind = textOf(extra, 'packageKind')): string {
  if (kind === undefined) return part.need('wrapType', undefined, book('packageKind'))
  return part.need('wrapType', codes.packing(kind), table('package_types'))
}

/** A decimal as messages write it. */
export const written = (text: string | undefined) => (text === undefined ? undefined : plain(decimal(text)))

/** `2026-11-23 09:30:00` as yyyyMMddHHmmss; undefined where it is no such time. */
export function moment(text: string | undefined): string | undefined {
  const digits = text?.replace(/[-:T /]/g, '') ?? ''
  return /^\d{14}$/.test(digits) ? digits : undefined
}

export const day = (text: string | undefined) => text?.replaceAll('-', '')

/** An element that may be left out. */
export function given<K extends string>(
  name: K,
  value: string | undefined,
): { readonly [key in K]?: string } {
  return value === undefined || value === '' ? {} : ({ [name]: value } as { [key in K]: string })
}

/** What stands before and behind the stroke: vessel and voyage, flight and day. */
export function vehicleAndVoyage(extra: Facts['extra']): readonly [string | undefined, string | undefined] {
  const [vehicle, voyage] = (textOf(extra, 'conveyance') ?? '').split('/')
  return [vehicle, voyage]
}
