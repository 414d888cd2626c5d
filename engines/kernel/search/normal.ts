/** Longest token that is kept, and longest word that is looked for. */
export const LONGEST = 40

/** One form of all that means the same: full or half width (NFKC), upper or lower case, one space between words. */
export function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** Without anything between its signs: `HKB-2026/1` and `hkb20261` are one number. */
export function squeezed(text: string): string {
  return normal(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

export const cut = (token: string): string => token.slice(0, LONGEST)

/** Chinese signs that follow each other. */
export const HAN_RUNS = /\p{Script=Han}+/gu

/** Words of letters and digits, none of them Chinese. */
export const WORDS = /(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
