import type { Kind, Values } from '../message/kind.ts'
import { receiptOf, type Said } from '../message/receipt.ts'
import { decReceipt, invtReceipt } from '../message/window-receipt.ts'

/**
 * A receipt in the form of its kind: the unified messages' own, or the single window's.
 * @param atWindow the status where the window has another word for it: it knows no number for a duplicate
 */
export function written(kind: Kind, values: Values, said: Said, atWindow = said.status) {
  if (kind.direction !== 'other')
    return { type: `${kind.receipt.name}Message`, body: receiptOf(kind, values, said) }
  const receipt = kind.family === 'declaration' ? decReceipt : invtReceipt
  return receipt(values, { guid: said.guid, status: atWindow, at: said.at, note: wordsOf(said.info) })
}

/** The words of `[Code:1800;Desc:逻辑校验通过]`, several with a semicolon between. */
function wordsOf(info: string): string {
  return [...info.matchAll(/Desc:([^\]]*)\]/g)].map(([, words]) => words).join('；')
}
