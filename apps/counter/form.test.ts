import { testFolder } from '@tongqu/tools/test/folder'
import { describe, expect, it } from 'vitest'
import { statuses, TestDesk, unsigned } from './testing/desk.ts'
import { envelopeOf, listOf, messageOf, orderOf } from './testing/messages.ts'

const folder = await testFolder()
const list = () => messageOf('CEB621', listOf(1))

/** What the counter says of a message that is not in form; nothing of it is taken then. */
function told(message: string, type = 'CEB621Message', receiver?: string): string {
  const at = new TestDesk(folder, unsigned())
  expect(at.post(envelopeOf('M-1', type, message, receiver))).toBeUndefined()
  const [answer, ...more] = at.answers()
  expect([answer?.type, more]).toEqual(['CEB900Message', []])
  expect(answer!.values).toMatchObject({ oriCopMsgId: 'M-1', oriMessageType: type.slice(0, 15) })
  expect(at.counter.tallies()['CEB621 taken']).toBeUndefined()
  return `${answer!.status} ${answer!.info}`
}

describe('a message that is not in form is answered by CEB900, and nothing of it is taken', () => {
  const order = (change: (xml: string) => string) => change(list())
  const cases: [string, (xml: string) => string, string][] = [
    [
      'something missing',
      xml => xml.replace('<declTime>20261123</declTime>', ''),
      'InventoryHead.declTime 缺少必填项',
    ],
    [
      'something empty',
      xml => xml.replace('20261123</declTime>', '</declTime>'),
      'InventoryHead.declTime 必填项为空',
    ],
    [
      'another order',
      xml => xml.replace(/(<ieFlag>I<\/ieFlag>)(<declTime>\d+<\/declTime>)/, '$2$1'),
      'InventoryHead.ieFlag 次序不对或重复',
    ],
    [
      'something unknown',
      xml => xml.replace('<ieFlag>', '<secret>1</secret><ieFlag>'),
      'InventoryHead.secret 不应出现',
    ],
    [
      'something twice',
      xml => xml.replace('<ieFlag>I</ieFlag>', '<ieFlag>I</ieFlag>'.repeat(2)),
      '次序不对或重复',
    ],
    ['a text too long', xml => xml.replace('>D1<', `>${'D'.repeat(61)}<`), 'orderNo 长度 61，超过 60'],
    ['a number too fine', xml => xml.replace('<freight>10.00<', '<freight>10.001<'), 'freight 小数超过 2 位'],
    [
      'a number too large',
      xml => xml.replace('<freight>10.00<', `<freight>${'9'.repeat(15)}<`),
      'freight 整数超过 14 位',
    ],
    ['no number', xml => xml.replace('<qty>2<', '<qty>-2<'), 'qty 不是数字'],
    ['a day that is not', xml => xml.replace('>20261123<', '>20260230<'), 'declTime 应为 yyyyMMdd'],
    ['a value not allowed', xml => xml.replace('>9610<', '>0110<'), 'tradeMode 应为 9610、1210、1239 之一'],
    ['a currency that is none of retail import', xml => xml.replace('>142<', '>502<'), 'currency 应为 142'],
    ['a gap in the lines', xml => xml.replace('<gnum>1<', '<gnum>2<'), 'InventoryList(1).gnum 应为 1'],
    ['no line', xml => xml.replace(/<InventoryList>.*<\/InventoryList>/, ''), 'InventoryList 缺少必填项'],
    ['no sender', xml => xml.replace(/<BaseTransfer>.*<\/BaseTransfer>/, ''), 'BaseTransfer 缺少必填项'],
    ['an element in a leaf', xml => xml.replace('>I</ieFlag>', '><b>I</b></ieFlag>'), 'ieFlag 应为文字'],
    ['another namespace', xml => xml.replace('gov.cn/ceb"', 'gov.cn/other"'), '命名空间应为'],
    ['a number in lower case', xml => xml.replace('-4000-8000-', '-4abc-8000-'), 'guid 应为 36 位，字母大写'],
    [
      'records behind the sender',
      xml => xml.replace(/(<Inventory>.*<\/Inventory>)(<BaseTransfer>.*<\/BaseTransfer>)/, '$1$2$1'),
      '次序不对',
    ],
  ]
  it.each(cases)('%s', (_, change, said) => {
    const answer = told(order(change))
    expect(answer).toContain('-1 [Code:9001;Desc:报文格式校验不通过：')
    expect(answer).toContain(said)
  })

  it('a message of another kind than the envelope says, or sent to the counter of exports', () => {
    expect(told(list(), 'CEB311Message')).toContain('MsgType CEB311Message 与报文 CEB621Message 不一致')
    expect(told(list(), 'CEB621Message', 'DXPEDCCEB0000003')).toContain('ReceiverId 应为 DXPEDCCEB0000002')
  })

  it('a kind that nobody knows, by −999999', () => {
    expect(told('<CEB999Message/>', 'CEB999Message')).toBe(
      '-999999 [Code:-999999;Desc:报文类型未知：CEB999Message]',
    )
  })

  it('hostile XML inside', () => {
    expect(told('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')).toContain('不接受文档类型声明')
  })

  it('with all its faults at once', () => {
    const answer = told(
      list().replace('>I</ieFlag>', '>E</ieFlag>').replace('>5</trafMode>', '>55</trafMode>'),
    )
    expect(answer).toContain('ieFlag 应为 I 之一；InventoryHead.trafMode 长度 2，超过 1')
  })
})

describe('an envelope that cannot be opened is refused, since nobody knows whose it is', () => {
  const good = () => envelopeOf('M-1', 'CEB621Message', list()).toString()
  const cases: [string, (xml: string) => string, string][] = [
    ['another root', xml => xml.replaceAll('DxpMsg', 'DxpMail'), '不是 DxpMsg'],
    ['another namespace', xml => xml.replace('gov.cn/dxp', 'gov.cn/dxq'), '不是 DxpMsg'],
    ['no sender', xml => xml.replace('>DXPENT0000000001<', '><'), 'SenderId'],
    ['a sender too long', xml => xml.replace('DXPENT0000000001', 'DXPENT00000000012'), 'SenderId'],
    ['no receiver', xml => xml.replace(/<ReceiverId>.*<\/ReceiverId>/, ''), '接收方'],
    ['data that are no base64', xml => xml.replace('<Data>', '<Data>*'), 'base64'],
    ['data cut short', xml => xml.replace(/.<\/Data>/, '</Data>'), 'base64'],
    ['a document type', xml => xml.replace('<DxpMsg', '<!DOCTYPE DxpMsg><DxpMsg'), 'DOCTYPE'],
  ]
  it.each(cases)('%s', (_, change, said) => {
    const at = new TestDesk(folder, unsigned())
    expect(at.post(Buffer.from(change(good())))).toContain(said)
    expect(at.answers()).toEqual([])
    expect(at.counter.tallies()).toEqual({ 'envelopes refused': 1 })
  })
})

it('several records in one message are each answered, the good beside the bad', () => {
  const at = new TestDesk(folder, unsigned())
  at.send('CEB311', orderOf(1), orderOf(2, { acturalPaid: '1.00' }), orderOf(3), orderOf(3))
  const receipts = at.answers()
  expect(statuses(receipts, 'CEB312').sort()).toEqual(['-304001', '100', '120', '120', '2', '2', '2'])
  expect(receipts.find(one => one.status === '100')!.values.orderNo).toBe('D2')
})
