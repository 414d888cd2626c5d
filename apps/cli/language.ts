import type { Language } from '@tongqu/kernel/text'

export interface Spoken {
  /** The words without `--lang`. */
  readonly words: readonly string[]
  readonly language: Language
  /** What stood after `--lang` and is no language of ours. */
  readonly unknown?: string
}

/** `--lang`, wherever it stands, else the terminal's own language, else Chinese. */
export function spoken(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Spoken {
  const own = /^en/i.test(env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '') ? 'en' : 'zh'
  const words: string[] = []
  let stated: string | undefined
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!
    if (word === '--lang') stated = argv[++at] ?? ''
    else if (word.startsWith('--lang=')) stated = word.slice(7)
    else words.push(word)
  }
  if (stated === undefined) return { words, language: own }
  return stated === 'zh' || stated === 'en'
    ? { words, language: stated }
    : { words, language: own, unknown: stated }
}
