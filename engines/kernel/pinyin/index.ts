import { pinyin } from 'pinyin-pro'

/** How a text is read aloud. */
export interface Reading {
  /** Syllables in order, words of other scripts as they stand: "hui lv usd". In lower case. */
  readonly whole: string
  /** First letters of the syllables: "hl". Empty where the text has no Chinese. */
  readonly initials: string
}

/** Characters of a name that are read: names beyond are told apart by then, and reading takes time. */
const READ = 60

/** The pinyin of a name, without tones, ü as v: what people type who look for it, and the order of a dictionary. */
export function readingOf(name: string): Reading {
  const text = name.slice(0, READ)
  if (!/\p{Script=Han}/u.test(text)) return { whole: text.trim().toLowerCase(), initials: '' }
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  const han = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true })
  return {
    whole: syllables
      .map(each => each.trim())
      .filter(Boolean)
      .join(' ')
      .toLowerCase(),
    initials: han
      .map(each => each[0] ?? '')
      .join('')
      .toLowerCase(),
  }
}
