import { shortNumber } from '../chart/short.ts'
import { grouped } from '../part/amount.ts'
import { countryName } from '../part/country.ts'
import { modeLabel } from '../part/modes.ts'
import type { Language } from '../text/catalogue.ts'
import type { Figure, Part, Place } from './figures.ts'

/** "¥12.3万" or "1,234"; `whole` leaves nothing out. */
export function amountText(value: string, unit: Figure['unit'], language: Language, whole = false): string {
  const text = whole ? grouped(value) : shortNumber(value, language)
  return unit === 'CNY' ? `¥${text}` : text
}

/** What a part is called: by its code, or as the figure says. */
export function partName(
  { keys }: Pick<Figure, 'keys'>,
  { key, name }: Part,
  language: Language,
  { places, none }: { places?: ReadonlyMap<string, Place> | undefined; none: string },
): string {
  if (name) return name[language]
  if (key === 'none') return none
  if (keys === 'mode') return modeLabel(key, language)
  if (keys === 'country') return places?.get(key)?.name[language] ?? countryName(key, language)
  return key
}
