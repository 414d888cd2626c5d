import { declarationMessages } from '@tongqu/messages/declaration'
import type { Content, ReceiptReader } from '../kind.ts'

/*
 * Receipts of the single window. Its answer names the record by our own number and tells the window's; every later one
 * names it by the window's alone. The answer has no time of its own: its envelope's stands for it.
 */

const INFO = 1000
const text = (value: Content, name: string) => (value[name] as string | undefined) ?? ''

const answer: ReceiptReader = {
  schema: declarationMessages.DecImportResponse,
  read(value, created) {
    const isTaken = text(value, 'ResponseCode') === '0'
    const said = [text(value, 'ErrorMessage'), ...(isTaken ? [] : [`[${text(value, 'ResponseCode')}]`])]
    return [
      {
        key: text(value, 'ClientSeqNo'),
        status: isTaken ? 'import' : 'refused',
        time: created,
        info: said.join(' ').slice(0, INFO),
        ...(text(value, 'SeqNo') && { windowNo: text(value, 'SeqNo') }),
      },
    ]
  },
}

const result: ReceiptReader = {
  schema: declarationMessages.DEC_RESULT,
  read: value => [
    {
      key: text(value, 'CUS_CIQ_NO'),
      by: 'windowNo',
      status: text(value, 'CHANNEL'),
      time: text(value, 'NOTICE_DATE').replace(/\D/g, '').padEnd(17, '0'),
      ...(text(value, 'NOTE') && { info: text(value, 'NOTE').slice(0, INFO) }),
      ...(text(value, 'ENTRY_ID') && { listNo: text(value, 'ENTRY_ID') }),
    },
  ],
}

export const windowReceipts: readonly ReceiptReader[] = [answer, result]
