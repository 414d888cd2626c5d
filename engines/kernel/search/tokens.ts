import type { Entry } from './findable.ts'
import { cut, HAN_RUNS, normal, squeezed, WORDS } from './normal.ts'
import { type Reading, readingsOf } from './pinyin.ts'

/*
 * What an entry is found by. A query finds the tokens that begin with it, class by class:
 *   0 a number         P-20261123-0001, p202611230001
 *   1 a name           汉口北供应链 / hankoubei supply chain
 *   2 a word of it     supply, a number's later parts (20261123-0001, 0001)
 *   3 its pinyin       hankoubei…, hkb…
 *   4 a later sign     口北供应链, 北供应链 …
 *   5 later pinyin     koubei…, kb…
 */
export const NUMBER = 0
export const NAME = 1
export const WORD = 2
export const PINYIN = 3
export const WITHIN = 4
export const PINYIN_WITHIN = 5
export const CLASSES = [NUMBER, NAME, WORD, PINYIN, WITHIN, PINYIN_WITHIN] as const

/** A long text is found by its beginning, not by every sign of it. */
const MOST_SIGNS = 60
const MOST_TOKENS = 160
/** The last digits by which people tell long numbers from each other. */
const TAIL = 6

/** Tokens of an entry, each after the digit of its class. */
export function tokensOf({ number, numbers = [], title, names = [] }: Entry): string[] {
  const tokens = new Set<string>()
  const add = (kind: number, token: string) => {
    if (token !== '' && tokens.size < MOST_TOKENS) tokens.add(`${kind}${cut(token)}`)
  }
  for (const each of [number, ...numbers]) if (each) addNumber(add, each)
  for (const each of new Set([title.zh, title.en, ...names])) if (each && each !== number) addName(add, each)
  return [...tokens]
}

type Add = (kind: number, token: string) => void

function addNumber(add: Add, number: string): void {
  const whole = normal(number)
  add(NUMBER, whole)
  add(NUMBER, squeezed(number))
  for (const part of whole.matchAll(/(?<=[^\p{L}\p{N}])[\p{L}\p{N}]/gu)) add(WORD, whole.slice(part.index))
  if (/\d{12}$/.test(whole)) add(WORD, whole.slice(-TAIL))
}

function addName(add: Add, name: string): void {
  const whole = normal(name).slice(0, MOST_SIGNS * 2)
  add(NAME, whole)
  for (const { 0: word, index } of whole.matchAll(WORDS))
    if (index > 0 && word.length > 1) add(WORD, whole.slice(index))
  for (const { 0: run, index } of whole.slice(0, MOST_SIGNS).matchAll(HAN_RUNS)) {
    const signs = [...run]
    for (let at = index === 0 ? 1 : 0; at < signs.length; at++) add(WITHIN, signs.slice(at).join(''))
    for (const reading of readingsOf(run)) addReading(add, reading, index === 0)
  }
}

function addReading(add: Add, reading: Reading, isFirst: boolean): void {
  for (let at = 0; at < reading.length; at++) {
    const kind = isFirst && at === 0 ? PINYIN : PINYIN_WITHIN
    const rest = reading.slice(at)
    const whole = rest.join('')
    add(kind, whole)
    // Where there is no ü on the keyboard, u is typed.
    if (whole.includes('v')) add(kind, whole.replaceAll('v', 'u'))
    if (rest.length > 1) add(kind, rest.map(syllable => syllable[0]).join(''))
  }
}
