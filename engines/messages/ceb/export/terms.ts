import { choice } from '../../schema/kinds/code.ts'
import { integer } from '../../schema/kinds/number.ts'
import { text } from '../../schema/kinds/text.ts'

// Where an export message has another length or name than the common terms.

export const ebpCode = [text(50), '电商平台代码', 'Code of the platform'] as const
export const ebcCode = [text(18), '收发货人代码', 'Code of the consignor'] as const
export const ebcName = [text(100), '收发货人名称', 'Name of the consignor'] as const
export const logisticsNo = [text(80), '物流运单编号', 'Waybill number'] as const
export const copNo = [text(30), '企业唯一编号', 'Sender’s own number'] as const
export const bagNo = [text(37), '总包号', 'Number of the bag or pallet'] as const
export const gnum = [integer(5), '序号', 'Line number'] as const
export const orderType = [choice({ E: { zh: '出口', en: 'export' } }), '订单类型', 'Kind of order'] as const
export const statisticsFlag = [
  choice({
    A: { zh: '简化申报', en: 'simplified' },
    B: { zh: '汇总申报', en: 'by monthly summary' },
  }),
  '申报业务类型',
  'Way of declaring',
  {
    note: {
      zh: '简化申报不涉及许可证、出口关税和出口退税，商品编码前 4 位按税则填写。',
      en: 'Simplified: no licence, no export duty, no refund; the first four digits of the code by the tariff.',
    },
  },
] as const
