import { testFolder } from '@tongqu/tools/test/folder'
import { describe, expect, it } from 'vitest'
import { openEnvelope } from './message/envelope.ts'
import { TestDesk, unsigned } from './testing/desk.ts'
import { envelopeOf, type Fields, group } from './testing/messages.ts'

const folder = await testFolder()

function declaration(change: Fields = {}, changeLine: Fields = {}): string {
  const head = {
    AgentCode: '4201000005',
    CustomMaster: '4701',
    CutMode: '101',
    GrossWet: '12',
    IEFlag: 'E',
    IEPort: '4701',
    NetWt: '10',
    PackNo: '1',
    TradeCode: '4201000002',
    TradeMode: '0110',
    TrafMode: '2',
    TransMode: '3',
  }
  const line = {
    GNo: '1',
    CodeTS: '9405210000',
    GName: '台灯',
    GModel: '0|0|LED',
    GQty: '100',
    GUnit: '001',
    TradeCurr: 'USD',
    DeclPrice: '10',
    DeclTotal: '1000',
    OriginCountry: 'CHN',
    DestinationCountry: 'USA',
  }
  const sign = group('DecSign', { OperType: 'G', CopCode: '4201000005', ClientSeqNo: 'TQ-1' })
  const lists = `<DecLists>${group('DecList', { ...line, ...changeLine })}</DecLists>`
  return `<DecMessage xmlns="http://www.chinaport.gov.cn/dec" version="4.8">${group('DecHead', { ...head, ...change })}${lists}${sign}</DecMessage>`
}

function bonded(change: Fields = {}, changeLine: Fields = {}): string {
  const head = {
    PutrecNo: 'T4701W000001',
    EtpsInnerInvtNo: 'N-1',
    BizopEtpsno: '4201000002',
    BizopEtpsNm: '汉口电商',
    DclEtpsno: '4201000005',
    DclEtpsNm: '汉口报关',
    ImpexpPortcd: '4701',
    DclPlcCuscd: '4701',
    ImpexpMarkcd: 'I',
    MtpckEndprdMarkcd: 'I',
    SupvModecd: '1210',
    TrspModecd: '9',
    DclcusFlag: '1',
    DclcusTypecd: '2',
    CorrEntryDclEtpsNo: '4201000005',
  }
  const line = {
    GdsSeqno: '1',
    PutrecSeqno: '7',
    Gdecd: '1901101000',
    GdsNm: '奶粉',
    DclUnitcd: '122',
    LawfUnitcd: '035',
    Natcd: '601',
    DclTotalAmt: '1000',
    DclCurrcd: '142',
    LawfQty: '80',
    DclQty: '100',
  }
  const lines = group('InvtListType', { ...line, ...changeLine })
  return `<Signature><Object><Package><DataInfo><BussinessData><InvtMessage>${group('InvtHeadType', { ...head, ...change })}${lines}</InvtMessage><DelcareFlag>1</DelcareFlag></BussinessData></DataInfo></Package></Object></Signature>`
}

/** What the window answers, each as one line of its texts. */
function answers(at: TestDesk, type: string, message: string): string[] {
  at.post(envelopeOf('M-1', type, message, 'DXPEDCCUS0000001'))
  return at.envelopes().map(one => {
    const { type: found, data } = openEnvelope(Buffer.from(one))
    return `${found} ${Buffer.from(data)
      .toString()
      .replace(/<\?.*\?>/, '')
      .trim()}`
  })
}
const desk = (name = 'calm', shares: string[] = []) => new TestDesk(folder, unsigned(name, {}, shares))
const only = (family: string, course: string) =>
  desk(
    'calm',
    unsigned().courses[family]!.map(({ name }) => `${family}.${name}=${name === course ? 1 : 0}`),
  )

describe('a declaration', () => {
  const send = (at: TestDesk, message: string) => answers(at, 'DecMessage', message)

  it('is taken in with the window’s number, then told step by step: 7, L, P', () => {
    const found = send(only('declaration', 'released'), declaration())
    expect(found[0]).toMatch(
      /^DecImportResponse .*<ResponseCode>0<\/ResponseCode><ErrorMessage>导入成功<\/ErrorMessage><ClientSeqNo>TQ-1<\/ClientSeqNo><SeqNo>I20261123\d{9}</,
    )
    expect(found.slice(1).map(one => /<CHANNEL>(.)<.*<NOTE>(.*)<\/NOTE>/.exec(one)!.slice(1))).toEqual([
      ['7', '直接申报成功'],
      ['L', '海关入库成功'],
      ['P', '报关单放行'],
    ])
    expect(found[1]).not.toContain('ENTRY_ID')
    expect(found[3]).toMatch(/<ENTRY_ID>470120260\d{9}<\/ENTRY_ID>/)
  })

  it('that is sent again is refused, and so is one not in form', () => {
    const at = only('declaration', 'released')
    send(at, declaration())
    expect(send(at, declaration())).toEqual([expect.stringMatching(/<ResponseCode>1<.*业务主键重复/)])
    const found = send(at, declaration({ TransMode: '9', Secret: '1', GrossWet: '' }, { CodeTS: '9405' }))
    expect(found[0]).toMatch(
      /DecHead.TransMode 应为.*DecHead.Secret 不应出现.*DecHead.GrossWet 缺少.*CodeTS 长度应为 10/,
    )
  })

  it('under market procurement may be worth USD 150,000.00 and not a cent more', () => {
    const market = (total: string) =>
      send(only('declaration', 'released'), declaration({ TradeMode: '1039' }, { DeclTotal: total }))
    expect(market('150000.00')).toHaveLength(4)
    expect(market('150000.01')).toEqual([
      expect.stringContaining('市场采购货值 150000.01 美元超过 150000.00'),
    ])
  })

  it('refused by the window is taken when it is sent again', () => {
    const at = only('declaration', 'refused')
    expect(send(at, declaration())).toEqual([expect.stringContaining('数据校验不通过')])
    expect(send(at, declaration())).toHaveLength(4)
  })
})

describe('a bonded list', () => {
  const send = (at: TestDesk, message: string) => answers(at, 'INV101', message)

  it('is taken in, written off, and a declaration is made of it where it asks for one', () => {
    const found = send(only('bonded', 'writtenOff'), bonded())
    expect(found.map(one => one.split(' ')[0])).toEqual([
      'CommonResponeMessage',
      'INV201',
      'INV201',
      'INV202',
    ])
    expect(found[0]).toMatch(/<SeqNo>I20261123\d{9}<\/SeqNo><EtpsPreentNo>N-1<.*<DealFlag>0</)
    expect(found[2]).toMatch(/<businessId>QD470126I\d{9}<.*<manageResult>1</)
    expect(found[3]).toMatch(/<invPreentNo>I20261123\d{9}<.*<entrySeqNo>I20261123\d{9}<.*<manageResult>1</)
    expect(send(only('bonded', 'writtenOff'), bonded({ DclcusFlag: '2', DclcusTypecd: '' }))).toHaveLength(3)
  })

  it('is refused with the reasons', () => {
    expect(send(only('bonded', 'refused'), bonded()).at(-1)).toMatch(/<manageResult>3<.*清单与账册不符/)
    const found = send(desk(), bonded({ ImpexpMarkcd: 'X', PutrecNo: '' }))
    expect(found).toEqual([
      expect.stringMatching(/ImpexpMarkcd 应为 I、E 之一.*PutrecNo 缺少必填项.*<DealFlag>1</),
    ])
  })

  it.each([
    ['no kind of declaration', { DclcusTypecd: '' }, {}, '报关清单应填报关类型'],
    ['a kind though nothing is declared', { DclcusFlag: '2' }, {}, '非报关清单不填报关类型'],
    ['a price that is not the total', {}, { DclUprcAmt: '9' }, '单价 9 × 数量 100 与总价 1000 不符'],
    ['nothing', {}, { DclQty: '0' }, '申报数量为零'],
    ['no line of the book', {}, { PutrecSeqno: '' }, '缺少备案序号'],
  ])('with %s is refused', (_, change, changeLine, said) => {
    expect(send(only('bonded', 'writtenOff'), bonded(change, changeLine)).at(-1)).toContain(said)
  })

  it('names a line of the book as other goods than another list did, and is refused', () => {
    const at = only('bonded', 'provisional')
    const first = send(at, bonded())
    expect(first.map(one => /<manageResult>(\w)</.exec(one)?.[1])).toEqual([undefined, 'Y', '4', '1', '1'])
    const other = bonded({ EtpsInnerInvtNo: 'N-2' }, { Gdecd: '1901101100' })
    expect(send(at, other).at(-1)).toContain(
      '账册第 7 项为 1901101000、单位 122，清单为 1901101100、单位 122',
    )
    expect(
      send(at, bonded({ EtpsInnerInvtNo: 'N-3' }, { Gdecd: '1901101100', PutrecSeqno: '8' })),
    ).toHaveLength(5)
  })
})
