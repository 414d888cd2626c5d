import type { Content } from '../../declaration/form/kind.ts'
import type { Named } from '../names.ts'

/* Reading a kept record: what is empty is not there. */

export type Read = (path: string) => string | undefined

/** The text at "DecHead.TradeMode". */
export const reader =
  (content: unknown): Read =>
  path => {
    const found = path
      .split('.')
      .reduce<unknown>((value, name) => (value as Content | undefined)?.[name], content)
    return typeof found === 'string' && found.trim() !== '' ? found : undefined
  }

/** The records at "DecLists.DecList". */
export function recordsAt(content: unknown, path: string): readonly Content[] {
  const found = path
    .split('.')
    .reduce<unknown>((value, name) => (value as Content | undefined)?.[name], content)
  return Array.isArray(found) ? (found as Content[]) : []
}

/** Texts that are there, joined. */
export const joined = (parts: readonly (string | undefined)[], by = ' '): string | undefined => {
  const there = parts.filter(part => part !== undefined && part !== '')
  return there.length === 0 ? undefined : there.join(by)
}

/** yyyyMMdd… as an ISO day. */
export function dayOf(stamp: string | null | undefined): string | undefined {
  const found = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(stamp ?? '')
  return found ? `${found[1]}-${found[2]}-${found[3]}` : undefined
}

/** The same of texts in both languages. */
export function joinedTexts(parts: readonly (Named | undefined)[], by = ' '): Named | undefined {
  const of = (language: 'zh' | 'en') =>
    joined(
      parts.map(part => (typeof part === 'object' ? part[language] : part)),
      by,
    )
  const zh = of('zh')
  return zh === undefined ? undefined : { zh, en: of('en')! }
}
