import {
  country,
  customsOffice,
  day,
  importOrExport,
  tradeMode,
  transportMode,
} from '../declaration/terms.ts'
import { choice } from '../schema/kinds/code.ts'
import { integer } from '../schema/kinds/number.ts'
import { text } from '../schema/kinds/text.ts'
import { cdata, group, optional, required } from '../schema/member.ts'
import * as t from './terms.ts'

const byCounter = { note: { zh: '由系统返填。', en: 'Filled in by the window.' } }
const onTransfer = { note: { zh: '结转类专用。', en: 'For transfers between books alone.' } }
/** Who stands in the declaration that belongs to the list: needed where `DclcusTypecd` says so. */
const whenCorresponding = {
  note: { zh: '报关类型为 2 对应报关时必填。', en: 'Needed where DclcusTypecd is 2.' },
}
const whenRelated = { note: { zh: '报关类型为 1 关联报关时必填。', en: 'Needed where DclcusTypecd is 1.' } }

/** InvtHeadType: head of a bonded inventory list, in the order of the counter. */
export const invtHead = group({
  SeqNo: optional(text(18), '预录入统一编号', 'Number of the window', byCounter),
  BondInvtNo: optional(t.bondInvtNo, '清单编号', 'Number of the list', byCounter),
  ChgTmsCnt: optional(integer(19), '变更次数', 'How often it was changed'),
  PutrecNo: required(text(64), '备案编号（手（账）册编号）', 'Book or handbook'),
  InvtType: optional(t.invtType, '清单类型', 'Kind of list'),
  EtpsInnerInvtNo: required(text(64), '企业内部清单编号', 'Firm’s own number, unique for each list'),
  BizopEtpsno: required(t.customsCode, '经营企业编号', 'Operating firm, customs code'),
  BizopEtpsSccd: required(t.creditCode, '经营企业社会信用代码', 'Operating firm, credit code'),
  BizopEtpsNm: required(t.firmName, '经营企业名称', 'Operating firm, name'),
  RcvgdEtpsno: required(
    t.customsCode,
    '收货企业编号（加工单位）',
    'Receiving or processing firm, customs code',
  ),
  RvsngdEtpsSccd: required(
    t.creditCode,
    '收发货企业社会信用代码',
    'Receiving or processing firm, credit code',
  ),
  RcvgdEtpsNm: required(t.firmName, '收货企业名称', 'Receiving or processing firm, name'),
  DclEtpsno: required(t.customsCode, '申报企业编号', 'Declaring firm, customs code'),
  DclEtpsSccd: required(t.creditCode, '申报企业社会信用代码', 'Declaring firm, credit code'),
  DclEtpsNm: required(t.firmName, '申报企业名称', 'Declaring firm, name'),
  InputCode: required(t.customsCode, '录入企业编号', 'Firm that enters it, customs code'),
  InputCreditCode: required(t.creditCode, '录入企业社会信用代码', 'Firm that enters it, credit code'),
  InputName: required(text(255), '录入单位名称', 'Firm that enters it, name'),
  InputTime: optional(day, '录入日期', 'Day of entering'),
  RltInvtNo: optional(text(64), '关联清单编号', 'List it is linked to', onTransfer),
  RltPutrecNo: optional(text(64), '关联备案编号', 'Book it is linked to', onTransfer),
  CorrEntryDclEtpsNo: optional(
    t.customsCode,
    '对应报关单申报单位代码',
    'Declarant of the corresponding declaration, code',
    whenCorresponding,
  ),
  CorrEntryDclEtpsSccd: optional(
    t.creditCode,
    '对应报关单申报单位信用代码',
    'Declarant of the corresponding declaration, credit code',
    whenCorresponding,
  ),
  CorrEntryDclEtpsNm: optional(
    t.firmName,
    '对应报关单申报单位名称',
    'Declarant of the corresponding declaration, name',
    whenCorresponding,
  ),
  RltEntryBizopEtpsno: optional(
    t.customsCode,
    '关联报关单境内收发货人编号',
    'Party of the related declaration, code',
    whenRelated,
  ),
  RltEntryBizopEtpsSccd: optional(
    t.creditCode,
    '关联报关单境内收发货人信用代码',
    'Party of the related declaration, credit code',
    whenRelated,
  ),
  RltEntryBizopEtpsNm: optional(
    t.firmName,
    '关联报关单境内收发货人名称',
    'Party of the related declaration, name',
    whenRelated,
  ),
  RltEntryRcvgdEtpsno: optional(
    t.customsCode,
    '关联报关单收发货单位编码',
    'User or producer of the related declaration, code',
    whenRelated,
  ),
  RltEntryRvsngdEtpsSccd: optional(
    t.creditCode,
    '关联报关单收发货单位信用代码',
    'User or producer of the related declaration, credit code',
    whenRelated,
  ),
  RltEntryRcvgdEtpsNm: optional(
    t.firmName,
    '关联报关单收发货单位名称',
    'User or producer of the related declaration, name',
    whenRelated,
  ),
  RltEntryDclEtpsno: optional(
    t.customsCode,
    '关联报关单申报单位编码',
    'Declarant of the related declaration, code',
    whenRelated,
  ),
  RltEntryDclEtpsSccd: optional(
    t.creditCode,
    '关联报关单申报单位信用代码',
    'Declarant of the related declaration, credit code',
    whenRelated,
  ),
  RltEntryDclEtpsNm: optional(
    t.firmName,
    '关联报关单申报单位名称',
    'Declarant of the related declaration, name',
    whenRelated,
  ),
  ImpexpPortcd: required(customsOffice, '进/出境关别', 'Customs of entry or exit'),
  DclPlcCuscd: required(customsOffice, '主管海关', 'Customs in charge'),
  ImpexpMarkcd: required(importOrExport, '进出口标记', 'Import or export'),
  MtpckEndprdMarkcd: required(t.materialMark, '料件成品标记', 'Materials or finished goods'),
  SupvModecd: required(tradeMode, '监管方式', 'Trade mode'),
  TrspModecd: required(transportMode, '运输方式', 'Way of transport'),
  ApplyNo: optional(text(64), '申报表编号', 'Application of the transfer'),
  ListType: optional(
    choice({
      A: { zh: '加工贸易深加工结转', en: 'further processing' },
      B: { zh: '加工贸易余料结转', en: 'left-over materials' },
      C: { zh: '不作价设备结转', en: 'equipment without price' },
    }),
    '流转类型',
    'Kind of transfer',
  ),
  DclcusFlag: required(
    choice({
      1: { zh: '报关', en: 'with a declaration' },
      2: { zh: '非报关', en: 'without a declaration' },
    }),
    '是否报关标志',
    'With a declaration or without',
  ),
  DclcusTypecd: optional(
    choice({
      1: { zh: '关联报关', en: 'related declaration' },
      2: { zh: '对应报关', en: 'corresponding declaration' },
    }),
    '报关类型',
    'Kind of declaration',
    { note: { zh: '非报关时不可填。', en: 'Not where there is no declaration.' } },
  ),
  IcCardNo: optional(text(20), '申报人 IC 卡号', 'Declaring person’s card'),
  DecType: optional(text(1), '报关单类型', 'Kind of customs declaration'),
  Rmk: cdata(optional(text(4000), '备注', 'Note')),
  StshipTrsarvNatcd: required(country, '起运/运抵国（地区）', 'Country of departure or arrival'),
  EntryNo: optional(text(64), '对应报关单编号', 'Corresponding declaration', byCounter),
  RltEntryNo: optional(text(64), '关联报关单编号', 'Related declaration'),
  DclTypecd: optional(t.declareMark, '申报类型', 'What is asked for'),
  GenDecFlag: required(
    choice({
      1: { zh: '生成', en: 'yes' },
      2: { zh: '不生成', en: 'no' },
    }),
    '是否生成报关单',
    'Whether a declaration is made of it',
  ),
})
