import { describe, expect, test } from 'vitest'
import { buildMessage, parseMessage } from '../schema/codec.ts'
import { type Inv101, inv101 } from './message.ts'
import { bondedListNumberOf } from './numbers.ts'

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

test('a list’s number says customs, year, direction and serial', () => {
  expect(bondedListNumberOf('QD311124E000098849')).toEqual({
    customs: '3111',
    year: '24',
    direction: 'export',
    serial: '000098849',
  })
  expect(bondedListNumberOf('QD311124X000098849')).toBeUndefined()
})
