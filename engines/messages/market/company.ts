import { time } from '../schema/kinds/time.ts'
import { group, optional, required } from '../schema/member.ts'
import { createOrg, listed, long, short, subject } from './frame.ts'

const isoDay = time('yyyy-MM-dd')
const none = (zh: string, en: string) => optional(short, zh, en)

const corp = group(
  {
    orgId: none('发送方企业编号', 'Firm’s number at the sender'),
    sgsRegCode: required(short, '统一社会信用代码', 'Credit code'),
    corpCname: required(short, '企业名称', 'Name'),
    corpEname: none('企业英文名称', 'Name in English'),
    corpShortName: none('企业简称', 'Short name'),
    corpOrgCode: none('组织机构代码', 'Organisation code'),
    locationfCode: none('所在地代码', 'Place'),
    corpType: required(short, '企业类型', 'Kind of firm'),
    characters: required(short, '企业角色', 'Roles, separated by commas', {
      note: {
        zh: '9 市场经营户，2 代理商，5、4 及 1 含义未见说明。',
        en: '9 a stall, 2 an agent; 5, 4 and 1 were seen without a meaning.',
      },
    }),
    legalName: none('法定代表人', 'Legal representative'),
    identCode: none('证件类型', 'Kind of document'),
    legalIdCode: none('证件号码', 'Number of the document'),
    contractMan: none('联系人', 'Contact'),
    loginUserName: none('登录名', 'Login'),
    cellphoneNo: none('手机', 'Mobile'),
    email: none('邮箱', 'Mail'),
    faxNo: none('传真', 'Fax'),
    postCode: none('邮编', 'Postcode'),
    caddress: optional(long, '经营地址', 'Business address'),
    regMoney: none('注册资本', 'Registered capital'),
    companyType: none('单位性质', 'Legal form'),
    scope: optional(long, '经营范围', 'Scope of business'),
    industryType: none('行业类型', 'Industry'),
    taxIdentCode: none('纳税人识别号', 'Taxpayer number'),
    corpTaxType: none('纳税人类型', 'Kind of taxpayer'),
    customCode: none('海关编码', 'Customs code'),
    declCode: none('报检编码', 'Inspection code'),
    ioCorpCode: none('进出口企业代码', 'Importer or exporter code'),
    creditLevel: none('信用等级', 'Credit level'),
    validateBeg: optional(isoDay, '有效期起', 'Valid from'),
    validateEnd: optional(isoDay, '有效期止', 'Valid to'),
    regDate: optional(isoDay, '发证日期', 'Issued'),
    openDate: none('开业日期', 'Opened'),
    orgAddress: optional(long, '单位地址', 'Address'),
    regionCode: none('行政区划', 'Region'),
    taxAuthoritiesCode: none('主管税务机关', 'Tax office'),
    remark: optional(long, '备注', 'Note'),
  },
  // Two programs write them in two orders, and one of them adds elements that it leaves empty.
  { isAnyOrder: true, unknown: 'ignored' },
)

/** COMP: a stall, an agent or another operator is put on file. */
export const comp = subject(
  'COMP',
  { zh: '企业备案', en: 'Operator on file' },
  group({ DsqCorp: required(corp, '企业', 'Firm') }),
)

/** BUYER: the buyer from abroad, by passport or registration. */
export const buyer = subject(
  'BUYER',
  { zh: '采购商备案', en: 'Buyer on file' },
  group({
    BuyerList: listed(
      'Buyer',
      group({
        corpCode: required(short, '证件号码', 'Passport, identity card or registration'),
        corpCname: required(short, '采购商名称', 'Name'),
        companyType: none('采购商类型', 'Kind of buyer'),
        contractMan: none('联系人', 'Contact'),
        finvest1: none('国别', 'Country'),
        telno: none('电话', 'Telephone'),
        address: optional(long, '地址', 'Address'),
        createOrg,
      }),
      '采购商',
      'Buyers',
    ),
  }),
)

/** MAF: who made the goods. */
export const maf = subject(
  'MAF',
  { zh: '生产商备案', en: 'Manufacturer on file' },
  group({
    ManufacturerList: listed(
      'Manufacturer',
      group({
        corpCode: none('组织机构代码', 'Organisation code'),
        corpCname: required(short, '生产商名称', 'Name'),
        corpEname: none('生产商英文名称', 'Name in English'),
        companyType: none('企业类型', 'Kind of firm'),
        contractMan: none('联系人', 'Contact'),
        identCode: none('证件号码', 'Number of the document'),
        telno: none('电话', 'Telephone'),
        caddress: optional(long, '地址', 'Address'),
        createOrg,
      }),
      '生产商',
      'Manufacturers',
    ),
  }),
)
