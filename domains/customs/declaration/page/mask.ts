import { NUMBER } from '../form/dec/note.ts'

/* What is hidden of a message whose reader may not see identity numbers: everything else stays byte for byte. */

/** Elements that hold an identity number. */
const NAMED = /(<(?:[\w-]+:)?(\w*[iI]dNumber|buyerId|payerId|idNo)(?:\s[^>]*)?>)([^<]+)(<\/)/g
/** A number of a person within the note of a declaration. */
const NOTED = new RegExp(`(${NUMBER})([^；<\\]]+)`, 'g')
/** Anything of the shape of a number of a Chinese identity card. */
const SHAPED = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11643-1999, ISO 7064 MOD 11-2. */
function isIdentityCard(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return '10X98765432'.charAt(sum % 11) === text.charAt(17).toUpperCase()
}

const hidden = (text: string): string =>
  text.length <= 4 ? '*'.repeat(text.length) : text.slice(0, 2) + '*'.repeat(text.length - 4) + text.slice(-2)

/** The message with identity numbers hidden but for their first and last two characters. */
export function masked(xml: string): string {
  return xml
    .replace(
      NAMED,
      (_, open: string, _name: string, value: string, close: string) => open + hidden(value) + close,
    )
    .replace(NOTED, (_, before: string, value: string) => before + hidden(value))
    .replace(SHAPED, found => (isIdentityCard(found) ? hidden(found) : found))
}
