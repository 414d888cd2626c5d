import type { Text } from '@tongqu/kernel/text'
import {
  type BondedReceipt,
  bondedReceipt,
  commonResponeMessage,
  entryOutcomes,
  inv101,
  invtOutcomes,
  invtStatusOf,
  listStates,
  writeOffs,
} from '@tongqu/messages/invt'
import { type Content, type KindEntry, type ReceiptReader, type ToldReceipt, windowAnswers } from './kind.ts'

/*
 * The bonded inventory list (INV101). The window's client signs it; its answer names the list by the firm's own number
 * and tells the window's, by which every later receipt names it.
 */

const INFO = 1000
const text = (value: Content, name: string) => (value[name] as string | undefined) ?? ''
/** A time of the customs, however it is written, as yyyyMMddHHmmssSSS; without one the envelope's stands. */
const stamp = (time: string | undefined, created: string) =>
  time ? time.replace(/\D/g, '').slice(0, 17).padEnd(17, '0') : created

const answer: ReceiptReader = {
  schema: commonResponeMessage,
  read(value, created) {
    const isTaken = text(value, 'DealFlag') === '0'
    return [
      {
        key: text(value, 'EtpsPreentNo'),
        status: isTaken ? 'import' : 'refused',
        time: created,
        info: text(value, 'CheckInfo').slice(0, INFO),
        ...(text(value, 'SeqNo') && { windowNo: text(value, 'SeqNo') }),
      },
    ]
  },
}

const outcome: ReceiptReader = {
  schema: bondedReceipt,
  read(value, created) {
    const { INV201, INV202, INV211 } = (value as BondedReceipt).DataInfo.BussinessData
    if (INV201) return [judged(INV201, created)]
    if (INV202) return [declared(INV202, created)]
    return INV211 ? booked(INV211, created) : []
  },
}

type Inside = BondedReceipt['DataInfo']['BussinessData']

function judged(
  { HdeApprResult: said, CheckInfo }: NonNullable<Inside['INV201']>,
  created: string,
): ToldReceipt {
  const info = [said.rmk, ...CheckInfo.map(each => each.note)].filter(each => each).join(' ')
  return {
    key: said.etpsPreentNo,
    by: 'windowNo',
    status: said.manageResult,
    time: stamp(said.manageDate, created),
    ...(info && { info: info.slice(0, INFO) }),
    ...(said.businessId && { listNo: said.businessId }),
  }
}

/** A declaration was made of the list, or not: that says nothing of the list itself. */
function declared({ InvApprResult: said }: NonNullable<Inside['INV202']>, created: string): ToldReceipt {
  const info = [said.entrySeqNo, said.reason].filter(each => each).join(' ')
  return {
    key: said.invPreentNo,
    by: 'windowNo',
    status: `entry_${said.manageResult}`,
    time: stamp(said.createDate, created),
    ...(info && { info: info.slice(0, INFO) }),
  }
}

/** What the book says of the list: how far it is written off (vrfdedMarkcd), and whether it was deleted (invtStucd). */
function booked({ BondInvtBsc: head }: NonNullable<Inside['INV211']>, created: string): ToldReceipt[] {
  if (!head.invtPreentNo) return []
  const of = { key: head.invtPreentNo, by: 'windowNo', listNo: head.bondInvtNo } as const
  const time = stamp(head.formalVrfdedTime || head.prevdTime, created)
  const isEnded = head.invtStucd === '2' || head.invtStucd === '3'
  if (isEnded) return [{ ...of, status: `list_${head.invtStucd}`, time: created }]
  return head.vrfdedMarkcd ? [{ ...of, status: `book_${head.vrfdedMarkcd}`, time }] : []
}

/** Codes by what tells them: INV201 as they are, the others behind a word of their own. */
function meaningOf(status: string): Text {
  const [word, code = ''] = status.split('_') as [string, string?]
  if (word === 'entry') return invtStatusOf(entryOutcomes, code).text
  if (word === 'book') return invtStatusOf(writeOffs, code).text
  if (word === 'list') return invtStatusOf(listStates, code).text
  return windowAnswers[status] ?? invtStatusOf(invtOutcomes, status).text
}

const headOf = (record: Content) => record.InvtHeadType as Content

/** INV101: one list a message. */
export const bondedKind: KindEntry = {
  schema: inv101,
  role: 'list',
  receiver: 'window',
  most: 1,
  signature: 'none',
  precedence: 'declaration.bonded_receipts',
  receipts: [answer, outcome],
  meaningOf,
  keyOf: content => text(headOf(content), 'EtpsInnerInvtNo'),
  stamped: (content, { appType, appTime }) => ({
    ...content,
    InvtHeadType: { ...headOf(content), InputTime: appTime.slice(0, 8), DclTypecd: appType },
  }),
  messageOf: (guid, [record], { copCode }) => ({
    Object: {
      Package: {
        EnvelopInfo: {
          version: '1.0',
          business_id: text(headOf(record!), 'EtpsInnerInvtNo'),
          message_id: guid,
          file_name: `${guid}.xml`,
          message_type: 'INV101',
          sender_id: copCode,
        },
        DataInfo: { BussinessData: { InvtMessage: record, DelcareFlag: '1' } },
      },
    },
  }),
}
