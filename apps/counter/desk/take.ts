import { checkBonded, invtKind } from '../message/bonded.ts'
import { checkMessage } from '../message/check.ts'
import { checkDeclaration, decKind } from '../message/declaration.ts'
import { type Envelope, openEnvelope } from '../message/envelope.ts'
import type { Entry, Kind, Values } from '../message/kind.ts'
import { kindOfRoot } from '../message/kinds.ts'
import { formReceiptOf, infoOf } from '../message/receipt.ts'
import { decReceipt, invtReceipt } from '../message/window-receipt.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { judgeSignature, signatureIn } from '../signature/verify.ts'
import { addLoose } from '../store/records.ts'
import type { Element } from '../xml/element.ts'
import { readXml, XmlRefused } from '../xml/read.ts'
import type { Desk } from './desk.ts'
import { guidOf } from './draw.ts'
import { takeRecord } from './take-record.ts'

/** What came over a channel. */
export interface Incoming {
  readonly channel: string
  readonly bytes: Uint8Array
}

/**
 * Takes one envelope. What is inside is answered over the channel it came by; an envelope that cannot be opened is
 * not, since nobody knows whose it is.
 * @returns why the envelope was refused; undefined where it was taken
 */
export function take(desk: Desk, { channel, bytes }: Incoming, now: number): string | undefined {
  let envelope: Envelope
  try {
    envelope = openEnvelope(bytes)
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error
    desk.store.count('envelopes refused')
    return error.message
  }
  desk.store.count('envelopes taken')
  const message = read(envelope)
  if (typeof message === 'string') return refuseForm(desk, envelope, channel, now, 'form', [message])
  const kind = kindOfRoot(message.local)
  if (!kind) return refuseForm(desk, envelope, channel, now, 'unknown', [message.local])
  takeMessage(desk, { envelope, channel, kind, root: message }, now)
  return undefined
}

function read({ data }: Envelope): Element | string {
  try {
    return readXml(data)
  } catch (error) {
    if (error instanceof XmlRefused) return error.message
    throw error
  }
}

interface Message {
  readonly envelope: Envelope
  readonly channel: string
  readonly kind: Kind
  readonly root: Element
}

function takeMessage(desk: Desk, message: Message, now: number): void {
  const { envelope, channel, kind, root } = message
  const { faults, records } = checked(root, kind)
  if (kind.direction === 'other') {
    // Declarations carry a signature of another form, bonded lists are signed by the window's client.
    if (faults.length > 0) refuseAtWindow(desk, message, records[0]?.head ?? {}, faults, now)
    else takeRecords(desk, message, records, now)
    return
  }
  const all = [...faults, ...addressFaults(desk.scenario, message)]
  const isDeclared = records.some(({ head }) => head.appStatus === '2')
  const fault = isDeclared ? signatureFault(desk.scenario, root, now) : undefined
  if (all.length > 0) refuseForm(desk, envelope, channel, now, 'form', all)
  else if (fault) refuseForm(desk, envelope, channel, now, 'signature', [fault])
  else takeRecords(desk, message, records, now)
}

function takeRecords(
  desk: Desk,
  { envelope, channel, kind }: Message,
  records: readonly Entry[],
  now: number,
): void {
  for (const entry of records) takeRecord(desk, { kind, entry, sender: envelope.sender, channel }, now)
}

function addressFaults({ receivers }: Scenario, { envelope, kind, root }: Message): string[] {
  const receiver = receivers[kind.direction]
  const faults: string[] = []
  if (envelope.type !== root.local) faults.push(`MsgType ${envelope.type} 与报文 ${root.local} 不一致`)
  if (!envelope.receivers.includes(receiver)) faults.push(`ReceiverId 应为 ${receiver}`)
  return faults
}

function checked(root: Element, kind: Kind) {
  if (kind === decKind) return checkDeclaration(root)
  return kind === invtKind ? checkBonded(root) : checkMessage(root, kind)
}

/** A declaration or bonded list that is not in form: the window's client answers it with the reasons. */
function refuseAtWindow(
  { store, scenario, faster }: Desk,
  { envelope, channel, kind }: Message,
  head: Values,
  faults: readonly string[],
  now: number,
): void {
  const at = now + Math.round(1000 / faster)
  const guid = guidOf(scenario.seed, 'form', envelope.sender, envelope.id)
  const receipt = kind === decKind ? decReceipt : invtReceipt
  const { type, body } = receipt(head, { guid, status: 'refused', at, note: faults.join('；') })
  const { sender: receiver } = envelope
  addLoose(store, { due: at, channel, sender: scenario.receivers.other, receiver, type, guid, body })
  store.count('messages refused: form')
}

function signatureFault(
  { signature, certificates, keys }: Scenario,
  root: Element,
  now: number,
): string | undefined {
  if (signature === 'ignored') return undefined
  const found = signatureIn(root)
  if (!found) return '申报的报文应有签名节点'
  if (signature === 'present') return undefined
  const judged = judgeSignature(root, found, { now: new Date(now), trusted: certificates, keys })
  return judged.isValid ? undefined : judged.why
}

/** Status of CEB900: −999999 was seen for an unknown kind; no numbers were found for the others. */
const forms = {
  form: { status: '-1', code: '9001', text: '报文格式校验不通过：' },
  signature: { status: '-1', code: '9002', text: '签名校验不通过：' },
  unknown: { status: '-999999', code: '-999999', text: '报文类型未知：' },
} as const

function refuseForm(
  { store, scenario, faster }: Desk,
  { id, type, sender, receivers }: Envelope,
  channel: string,
  now: number,
  form: keyof typeof forms,
  faults: readonly string[],
): undefined {
  const { status, code, text } = forms[form]
  const at = now + Math.round(1000 / faster)
  const guid = guidOf(scenario.seed, 'form', sender, id)
  const info = infoOf(code, `${text}${faults.join('；')}`)
  addLoose(store, {
    due: at,
    channel,
    sender: receivers[0]!,
    receiver: sender,
    type: 'CEB900Message',
    guid,
    body: formReceiptOf(id, type, { guid, status, at, info }),
  })
  store.count(`messages refused: ${form}`)
}
