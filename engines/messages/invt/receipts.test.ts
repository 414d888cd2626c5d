import { describe, expect, test } from 'vitest'
import { parseDocument, parseMessage } from '../schema/codec.ts'
import { readXml } from '../xml/read.ts'
import { invtMessageOf } from './messages.ts'
import { commonResponeMessage } from './receipts.ts'
import { entryOutcomes, gateStates, invtOutcomes, invtStatusOf, listStates, writeOffs } from './status.ts'

const day = { day: '2026-11-23' }

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
