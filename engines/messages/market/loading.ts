import { group, optional, required } from '../schema/member.ts'
import { createOrg, listed, long, reason, short, subject } from './frame.ts'

/** COMB: trades that travel together in one vehicle. */
export const comb = subject(
  'COMB',
  { zh: '组货单', en: 'Consolidation' },
  group({
    ComboList: listed(
      'Combo',
      group({
        destCountry: optional(short, '运抵国', 'Country of destination'),
        carNo: optional(short, '车牌号', 'Number plate'),
        proxyer: optional(short, '代理商', 'Agent'),
        remark: optional(long, '备注', 'Note'),
        orderCode: optional(
          short,
          '组货单号（平台返填）',
          'Number of the consolidation, given by the platform',
        ),
        comboId: optional(short, '发送方组货编号', 'Number at the sender'),
        createOrg,
        reason,
        ComboDetailList: listed(
          'ComboDetail',
          group({
            tradeingNo: required(short, '交易单号', 'Trade', {
              note: { zh: '元素名如此拼写。', en: 'The name is spelt so.' },
            }),
          }),
          '交易单',
          'Trades',
        ),
      }),
      '组货单',
      'Consolidations',
    ),
  }),
)

/** PACK: consolidations packed into containers. */
export const pack = subject(
  'PACK',
  { zh: '装箱单', en: 'Packing' },
  group({
    PackingList: listed(
      'Packing',
      group({
        customCorp: required(short, '报关企业', 'Customs broker'),
        packDate: optional(short, '装箱日期', 'Day of packing'),
        packWarehouse: optional(short, '装箱仓库', 'Warehouse'),
        destCountry: optional(short, '运抵国', 'Country of destination'),
        billCode: optional(short, '提单号', 'Bill of lading'),
        customProxyer: optional(short, '报关代理', 'Broker’s agent'),
        ciqCorp: optional(short, '报检企业', 'Firm for inspection'),
        billNo: optional(short, '装箱单号（平台返填）', 'Number of the packing, given by the platform'),
        packingId: optional(short, '发送方装箱编号', 'Number at the sender'),
        createOrg,
        reason,
        PackingDetailList: listed(
          'PackingDetail',
          group({
            comboId: required(short, '组货单号', 'Consolidation'),
            containerType: optional(short, '箱型', 'Kind of container'),
            containerNo: optional(short, '箱号', 'Container number'),
          }),
          '组货单与集装箱',
          'Consolidations and containers',
        ),
      }),
      '装箱单',
      'Packings',
    ),
  }),
)
