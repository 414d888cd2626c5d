import { childOf, type Element, elementsOf, textOf } from '../xml/element.ts'
import { readXml, XmlRefused } from '../xml/read.ts'
import { leaf, leaves } from '../xml/write.ts'

/** Bytes of the largest envelope that is read. */
export const LARGEST = 32 << 20

const dxpUri = 'http://www.chinaport.gov.cn/dxp'

/** An envelope that was opened. */
export interface Envelope {
  readonly id: string
  readonly sender: string
  readonly receivers: readonly string[]
  readonly type: string
  /** The message within. */
  readonly data: Uint8Array
}

/**
 * Opens an envelope of the exchange platform: `DxpMsg/TransInfo` with CopMsgId (up to 255 characters), SenderId (up
 * to 16), one to five receivers, CreatTime, MsgType; `Data` in base64.
 * @throws XmlRefused for what is no such envelope; whoever sent it is not known then
 */
export function openEnvelope(bytes: Uint8Array): Envelope {
  const root = readXml(bytes, { bytes: LARGEST })
  if (root.local !== 'DxpMsg' || root.uri !== dxpUri) throw new XmlRefused('不是 DxpMsg 传输报文')
  const info = childOf(root, 'TransInfo')
  if (!info) throw new XmlRefused('缺少 TransInfo')
  const text = (name: string) => textOf(childOf(info, name)).trim()
  const receivers = elementsOf(childOf(info, 'ReceiverIds') ?? info)
    .filter(({ local }) => local === 'ReceiverId')
    .map(one => textOf(one).trim())
  const envelope = { id: text('CopMsgId'), sender: text('SenderId'), receivers, type: text('MsgType') }
  needed('CopMsgId', envelope.id, 255)
  needed('SenderId', envelope.sender, 16)
  needed('MsgType', envelope.type, 30)
  if (receivers.length < 1 || receivers.length > 5) throw new XmlRefused('接收方应为 1 至 5 个')
  for (const one of receivers) needed('ReceiverId', one, 16)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text('CreatTime'))) throw new XmlRefused('CreatTime 格式不对')
  return { ...envelope, data: dataOf(childOf(root, 'Data')) }
}

function needed(name: string, text: string, longest: number): void {
  if (text === '' || text.length > longest) throw new XmlRefused(`${name} 应为 1 至 ${longest} 个字符`)
}

function dataOf(element: Element | undefined): Uint8Array {
  const text = textOf(element)
  const packed = /\s/.test(text) ? text.replace(/\s+/g, '') : text
  const data = Buffer.from(packed, 'base64')
  // Node passes over what is no base64; written back it must be the same.
  if (data.length === 0 || data.toString('base64').length !== packed.length || /[^A-Za-z0-9+/=]/.test(packed))
    throw new XmlRefused('Data 不是 base64')
  return data
}

/** What stands on an envelope of the counter's own. */
export interface Address {
  readonly id: string
  readonly sender: string
  readonly receiver: string
  /** `yyyy-MM-ddTHH:mm:ss` in China. */
  readonly created: string
  readonly type: string
}

/** Puts a message of the counter into an envelope. */
export function sealEnvelope({ id, sender, receiver, created, type }: Address, message: string): string {
  const info = `${leaves({ CopMsgId: id, SenderId: sender })}<ReceiverIds>${leaf('ReceiverId', receiver)}</ReceiverIds>${leaves({ CreatTime: created, MsgType: type })}`
  const data = Buffer.from(message, 'utf8').toString('base64')
  return `${declaration}<DxpMsg xmlns="${dxpUri}" ver="1.0"><TransInfo>${info}</TransInfo><Data>${data}</Data></DxpMsg>\n`
}

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
