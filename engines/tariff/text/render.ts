import { modes } from './modes.ts'
import { needs } from './needs.ts'
import { taxes } from './taxes.ts'
import type { Lang, Texts } from './texts.ts'

const catalogue: Texts = { ...needs, ...modes, ...taxes }

/** Every code the engine can say. */
export const textCodes = (): string[] => Object.keys(catalogue)

/** A code's text in a language with its parameters filled in; the code itself where it is not the engine's. */
export function renderText(
  code: string,
  params: Readonly<Record<string, string>> | undefined,
  lang: Lang,
): string {
  const template = catalogue[code]?.[lang === 'zh' ? 0 : 1]
  if (template === undefined) return code
  if (!template.includes('{')) return template
  return template.replace(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? '')
}
