import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Host } from '@tongqu/kernel/host'

export { generalOrder } from './general.ts'

/*
 * The other side of the drop folder, by hand: what it reads and writes is text, so that it shares nothing with the
 * product but the folder and the words of the messages.
 */

/** A message that lies in `out/`, taken apart by its tags. */
export interface SeenMessage {
  readonly name: string
  readonly envelope: string
  readonly type: string
  readonly xml: string
}

/** Business keys of the records in a message, as its receipts repeat them. */
export function keysIn({ type, xml }: SeenMessage): string[] {
  const { record, keys } = ANSWERS[type.replace('Message', '')]!
  const heads = xml.split(new RegExp(`<(?:\\w+:)?${record}>`)).slice(1)
  return heads.map(head => keys.map(key => tag(head, key)).join(' '))
}

const tag = (xml: string, name: string): string | undefined =>
  new RegExp(`<(?:\\w+:)?${name}>([^<]*)</`).exec(xml)?.[1]

export class TestCounter {
  readonly dir: string
  #minute = 0
  #number = 0

  constructor(dir: string) {
    this.dir = dir
  }

  /** The one of an installation; where it has another gateway, in a folder that nobody reads. */
  static of({ config: { counter, dataDir } }: Pick<Host, 'config'>): TestCounter {
    return new TestCounter(counter?.kind === 'folder' ? counter.dir : join(dataDir, 'counter'))
  }

  /** What lies there; taken away where `take` says so. */
  async out(take = true): Promise<SeenMessage[]> {
    const dir = join(this.dir, 'out')
    const names = await readdir(dir).catch(() => [] as string[])
    const found: SeenMessage[] = []
    for (const name of names.filter(each => each.endsWith('.xml')).sort()) {
      const envelope = await readFile(join(dir, name), 'utf8')
      const xml = Buffer.from(tag(envelope, 'Data') ?? '', 'base64').toString('utf8')
      found.push({ name, envelope, type: tag(envelope, 'MsgType') ?? '', xml })
      if (take) await rm(join(dir, name))
    }
    return found
  }

  /** Puts an envelope into `in/`, written whole and then renamed. */
  async put(name: string, envelope: string): Promise<void> {
    const dir = join(this.dir, 'in')
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, `${name}.xml.part`), envelope)
    await rename(join(dir, `${name}.xml.part`), join(dir, `${name}.xml`))
  }

  /** The next stamp of the counter's clock: a minute after the one before. */
  time(): string {
    this.#minute++
    const hour = 10 + Math.floor(this.#minute / 60)
    return `20261123${String(hour).padStart(2, '0')}${String(this.#minute % 60).padStart(2, '0')}00000`
  }

  /** Answers every record of a message with a status; keys are found by their tags. */
  async answer(message: SeenMessage, status: string, more: AnswerOptions = {}): Promise<void> {
    await this.put(more.name ?? `R${++this.#number}`, this.receiptFor(message, status, more))
  }

  receiptFor(message: SeenMessage, status: string, more: AnswerOptions = {}): string {
    const kind = message.type.replace('Message', '')
    const { answer, record, keys } = ANSWERS[kind]!
    const time = more.time ?? this.time()
    const heads = message.xml.split(new RegExp(`<(?:\\w+:)?${record}>`)).slice(1)
    const receipts = heads.map((head, n) => {
      const named = keys.map(key => `<${key}>${tag(head, key)}</${key}>`).join('')
      const list = LISTS.has(kind) ? '<preNo>B20261123000000001</preNo>' : ''
      const number = numberFor(kind, n + (more.first ?? 1))
      return `<${answer.record}><guid>${GUID}</guid>${named}${list}${number}<returnStatus>${status}</returnStatus><returnTime>${time}</returnTime><returnInfo>${more.info ?? `[Code:1;Desc:${status}]`}</returnInfo></${answer.record}>`
    })
    const body = `<${answer.name}Message xmlns="http://www.chinaport.gov.cn/ceb" guid="${GUID}" version="1.0">${receipts.join('')}</${answer.name}Message>`
    return envelope(body, `${answer.name}Message`, more.to ?? tag(message.envelope, 'SenderId')!)
  }
}

export interface AnswerOptions {
  /** Number of the first list, from 1. */
  readonly first?: number
  readonly time?: string
  readonly info?: string
  readonly name?: string
  readonly to?: string
}

const GUID = '4CDE1CFD-EDED-46B1-946C-B8022E42FC94'
/** The number that the customs give a record of a kind. */
function numberFor(kind: string, n: number): string {
  const digits = String(n).padStart(9, '0')
  if (kind === 'CEB701') return '<sumNo>S20261201000000001</sumNo>'
  if (kind === 'CEB711') return `<rkdNo>R20261123${digits}</rkdNo>`
  return LISTS.has(kind) ? `<invtNo>47012026${kind === 'CEB603' ? 'E' : 'I'}${digits}</invtNo>` : ''
}

const LISTS = new Set(['CEB621', 'CEB603', 'CEB623', 'CEB625'])

const ANSWERS: Readonly<
  Record<string, { answer: { name: string; record: string }; record: string; keys: readonly string[] }>
> = {
  CEB303: {
    answer: { name: 'CEB304', record: 'OrderReturn' },
    record: 'OrderHead',
    keys: ['ebpCode', 'orderNo'],
  },
  CEB311: {
    answer: { name: 'CEB312', record: 'OrderReturn' },
    record: 'OrderHead',
    keys: ['ebpCode', 'ebcCode', 'orderNo'],
  },
  CEB411: {
    answer: { name: 'CEB412', record: 'PaymentReturn' },
    record: 'PaymentHead',
    keys: ['payCode', 'payTransactionId'],
  },
  CEB505: {
    answer: { name: 'CEB506', record: 'LogisticsReturn' },
    record: 'Logistics',
    keys: ['logisticsNo'],
  },
  CEB511: {
    answer: { name: 'CEB512', record: 'LogisticsReturn' },
    record: 'LogisticsHead',
    keys: ['logisticsCode', 'logisticsNo'],
  },
  CEB603: { answer: { name: 'CEB604', record: 'InventoryReturn' }, record: 'InventoryHead', keys: ['copNo'] },
  CEB621: { answer: { name: 'CEB622', record: 'InventoryReturn' }, record: 'InventoryHead', keys: ['copNo'] },
  CEB623: { answer: { name: 'CEB624', record: 'InvtCancelReturn' }, record: 'InvtCancel', keys: ['copNo'] },
  CEB701: {
    answer: { name: 'CEB702', record: 'SummaryReturn' },
    record: 'SummaryApplyHead',
    keys: ['copNo', 'msgSeqNo'],
  },
  CEB711: { answer: { name: 'CEB712', record: 'DeliveryReturn' }, record: 'DeliveryHead', keys: ['copNo'] },
  CEB625: {
    answer: { name: 'CEB626', record: 'InvtRefundReturn' },
    record: 'InvtRefundHead',
    keys: ['copNo'],
  },
}

/** The single window's answer to a declaration (`code` 0: taken in) or, under a number, a step of it (CHANNEL). */
export type WindowSays =
  | { readonly code: string; readonly clientNo: string; readonly number?: string; readonly text?: string }
  | { readonly channel: string; readonly number: string; readonly entry?: string; readonly time: string }

/** What the single window says, in its envelope. */
export function windowEnvelope(says: WindowSays, to: string): string {
  if ('code' in says) {
    const { code, clientNo, number, text = '导入成功' } = says
    const seq = number ? `<SeqNo>${number}</SeqNo>` : ''
    const body = `<DecImportResponse xmlns="http://www.chinaport.gov.cn/dec"><ResponseCode>${code}</ResponseCode><ErrorMessage>${text}</ErrorMessage><ClientSeqNo>${clientNo}</ClientSeqNo>${seq}</DecImportResponse>`
    return envelope(body, 'DecImportResponse', to)
  }
  const entry = says.entry ? `<ENTRY_ID>${says.entry}</ENTRY_ID>` : ''
  const body = `<DEC_RESULT><CUS_CIQ_NO>${says.number}</CUS_CIQ_NO>${entry}<NOTICE_DATE>${says.time}</NOTICE_DATE><CHANNEL>${says.channel}</CHANNEL><NOTE>${says.channel}</NOTE></DEC_RESULT>`
  return envelope(body, 'DEC_RESULT', to)
}

/** An envelope around a message. */
export function envelope(message: string, type: string, to: string): string {
  const data = Buffer.from(message, 'utf8').toString('base64')
  return `<?xml version="1.0" encoding="UTF-8"?><DxpMsg xmlns="http://www.chinaport.gov.cn/dxp" ver="1.0"><TransInfo><CopMsgId>${GUID}</CopMsgId><SenderId>DXPEDCCEB0000002</SenderId><ReceiverIds><ReceiverId>${to}</ReceiverId></ReceiverIds><CreatTime>2026-11-23T10:00:00</CreatTime><MsgType>${type}</MsgType></TransInfo><Data>${data}</Data></DxpMsg>`
}
