import { describe, expect, it } from 'vitest'
import { listOf } from '../bench/testing/lists.ts'
import { ceb621 } from '../ceb/import/inventory.ts'
import { buildMessage, parseMessage } from '../schema/codec.ts'
import { type Address, open, wrap } from './envelope.ts'
import { dxpRep } from './schema.ts'

const day = { day: '2026-11-23' }
const address: Address = {
  copMsgId: '4CDE1CFD-EDED-46B1-946C-B8022E42FC94',
  senderId: 'DXPENT0000012345',
  receiverIds: ['DXPEDCCEB0000002'],
  created: '2026-11-23T10:15:00',
  msgType: 'CEB621Message',
}

function xmlOf(built: ReturnType<typeof wrap>): string {
  if ('faults' in built) throw new Error(JSON.stringify(built.faults))
  return built.xml
}
const list = () => xmlOf(buildMessage(ceb621, listOf(1), day))
const told = (built: ReturnType<typeof wrap>) =>
  'faults' in built ? built.faults.map(one => `${one.code} ${one.path}`) : []

describe('an envelope of the exchange platform', () => {
  it('carries a message byte for byte and opens with what it says', () => {
    const message = list()
    const opened = open(xmlOf(wrap({ ...address, fileName: 'a.xml' }, message, day)), day)
    if ('faults' in opened) throw new Error(JSON.stringify(opened.faults))
    expect(new TextDecoder().decode(opened.bytes)).toBe(message)
    expect(opened.envelope.TransInfo).toMatchObject({ CopMsgId: address.copMsgId, MsgType: 'CEB621Message' })
    expect(opened.envelope.AddInfo).toEqual({ FileName: 'a.xml' })
    expect(opened.message).toMatchObject({ schema: { name: 'CEB621' }, value: listOf(1) })
  })

  it('has one to five receivers, a sender, a time and a kind', () => {
    const six = Array.from({ length: 6 }, (_, i) => `DXPEDCCEB000000${i}`)
    expect(told(wrap({ ...address, receiverIds: six }, '<a/>', day))).toEqual([
      'message.too_many DxpMsg/TransInfo/ReceiverIds/ReceiverId',
    ])
    const empty = { ...address, receiverIds: [], senderId: '', created: '2026-11-23 10:15', msgType: '' }
    expect(told(wrap(empty, '<a/>', day))).toEqual([
      'message.empty DxpMsg/TransInfo/SenderId',
      'message.missing DxpMsg/TransInfo/ReceiverIds/ReceiverId',
      'message.not_a_date DxpMsg/TransInfo/CreatTime',
      'message.empty DxpMsg/TransInfo/MsgType',
    ])
  })

  it('is read with the times that other platforms write, and with data broken into lines', () => {
    const xml = xmlOf(wrap(address, list(), day))
      .replace('2026-11-23T10:15:00', '2026-11-23T10:15:00.123+08:00')
      .replace(/<Data>.*<\/Data>/, data => data.replace(/.{76}/g, '$&\r\n'))
    expect(open(xml, day)).toMatchObject({ message: { value: listOf(1) } })
  })

  it('with another message within than it says is told, and not taken', () => {
    const opened = open(xmlOf(wrap({ ...address, msgType: 'CEB311Message' }, list(), day)), day)
    expect('message' in opened && opened.message).toMatchObject({
      faults: [
        { code: 'message.kind_differs', params: { found: 'CEB621Message', expected: 'CEB311Message' } },
      ],
    })
  })

  it.each([
    ['message.unknown_kind', '<Strange/>'],
    ['xml.doctype_refused', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['xml.not_well_formed', 'no xml'],
    ['xml.empty', ' '],
    ['message.missing', '<CEB621Message xmlns="http://www.chinaport.gov.cn/ceb"/>'],
  ])('with a message within that is refused with %s', (code, message) => {
    const opened = open(xmlOf(wrap(address, message, day)), day)
    expect('message' in opened && 'faults' in opened.message && opened.message.faults[0]?.code).toBe(code)
  })

  it('with data that are not base64, or an envelope of another namespace, is refused itself', () => {
    const xml = xmlOf(wrap(address, list(), day))
    expect(open(xml.replace(/<Data>../, '<Data>*'), day)).toMatchObject({
      faults: [{ code: 'message.not_base64', path: 'DxpMsg/Data' }],
    })
    expect(open(xml.replace('gov.cn/dxp', 'gov.cn/other'), day)).toMatchObject({
      faults: [{ code: 'message.wrong_namespace' }],
    })
  })

  it('holds a message of some megabytes, and is refused above its bound', () => {
    const large = `<Strange>${'中'.repeat(300_000)}</Strange>`
    const opened = open(xmlOf(wrap(address, large, day)), day)
    expect('bytes' in opened && opened.bytes.length).toBe(new TextEncoder().encode(large).length)
    expect(open(new Uint8Array(25 * 1024 * 1024), day)).toMatchObject({ faults: [{ code: 'xml.too_large' }] })
  })
})

describe('the platform’s own answer', () => {
  it('is read with the head of the envelope that it answers', () => {
    const xml = `<DxpRep xmlns="http://www.chinaport.gov.cn/dxp" ver="1.0"><RecevierId>DXPENT0000012345</RecevierId>
      <Response><ResponseCode>0</ResponseCode><ResponseInfo>成功</ResponseInfo><NoticeTime>2026-11-23</NoticeTime>
      <OriHead><CopMsgId>M1</CopMsgId><SenderId>DXPENT0000012345</SenderId>
      <ReceiverIds><ReceiverId>DXPEDCCEB0000002</ReceiverId></ReceiverIds>
      <CreatTime>2026-11-23T10:15:00</CreatTime><MsgType>CEB621Message</MsgType></OriHead></Response></DxpRep>`
    expect(parseMessage(dxpRep, xml, day)).toMatchObject({
      value: { Response: [{ ResponseCode: '0', OriHead: { CopMsgId: 'M1' } }] },
    })
  })
})
