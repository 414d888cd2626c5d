import { choice, code } from '../schema/kinds/code.ts'
import { decimal } from '../schema/kinds/number.ts'
import { pattern, text } from '../schema/kinds/text.ts'
import { cdata, group, optional, required } from '../schema/member.ts'
import { later } from './source.ts'
import * as t from './terms.ts'

/** A container. Its element is `Container`, as all but one of the published programs write it. */
export const container = group({
  ContainerId: required(text(32), '集装箱号', 'Container number'),
  ContainerMd: required(code('container_specs', 2), '集装箱规格', 'Kind of container'),
  GoodsNo: required(text(255), '商品项号', 'Lines it holds', {
    note: { zh: '多个项号以逗号分隔。', en: 'Several are separated by commas.' },
  }),
  LclFlag: optional(t.yesOrNo, '拼箱标识', 'Shared container'),
  ContainerWt: optional(decimal(18, 5), '自重', 'Tare weight'),
  GoodsContaWt: optional(decimal(19, 5), '箱货重量', 'Weight with the goods', { source: later }),
})

/** A licence or certificate that goes with the declaration. */
export const licenseDocu = group({
  DocuCode: required(code('supervision_certs', 1), '单证代码', 'Kind of certificate'),
  CertCode: cdata(required(text(32), '单证编号', 'Number of the certificate')),
})

const operType = choice({
  A: { zh: '报关单上载', en: 'upload a declaration' },
  B: { zh: '报关单、转关单上载', en: 'upload a declaration and its transit' },
  C: { zh: '报关单申报', en: 'declare' },
  D: { zh: '报关单、转关单申报', en: 'declare with its transit' },
  E: { zh: '电子手册报关单上载', en: 'upload a declaration of an electronic handbook' },
  G: { zh: '报关单暂存', en: 'keep as a draft' },
})

const sixteenDigits = pattern(
  'C16',
  /^\d{16}$/,
  { zh: '16 位数字：yyyyMMddHHmmss 及两位', en: '16 digits: yyyyMMddHHmmss and two more' },
  pick => `20261123101500${String(pick(100)).padStart(2, '0')}`,
  ['20261123101500', '2026-11-23 10:15'],
)

/** Who sends the declaration, under which number of his own, and what is to be done with it. */
export const decSign = group({
  OperType: required(operType, '操作类型', 'What is to be done'),
  ICCode: optional(text(13), '操作员 IC 卡号', 'Operator’s card'),
  CopCode: optional(text(18), '操作企业组织机构代码', 'Operator’s firm'),
  OperName: optional(text(30), '操作员姓名', 'Operator'),
  ClientSeqNo: required(text(100), '客户端报关单编号', 'Sender’s own number, unique for each declaration'),
  Sign: optional(text(400), '数字签名信息', 'Digital signature'),
  SignDate: optional(sixteenDigits, '签名日期', 'Time of signing'),
  Certificate: optional(text(20), '操作员卡的证书号', 'Operator’s certificate'),
  HostId: optional(text(10), '客户端邮箱的 HostId', 'Host', {
    note: { zh: '字段已废弃。', en: 'No longer used.' },
  }),
  BillSeqNo: optional(text(18), '对应清单统一编号', 'Number of the bonded list it belongs to'),
  DomainId: optional(
    choice({
      1: { zh: '录入人', en: 'who entered it' },
      2: { zh: '申报人', en: 'who declares it' },
    }),
    '签名人分类',
    'Who signs',
  ),
  Note: optional(text(100), '备注', 'Note'),
})

export const decFreeTxt = group({
  RelId: optional(t.entryNo, '关联报关单号', 'Declaration it is linked to'),
  RelManNo: optional(text(12), '关联备案号', 'Book it is linked to'),
  BonNo: optional(text(32), '监管仓号', 'Bonded warehouse'),
  VoyNo: optional(text(32), '航次号', 'Voyage'),
  DecBpNo: optional(text(32), '报关员联系方式', 'How the broker is reached'),
  CusFie: optional(text(8), '货场代码', 'Yard'),
  DecNo: optional(text(13), '申报人员证号', 'Broker’s number'),
})

/** Which line of a certificate of origin (or other certificate) stands for which line of the declaration. */
export const ecoRelation = group({
  CertType: required(text(3), '单证代码', 'Kind of certificate', {
    note: { zh: '优惠贸易协定填 Y＋协定代码，如 Y03。', en: 'For an agreement Y and its code: Y03.' },
  }),
  EcoCertNo: cdata(required(text(64), '单证编号', 'Number of the certificate')),
  DecGNo: required(text(9), '报关单商品项号', 'Line of the declaration'),
  EcoGNo: required(text(9), '对应随附单证商品项号', 'Line of the certificate'),
  ExtendFiled: optional(text(255), '扩展字段', 'Extension'),
})

export const requestCert = group({
  AppCertCode: required(text(50), '申请单证代码', 'Certificate asked for'),
  ApplOri: optional(text(50), '申请单证正本数', 'Originals'),
  ApplCopyQuan: optional(text(50), '申请单证副本数', 'Copies'),
})

export const otherPack = group({
  PackQty: optional(decimal(19, 5), '包装件数', 'Packages'),
  PackType: optional(code('package_types', 2), '包装材料种类', 'Kind of packing'),
})

export const copLimit = group({
  EntQualifNo: optional(text(40), '企业资质编号', 'Number of the qualification'),
  EntQualifTypeCode: optional(text(5), '企业资质类别代码', 'Kind of qualification'),
})

export const decUser = group({
  UseOrgPersonCode: optional(text(20), '使用单位联系人', 'Contact of the user'),
  UseOrgPersonTel: optional(text(20), '使用单位联系电话', 'Telephone of the user'),
})

export const copPromise = group({
  DeclaratioMaterialCode: optional(text(10), '证明/声明材料代码', 'Statement that is made', {
    note: { zh: '进口 101040，出口 102053。', en: '101040 for import, 102053 for export.' },
  }),
})

/** A document that goes with the declaration. */
export const edocRealation = group({
  EdocID: required(text(64), '随附单据编号（文件名）', 'Number of the document, its file name'),
  EdocCode: required(code('attachment_types', 8), '随附单据类别', 'Kind of document'),
  EdocFomatType: required(
    choice({
      S: { zh: '结构化', en: 'structured' },
      US: { zh: '非结构化（PDF）', en: 'unstructured (PDF)' },
    }),
    '随附单据格式类型',
    'Structured or not',
  ),
  OpNote: optional(text(255), '操作说明（重传原因）', 'Why it is sent again'),
  EdocCopId: optional(text(64), '随附单据文件企业名', 'Firm of the file'),
  EdocOwnerCode: optional(text(10), '所属单位海关编号', 'Owner, customs code'),
  SignUnit: optional(text(10), '签名单位代码', 'Firm that signs'),
  SignTime: optional(text(17), '签名时间', 'Time of signing'),
  EdocOwnerName: optional(text(100), '所属单位名称', 'Owner'),
  EdocSize: optional(text(12), '随附单据文件大小', 'Size of the file'),
  GNoStr: optional(text(150), '商品项号关系', 'Lines it belongs to', { source: later }),
})
