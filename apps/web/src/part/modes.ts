import type { Language } from '../text/catalogue.ts'
import { catalogue } from '../text/catalogue.ts'

/** Names of the customs modes (监管方式) as the interface says them; a mode without one is shown by its code. */
const names = catalogue({
  '0110': { zh: '一般贸易', en: 'General trade' },
  '1039': { zh: '市场采购', en: 'Market procurement' },
  '9610': { zh: '跨境电商零售', en: 'Cross-border retail' },
  '9710': { zh: '跨境电商B2B直接出口', en: 'B2B direct export' },
  '9810': { zh: '跨境电商出口海外仓', en: 'Export to overseas warehouse' },
  '1210': { zh: '网购保税', en: 'Bonded retail' },
  '1239': { zh: '网购保税A', en: 'Bonded retail A' },
  '1233': { zh: '保税仓库货物', en: 'Bonded warehouse goods' },
  postal: { zh: '邮递物品', en: 'Postal article' },
  luggage: { zh: '行李物品', en: 'Luggage article' },
})

/** Every mode that has a name. */
export const modes: readonly string[] = Object.keys(names)

const has = (mode: string): mode is keyof typeof names => Object.hasOwn(names, mode)

/** "市场采购"; the code where there is no name. */
export function modeName(mode: string, language: Language): string {
  return has(mode) ? names[mode][language] : mode
}

/** Articles of persons have no number of their own. */
export function modeCode(mode: string): string {
  return /^\d+$/.test(mode) ? mode : ''
}

/** "1039 市场采购". */
export function modeLabel(mode: string, language: Language): string {
  return `${modeCode(mode)} ${modeName(mode, language)}`.trim()
}
