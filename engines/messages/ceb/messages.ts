import type { MessageSchema } from '../schema/message.ts'
import { ceb507, ceb508 } from './export/arrival.ts'
import { ceb605, ceb606 } from './export/cancel.ts'
import { ceb509, ceb510 } from './export/departure.ts'
import { ceb603, ceb604 } from './export/inventory.ts'
import { ceb505, ceb506 } from './export/logistics.ts'
import { ceb303, ceb304 } from './export/order.ts'
import { ceb403, ceb404 } from './export/receipts.ts'
import { ceb701, ceb702, ceb792 } from './export/summary.ts'
import { ceb607, ceb608 } from './export/waybill.ts'
import { ceb900 } from './format-error.ts'
import { ceb623, ceb624, ceb625, ceb626 } from './import/cancel.ts'
import { ceb711, ceb712 } from './import/delivery.ts'
import { ceb621, ceb622 } from './import/inventory.ts'
import { ceb511, ceb512, ceb513, ceb514 } from './import/logistics.ts'
import { ceb311, ceb312 } from './import/order.ts'
import { ceb411, ceb412 } from './import/payment.ts'
import { ceb816, ceb818 } from './import/tax.ts'

/** All cross-border e-commerce messages, by name. */
export const cebMessages = {
  CEB303: ceb303,
  CEB304: ceb304,
  CEB311: ceb311,
  CEB312: ceb312,
  CEB403: ceb403,
  CEB404: ceb404,
  CEB411: ceb411,
  CEB412: ceb412,
  CEB505: ceb505,
  CEB506: ceb506,
  CEB507: ceb507,
  CEB508: ceb508,
  CEB509: ceb509,
  CEB510: ceb510,
  CEB511: ceb511,
  CEB512: ceb512,
  CEB513: ceb513,
  CEB514: ceb514,
  CEB603: ceb603,
  CEB604: ceb604,
  CEB605: ceb605,
  CEB606: ceb606,
  CEB607: ceb607,
  CEB608: ceb608,
  CEB621: ceb621,
  CEB622: ceb622,
  CEB623: ceb623,
  CEB624: ceb624,
  CEB625: ceb625,
  CEB626: ceb626,
  CEB701: ceb701,
  CEB702: ceb702,
  CEB711: ceb711,
  CEB712: ceb712,
  CEB792: ceb792,
  CEB816: ceb816,
  CEB818: ceb818,
  CEB900: ceb900,
} as const

export type CebName = keyof typeof cebMessages

/** The schema whose root element has that name (`CEB622Message`); undefined where there is none. */
export function cebMessageOf(root: string): MessageSchema | undefined {
  const name = root.endsWith('Message') ? root.slice(0, -'Message'.length) : ''
  return Object.hasOwn(cebMessages, name) ? cebMessages[name as CebName] : undefined
}
