import { reader } from '../paper/sheet/content.ts'
import type { TrackedRow } from './store.ts'

/*
 * The second fact. A consignment's number stands on its label for everybody on the way to read; what only the parties know
 * is the number of the sale, or the telephone that the buyer gave. Any one of these proves:
 *   - the order's number, or the contract's;
 *   - the last four digits of the buyer's telephone, as carriers ask for them;
 *   - the other one of the two numbers that it is asked by (the customs' number where the waybill's is given);
 *   - the declaring firm's own number.
 * Four digits are soon tried through: tries are counted by consignment and by address, and what is shown is not personal.
 */

const plain = (text: string): string => text.normalize('NFKC').trim().toUpperCase()

const LAST = 4

/** Whether somebody who says so knows more of the consignment than its label. */
export function proves(
  { content, logistics_no, list_no, number }: TrackedRow,
  asked: string,
  said: string,
): boolean {
  const read = reader(content)
  const by = plain(asked)
  const facts = [
    read('InventoryHead.orderNo'),
    read('DecHead.ContrNo'),
    number,
    ...[logistics_no, list_no].filter(each => each !== null && plain(each) !== by),
  ]
  const word = plain(said)
  if (facts.some(fact => fact && plain(fact) === word)) return true
  const phone = read('InventoryHead.buyerTelephone')?.replace(/\D/g, '') ?? ''
  return phone.length > LAST && /^\d{4}$/.test(word) && phone.endsWith(word)
}
