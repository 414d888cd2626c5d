import type { Tx } from '@tongqu/kernel/db'
import type { Desk } from '../declaration/env.ts'
import { hashesIn, opened } from '../declaration/form/sealed.ts'
import { sheetTexts } from './sheet/texts.ts'
import type { Subject } from './subject.ts'

/* Identity numbers on papers: withheld, or for those who may see them in full. */

/** A text of a kept record with each number withheld. */
export const withholding = (text: string): string => opened(text, () => sheetTexts.withheld.zh) ?? text

/** A text of a kept record with its numbers; one that was erased is withheld. System scope. */
export async function numbersOf(tx: Tx, desk: Desk, subject: Subject): Promise<(text: string) => string> {
  const hashes = subject.of === 'record' ? [...new Set(hashesIn(subject.content))] : []
  const numbers = await desk.services.identityNumbers.revealAll(tx, hashes)
  return text => opened(text, hash => numbers.get(hash) ?? sheetTexts.withheld.zh) ?? text
}
