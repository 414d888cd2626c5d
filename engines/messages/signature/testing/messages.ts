import { decimal } from '../../schema/kinds/number.ts'
import { text } from '../../schema/kinds/text.ts'
import { group, many, optional, required } from '../../schema/member.ts'
import { message, signatureBeside } from '../../schema/message.ts'

/** A made-up message in the manner of the counters, so that the signature is tested without their schemas. */
export const parcelList = message({
  name: 'TST621',
  title: { zh: '测试清单', en: 'A list for tests' },
  root: 'TST621Message',
  namespace: 'http://www.chinaport.gov.cn/ceb',
  prefix: 'ceb',
  besides: [signatureBeside],
  source: 'none',
  content: group({
    copNo: required(text(60), '编号', 'Number'),
    goods: many(
      group({
        gname: required(text(250), '品名', 'Name'),
        qty: required(decimal(19, 5), '数量', 'Quantity'),
        note: optional(text(1000), '备注', 'Note'),
      }),
      { min: 1, max: 99 },
      '商品',
      'Goods',
    ),
  }),
})

export const parcels = {
  copNo: 'TQ-2026-0001',
  goods: [
    { gname: '电池 & <“锂”> 100%', qty: '12.5' },
    { gname: '玩具\r\n两行', qty: '1', note: 'a]]>b' },
  ],
}
