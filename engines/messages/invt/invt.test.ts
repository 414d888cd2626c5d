import { describe, expect, test } from 'vitest'
import { buildMessage, parseDocument, parseMessage } from '../schema/codec.ts'
import { readXml } from '../xml/read.ts'
import { type Inv101, inv101 } from './message.ts'
import { invtMessageOf } from './messages.ts'
import { bondedListNumberOf } from './numbers.ts'
import { commonResponeMessage } from './receipts.ts'
import { entryOutcomes, gateStates, invtOutcomes, invtStatusOf, listStates, writeOffs } from './status.ts'

const day = { day: '2026-11-23' }
const firm = { code: '4201980001', credit: '914201000000000011', name: '武汉某某供应链有限公司' }

const list: Inv101 = {
  Object: {
    Package: {
      EnvelopInfo: {
        version: '1.0',
        message_id: 'TQ-INVT-1',
        file_name: 'TQ-INVT-1.xml',
        message_type: 'INV101',
        sender_id: 'DXPESW0000000001',
        receiver_id: 'DXPEDCNEMS000001',
        send_time: '2026-11-23T10:15:00',
      },
      DataInfo: {
        BussinessData: {
          InvtMessage: {
            InvtHeadType: {
              PutrecNo: 'T4719W000001',
              InvtType: '8',
              EtpsInnerInvtNo: 'TQ-INVT-1',
              BizopEtpsno: firm.code,
              BizopEtpsSccd: firm.credit,
              BizopEtpsNm: firm.name,
              RcvgdEtpsno: firm.code,
              RvsngdEtpsSccd: firm.credit,
              RcvgdEtpsNm: firm.name,
              DclEtpsno: firm.code,
              DclEtpsSccd: firm.credit,
              DclEtpsNm: firm.name,
              InputCode: firm.code,
              InputCreditCode: firm.credit,
              InputName: firm.name,
              ImpexpPortcd: '4719',
              DclPlcCuscd: '4719',
              ImpexpMarkcd: 'E',
              MtpckEndprdMarkcd: 'I',
              SupvModecd: '1210',
              TrspModecd: '9',
              DclcusFlag: '2',
              StshipTrsarvNatcd: 'CHN',
              GenDecFlag: '2',
            },
            InvtListType: [
              {
                GdsSeqno: '1',
                PutrecSeqno: '26',
                GdsMtno: 'SKU-26',
                Gdecd: '1901101010',
                GdsNm: '婴儿配方奶粉 & <一段>',
                GdsSpcfModelDesc: '900克/罐',
                DclUnitcd: '122',
                LawfUnitcd: '035',
                Natcd: 'NZL',
                DclUprcAmt: '100.5000',
                DclTotalAmt: '201.00',
                DclCurrcd: 'CNY',
                LawfQty: '1.8',
                DclQty: '2',
                LvyrlfModecd: '3',
                DestinationNatcd: 'CHN',
                ModfMarkcd: '3',
              },
            ],
            InvtDecListType: [],
            OperCusRegCode: firm.code,
            SysId: 'Z8',
          },
          DelcareFlag: '1',
        },
      },
    },
  },
}

function built(): string {
  const made = buildMessage(inv101, list, day)
  if ('faults' in made) throw new Error(JSON.stringify(made.faults))
  return made.xml
}

const at = 'Signature/Object/Package/DataInfo/BussinessData/InvtMessage'
const faultsOf = (change: (xml: string) => string) => {
  const parsed = parseMessage(inv101, change(built()), day)
  return 'faults' in parsed ? parsed.faults.map(({ code, path }) => [code, path]) : []
}

describe('a bonded list', () => {
  test('comes back exactly as it was built', () => {
    expect(parseMessage(inv101, built(), day)).toMatchObject({ value: list })
  })

  test('is read with the empty frame of a signature that the window’s client fills in', () => {
    const frame =
      '<SignedInfo><CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"/><SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-md5"/><Reference URI="String"><DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"/><DigestValue/></Reference></SignedInfo><SignatureValue/><KeyInfo><KeyName/></KeyInfo>'
    const xml = built()
      .replace('<Signature>', '<Signature xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">')
      .replace('<Object>', `${frame}<Object>`)
    expect(parseMessage(inv101, xml, day)).toMatchObject({
      value: { SignedInfo: { Reference: { URI: 'String' } }, Object: list.Object },
    })
  })

  test('is read with the system before the head, as others write it', () => {
    expect(
      faultsOf(xml =>
        xml.replace('<SysId>Z8</SysId>', '').replace('<InvtHeadType>', '<SysId>Z8</SysId><InvtHeadType>'),
      ),
    ).toEqual([])
  })

  test.each([
    ['a book line that is no number', '>26<', '>2A<', 'message.not_a_number', '/InvtListType/PutrecSeqno'],
    [
      'a total with three decimals',
      '201.00',
      '201.001',
      'message.too_many_decimals',
      '/InvtListType/DclTotalAmt',
    ],
    [
      'a credit code of 17',
      '<BizopEtpsSccd>9',
      '<BizopEtpsSccd>',
      'message.too_short',
      '/InvtHeadType/BizopEtpsSccd',
    ],
    [
      'no own number',
      '<EtpsInnerInvtNo>TQ-INVT-1',
      '<EtpsInnerInvtNo>',
      'message.empty',
      '/InvtHeadType/EtpsInnerInvtNo',
    ],
    ['an unknown system', '<SysId>Z8', '<SysId>Z9', 'message.not_a_choice', '/SysId'],
  ])('%s is refused at its place', (_, from, to, code, path) => {
    expect(faultsOf(xml => xml.replace(from, to))).toEqual([[code, at + path]])
  })

  test('signed in a namespace is another document', () => {
    expect(
      faultsOf(xml => xml.replace('<Signature>', '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#">')),
    ).toEqual([['message.wrong_namespace', 'Signature']])
  })
})

const envelope = (kind: string, body: string) =>
  `<Package xmlns="http://www.w3.org/2000/09/xmldsig#"><EnvelopInfo><version>1.0</version><business_id>QD471926E000000001</business_id><message_id>M1</message_id><message_type>${kind}</message_type><sender_id>CUS0000</sender_id><receiver_id>E010000</receiver_id><send_time>2026-11-23T11:48:03</send_time></EnvelopInfo><DataInfo><PocketInfo><pocket_id>p</pocket_id><total_pocket_qty>1</total_pocket_qty><cur_pocket_no>1</cur_pocket_no><is_unstructured></is_unstructured></PocketInfo><BussinessData><${kind}>${body}</${kind}></BussinessData></DataInfo></Package>`

function read(xml: string) {
  const outcome = readXml(xml)
  if ('refusal' in outcome) throw new Error(outcome.refusal.code)
  const schema = invtMessageOf(outcome.document)
  return schema && { name: schema.name, ...parseDocument(schema, outcome.document, day) }
}

describe('its receipts', () => {
  test('the answer of the client', () => {
    const xml =
      '<CommonResponeMessage><SeqNo>202600000014419208</SeqNo><EtpsPreentNo>TQ-INVT-1</EtpsPreentNo><CheckInfo>处理成功</CheckInfo><DealFlag>0</DealFlag></CommonResponeMessage>'
    expect(parseMessage(commonResponeMessage, xml, day)).toMatchObject({ value: { DealFlag: '0' } })
    expect(read(xml)).toMatchObject({ name: 'CommonResponeMessage' })
    const refused =
      '<CommonResponeMessage><EtpsPreentNo>TQ-INVT-1</EtpsPreentNo><CheckInfo>编号重复</CheckInfo><DealFlag>-1</DealFlag></CommonResponeMessage>'
    expect(read(refused)).toMatchObject({ value: { DealFlag: '-1', CheckInfo: '编号重复' } })
  })

  test('INV201: the outcome, with the list as the customs hold it', () => {
    const found = read(
      envelope(
        'INV201',
        '<HdeApprResult><etpsPreentNo>202600000122717119</etpsPreentNo><businessId>QD471926E000000001</businessId><tmsCnt>0</tmsCnt><typecd>1</typecd><manageResult>4</manageResult><manageDate>2026-11-23 11:48:02</manageDate><rmk></rmk></HdeApprResult><CheckInfo><note>一</note></CheckInfo><CheckInfo><note>二</note></CheckInfo><BondInvtBsc><bondInvtNo>QD471926E000000001</bondInvtNo><vrfdedMarkcd>1</vrfdedMarkcd><param1></param1></BondInvtBsc><BondInvtDtl><gdsSeqno>1</gdsSeqno><dclQty>2</dclQty></BondInvtDtl>',
      ),
    )
    expect(found).toMatchObject({
      name: 'INV201',
      value: {
        DataInfo: {
          BussinessData: {
            INV201: {
              HdeApprResult: { manageResult: '4' },
              CheckInfo: [{ note: '一' }, { note: '二' }],
              BondInvtBsc: { vrfdedMarkcd: '1' },
              BondInvtDtl: [{ gdsSeqno: '1', dclQty: '2' }],
            },
          },
        },
      },
    })
  })

  test('INV202: the declaration that was made of it', () => {
    const found = read(
      envelope(
        'INV202',
        '<InvApprResult><invPreentNo>202600000014419208</invPreentNo><businessId>QD471926E000000001</businessId><entrySeqNo>E20260000341106667</entrySeqNo><manageResult>1</manageResult><createDate>2026-11-23 16:04:34</createDate><reason></reason></InvApprResult>',
      ),
    )
    expect(found).toMatchObject({
      name: 'INV202',
      value: {
        DataInfo: { BussinessData: { INV202: { InvApprResult: { entrySeqNo: 'E20260000341106667' } } } },
      },
    })
  })

  test('INV211: what moved in the books', () => {
    const found = read(
      envelope(
        'INV211',
        '<BondInvtBsc><bondInvtNo>QD471926I000000002</bondInvtNo><vrfdedMarkcd>2</vrfdedMarkcd></BondInvtBsc>',
      ),
    )
    expect(found).toMatchObject({ name: 'INV211' })
  })

  test('what the customs send of another kind is none of them', () => {
    expect(read(envelope('SAS221', '<x></x>'))).toBeUndefined()
    expect(read('<Package/>')).toBeUndefined()
    expect(read('<Other/>')).toBeUndefined()
  })
})

describe('codes of the receipts', () => {
  test('say what they mean and where that is from', () => {
    expect(['Y', 'Z', '1', '2', '3', '4', '5'].map(code => invtStatusOf(invtOutcomes, code).name)).toEqual([
      'taken_in',
      'not_taken_in',
      'written_off',
      'manual_review',
      'rejected',
      'provisionally_written_off',
      'passed_not_written_off',
    ])
    for (const table of [invtOutcomes, entryOutcomes, writeOffs, listStates, gateStates])
      for (const { source, text } of Object.values(table))
        expect([source, text.zh, text.en]).not.toContain('')
  })

  test('are never guessed', () => {
    expect(invtStatusOf(writeOffs, '9')).toMatchObject({ name: 'unknown', source: '' })
    expect(invtStatusOf(entryOutcomes, 'toString').name).toBe('unknown')
  })
})

test('a list’s number says customs, year, direction and serial', () => {
  expect(bondedListNumberOf('QD311124E000098849')).toEqual({
    customs: '3111',
    year: '24',
    direction: 'export',
    serial: '000098849',
  })
  expect(bondedListNumberOf('QD311124X000098849')).toBeUndefined()
})
