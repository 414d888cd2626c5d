import { decChannelOf, decMessage } from '@tongqu/messages/declaration'
import type { Facts } from '../facts.ts'
import { declarant, Form } from '../form.ts'
import { type Content, type KindEntry, type Made, windowAnswers } from '../kind.ts'
import { containersOf } from './containers.ts'
import { goodsLines } from './goods.ts'
import { decHead } from './head.ts'
import { decLines } from './lines.ts'
import { windowReceipts } from './receipts.ts'

/** Version of the interface that is written: one that was seen. */
const VERSION = '4.8'

/** A customs declaration (报关单) of one order, or of several under market procurement. */
function declaration(orders: readonly Facts[]): Made {
  const form = new Form('DecMessage')
  const [{ profile, copNo }] = orders as readonly [Facts]
  const lines = goodsLines(orders)
  const { window } = profile
  const content = {
    DecHead: decHead(form, orders, lines),
    DecLists: { DecList: decLines(form, lines, orders.length > 1) },
    ...containersOf(form, orders, lines),
    DecSign: {
      // Declared, not only kept as a draft.
      OperType: 'C',
      ICCode: form.need('DecSign.ICCode', window?.icCode, declarant('window.icCode')),
      CopCode: window?.copCode ?? '',
      OperName: window?.operator ?? '',
      ClientSeqNo: copNo,
      ...(window?.certificate && { Certificate: window.certificate }),
    },
  }
  return { form, content }
}

const signOf = (message: Content) => message.DecSign as Content

/** DecMessage: one declaration a message, signed within, answered by the single window. */
export const decKind: KindEntry = {
  schema: decMessage,
  role: 'list',
  receiver: 'window',
  most: 1,
  // No source says over which bytes the window's client signs: here over the message without the signature.
  signature: {
    put: (message, value) => ({ ...message, DecSign: { ...signOf(message), Sign: value } }),
  },
  precedence: 'declaration.window_receipts',
  receipts: windowReceipts,
  meaningOf: status => windowAnswers[status] ?? decChannelOf(status).text,
  make: declaration,
  keyOf: content => String(signOf(content).ClientSeqNo),
  stamped: (content, { appTime }) => ({
    ...content,
    DecSign: { ...signOf(content), SignDate: `${appTime}00` },
  }),
  withPapers: (content, { EdocRealation, LicenseDocu }) => ({
    ...content,
    ...(LicenseDocu.length > 0 && { DecLicenseDocus: { LicenseDocu } }),
    EdocRealation,
  }),
  messageOf: (_guid, [record]) => ({ version: VERSION, EcoRelation: [], EdocRealation: [], ...record }),
}
