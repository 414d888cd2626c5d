import { randomBytes } from 'node:crypto'

/*
 * The code of a printed paper: eleven characters of chance and one that checks them. The alphabet leaves out what is
 * mistaken for something else in print or by ear (0 O Q D, 1 I L, 2 Z, 5 S, 8 B, 6 G, U V) and keeps 23 characters: a
 * prime, so that one wrong character and any two that changed places are always found. 23^11 ≈ 2^49.8 codes: among a
 * million papers a guess finds one in a billion tries.
 */
const ALPHABET = '23456789ACEFHJKMNPRTWXY'
const SIZE = ALPHABET.length
const RANDOM = 11
/** Bytes from here on would make some characters likelier than others. */
const FAIR = 256 - (256 % SIZE)

/** A fresh code, twelve characters. */
export function newCode(): string {
  let made = ''
  while (made.length < RANDOM)
    for (const byte of randomBytes(RANDOM))
      if (byte < FAIR && made.length < RANDOM) made += ALPHABET[byte % SIZE]
  return made + checkOf(made)
}

/** The character that makes the sum of place × value divisible by 23. */
function checkOf(random: string): string {
  // The last place counts 12, and 12 × 2 ≡ 1 (mod 23).
  return ALPHABET[((SIZE - (weighted(random) % SIZE)) * 2) % SIZE]!
}

const weighted = (text: string): number =>
  [...text].reduce((sum, char, at) => sum + (at + 1) * ALPHABET.indexOf(char), 0)

/** A code as somebody typed it: in small letters, full width, with spaces or strokes. Undefined: it is none. */
export function readCode(typed: string): string | undefined {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―·.]/g, '')
  const isOne = text.length === RANDOM + 1 && [...text].every(char => ALPHABET.includes(char))
  return isOne && weighted(text) % SIZE === 0 ? text : undefined
}

/** In groups of four, as it is printed. */
export const shownCode = (code: string): string => code.match(/.{1,4}/g)!.join('-')
