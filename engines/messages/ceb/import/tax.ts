import { choice } from '../../schema/kinds/code.ts'
import { text } from '../../schema/kinds/text.ts'
import { group, many, optional, required } from '../../schema/member.ts'
import { counterTime, fromCounter } from '../frame.ts'
import * as t from '../terms.ts'
import { told } from '../told.ts'

/** The schema sets no bound for the tax bills of a message; ours is that of the reader. */
const unbounded = { min: 1, max: 10_000 } as const
const open = { isAnyOrder: true, unknown: 'ignored' } as const
const guid = [text(36, { min: 36 }), '系统唯一序号', 'Unique number given by the e-port'] as const
const returnTime = [counterTime, '回执时间', 'Time of the message'] as const
const taxNo = [text(50), '电子税单编号', 'Number of the tax bill'] as const
const entDutyNo = [text(50), '缴款书编号', 'Number of the payment order'] as const
const assureCode = [text(64), '担保企业代码', 'Code of the guaranteeing firm'] as const
const customsTax = [t.amount, '应征关税', 'Duty'] as const
const valueAddedTax = [t.amount, '应征增值税', 'Value-added tax'] as const
const consumptionTax = [t.amount, '应征消费税', 'Consumption tax'] as const
const status = [
  choice({
    1: { zh: '已生成', en: 'made' },
    2: { zh: '已汇总', en: 'summed up' },
    3: { zh: '作废', en: 'void' },
  }),
  '税单状态',
  'State of the tax bill',
] as const

const head = group(
  {
    guid: required(...guid),
    returnTime: required(...returnTime),
    invtNo: required(...told.invtNo),
    taxNo: required(...taxNo),
    customsTax: required(...customsTax),
    valueAddedTax: required(...valueAddedTax),
    consumptionTax: required(...consumptionTax),
    status: required(...status),
    entDutyNo: optional(...entDutyNo),
    note: optional(...t.note),
    assureCode: optional(...assureCode),
    ebcCode: optional(text(64), '电商企业代码', 'Code of the e-commerce firm'),
    logisticsCode: optional(text(64), '物流企业代码', 'Code of the carrier'),
    agentCode: optional(...t.agentCode),
    customsCode: optional(...told.customsCode),
    orderNo: optional(...t.orderNo),
    logisticsNo: optional(...t.logisticsNo),
  },
  open,
)

const line = group(
  {
    gnum: required(...told.gnum),
    gcode: required(...told.gcode),
    taxPrice: required(t.amount, '完税总价格', 'Dutiable value'),
    customsTax: required(...customsTax),
    valueAddedTax: required(...valueAddedTax),
    consumptionTax: required(...consumptionTax),
  },
  open,
)

const bill = group({
  TaxHeadRd: required(head, '电子税单表头', 'Head'),
  TaxListRd: many(line, { min: 1, max: 99 }, '电子税单表体', 'Lines'),
})

/** Import: tax bill of a list, sent by the customs. */
export const ceb816 = fromCounter(
  'CEB816',
  { zh: '进口电子税单', en: 'Import: tax bill' },
  {
    Tax: many(bill, unbounded, '电子税单', 'Tax bills'),
  },
)

const state = group(
  {
    guid: required(...guid),
    returnTime: required(...returnTime),
    invtNo: required(...told.invtNo),
    taxNo: required(...taxNo),
    status: required(...status),
    entDutyNo: optional(...entDutyNo),
    assureCode: optional(...assureCode),
  },
  open,
)

/** Import: state of a tax bill, sent by the customs. */
export const ceb818 = fromCounter(
  'CEB818',
  { zh: '进口电子税单状态', en: 'Import: state of a tax bill' },
  {
    Tax: many(
      group({ TaxHeadStatus: required(state, '电子税单状态', 'State') }),
      unbounded,
      '电子税单状态',
      'States',
    ),
  },
)
