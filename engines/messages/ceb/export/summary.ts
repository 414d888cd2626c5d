import { text } from '../../schema/kinds/text.ts'
import { time } from '../../schema/kinds/time.ts'
import { group, many, optional, required } from '../../schema/member.ts'
import { counterTime, declaration, declaredHead, fromCounter, hundred, receipts } from '../frame.ts'
import * as t from '../terms.ts'
import { told } from '../told.ts'
import * as e from './terms.ts'

const declAgentCode = [text(18), '报关单位代码', 'Code of the firm that declares the summary'] as const
const declAgentName = [text(100), '报关单位名称', 'Name of the firm that declares the summary'] as const

const applyHead = group({
  ...declaredHead,
  customsCode: required(...t.customsCode),
  copNo: required(...e.copNo),
  preNo: optional(...t.preNo),
  sumNo: optional(...told.sumNo),
  agentCode: required(...t.agentCode),
  agentName: required(...t.agentName),
  ebcCode: required(...e.ebcCode),
  ebcName: required(...e.ebcName),
  declAgentCode: required(...declAgentCode),
  declAgentName: required(...declAgentName),
  startTime: optional(time('yyyyMMddHHmmss'), '汇总开始时间', 'Summary from'),
  endTime: optional(time('yyyyMMddHHmmss'), '汇总结束时间', 'Summary to'),
  loctNo: optional(...t.loctNo),
  summaryFlag: required(text(1), '收发货人汇总标志', 'Whether it is summed up by consignor', {
    note: { zh: '取值待核。', en: 'The values are not known from a source.' },
  }),
  itemNameFlag: required(text(1), '按商品名汇总标志', 'Whether it is summed up by name of goods', {
    note: { zh: '取值待核。', en: 'The values are not known from a source.' },
  }),
  msgCount: required(...t.msgCount),
  msgSeqNo: required(...t.msgSeqNo),
  note: optional(...t.note),
})

const apply = group({
  SummaryApplyHead: required(applyHead, '汇总申请单表头', 'Head'),
  SummaryApplyList: many(
    group({ invtNo: required(...t.invtNo) }),
    hundred,
    '汇总申请单表体',
    'Lists to be summed up',
  ),
})

/** Export: applying for the monthly summary of released lists. */
export const ceb701 = declaration(
  'CEB701',
  { zh: '出口汇总申请单', en: 'Export: applying for a summary' },
  {
    SummaryApply: many(apply, hundred, '汇总申请单', 'Applications'),
  },
)

export const ceb702 = fromCounter(
  'CEB702',
  { zh: '出口汇总申请单回执', en: 'Export: receipt of an application for a summary' },
  {
    SummaryReturn: receipts({
      agentCode: optional(...t.agentCode),
      ebcCode: optional(...e.ebcCode),
      copNo: required(...e.copNo),
      preNo: optional(...told.preNo),
      sumNo: optional(...told.sumNo),
      msgSeqNo: optional(...t.msgSeqNo),
    }),
  },
)

const open = { isAnyOrder: true, unknown: 'ignored' } as const

const resultHead = group(
  {
    guid: required(text(36, { min: 36 }), '系统唯一序号', 'Unique number given by the e-port'),
    customsCode: required(...told.customsCode),
    sumNo: required(...told.sumNo),
    opDate: required(counterTime, '汇总处理时间', 'Time of the summary'),
    declSeqNo: required(text(18), '汇总统一编号', 'Number of the declaration that was made'),
    decTmpNo: optional(text(18), '电子口岸暂存编号', 'Number of its draft at the e-port'),
    decPreNo: optional(text(18), '电子口岸预录入编号', 'Number of its pre-entry at the e-port'),
    entryId: optional(text(18), '报关单编号', 'Number of the customs declaration'),
    decState: required(text(3), '报关单状态', 'State of the customs declaration', {
      note: { zh: '取值待核。', en: 'The values are not known from a source.' },
    }),
    agentCode: optional(...t.agentCode),
    agentName: optional(...t.agentName),
    ebcCode: optional(...e.ebcCode),
    ebcName: optional(...e.ebcName),
    declAgentCode: optional(...declAgentCode),
    declAgentName: optional(...declAgentName),
    grossWeight: required(...t.grossWeight),
    netWeight: required(...t.netWeight),
    msgCount: optional(...t.msgCount),
    msgSeqNo: optional(...t.msgSeqNo),
    note: optional(...t.note),
  },
  open,
)

const resultLine = group(
  {
    invtNo: required(...told.invtNo),
    logisticsNo: required(...e.logisticsNo),
    gnum: required(...told.gnum),
    gcode: required(...told.gcode),
  },
  open,
)

const result = group({
  SummaryResultHead: required(resultHead, '汇总结果单表头', 'Head'),
  SummaryResultList: many(resultLine, { min: 0, max: 100 }, '汇总结果单表体', 'Lines'),
})

/** Export: the customs declaration that a summary became, sent by the customs. */
export const ceb792 = fromCounter(
  'CEB792',
  { zh: '出口汇总结果单', en: 'Export: result of a summary' },
  {
    SummaryResult: many(result, hundred, '汇总结果单', 'Results'),
  },
)
