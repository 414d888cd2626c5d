import { digitsOf, isoOf } from '../time.ts'
import { leaves } from '../xml/write.ts'
import type { Values } from './kind.ts'

/** A receipt of the single window: the document's name and the document. */
export interface WindowReceipt {
  readonly type: string
  readonly body: string
}

/** What one says. */
export interface WindowSaid {
  readonly guid: string
  readonly status: string
  readonly at: number
  readonly note: string
}

/** The window's answer to what it took in or keeps as a draft (`import`), or refused (`refused`). */
const isAnswer = (status: string) => status === 'import' || status === 'refused'

/** DecImportResponse with code 0 or 1, then a DEC_RESULT for each CHANNEL. */
export function decReceipt(values: Values, { status, at, note }: WindowSaid): WindowReceipt {
  const { ClientSeqNo, SeqNo, entryId, CustomMaster } = values
  if (isAnswer(status)) {
    const isRefused = status === 'refused'
    const body = leaves({
      ResponseCode: isRefused ? '1' : '0',
      ErrorMessage: note,
      ClientSeqNo,
      SeqNo: isRefused ? undefined : SeqNo,
    })
    return {
      type: 'DecImportResponse',
      body: `<DecImportResponse xmlns="http://www.chinaport.gov.cn/dec">${body}</DecImportResponse>\n`,
    }
  }
  const day = isoOf(at)
  const body = leaves({
    CUS_CIQ_NO: SeqNo,
    // The customs number it when they take it in.
    ENTRY_ID: status === '7' ? undefined : entryId,
    NOTICE_DATE: day,
    CHANNEL: status,
    NOTE: note,
    CUSTOM_MASTER: CustomMaster,
    D_DATE: day,
  })
  return { type: 'DEC_RESULT', body: `<DEC_RESULT>${body}</DEC_RESULT>\n` }
}

/** CommonResponeMessage with DealFlag 0 or 1, then INV201 for each outcome, INV202 for the declaration made of it. */
export function invtReceipt(values: Values, said: WindowSaid): WindowReceipt {
  const { status, note } = said
  const { SeqNo, EtpsInnerInvtNo } = values
  if (isAnswer(status)) {
    const isRefused = status === 'refused'
    const body = leaves({
      SeqNo: isRefused ? undefined : SeqNo,
      EtpsPreentNo: EtpsInnerInvtNo,
      CheckInfo: note,
      DealFlag: isRefused ? '1' : '0',
    })
    return { type: 'CommonResponeMessage', body: `<CommonResponeMessage>${body}</CommonResponeMessage>\n` }
  }
  return status === 'entry'
    ? packaged('INV202', values, said, entry)
    : packaged('INV201', values, said, outcome)
}

type Inside = (values: Values, said: WindowSaid) => string

function packaged(type: string, values: Values, said: WindowSaid, inside: Inside): WindowReceipt {
  const info = leaves({
    version: '1.0',
    business_id: values.SeqNo,
    message_id: said.guid,
    file_name: `${said.guid}.xml`,
    message_type: type,
    sender_id: 'CUSTOMS',
    receiver_id: values.DclEtpsno,
    send_time: isoOf(said.at),
  })
  const data = `<BussinessData><${type}>${inside(values, said)}</${type}></BussinessData>`
  return {
    type,
    body: `<Package xmlns="http://www.w3.org/2000/09/xmldsig#"><EnvelopInfo>${info}</EnvelopInfo><DataInfo>${data}</DataInfo></Package>\n`,
  }
}

const outcome: Inside = ({ SeqNo, bondInvtNo }, { status, at, note }) =>
  `<HdeApprResult>${leaves({
    etpsPreentNo: SeqNo,
    businessId: bondInvtNo,
    tmsCnt: '0',
    typecd: '1',
    manageResult: status === 'rejected' ? '3' : status,
    manageDate: isoOf(at).replace('T', ' '),
    rmk: note,
  })}</HdeApprResult>`

const entry: Inside = ({ SeqNo, bondInvtNo, entrySeqNo }, { at }) =>
  `<InvApprResult>${leaves({
    invPreentNo: SeqNo,
    businessId: bondInvtNo,
    entrySeqNo,
    manageResult: '1',
    createDate: digitsOf(at, 14),
    reason: '',
  })}</InvApprResult>`
