import { text } from '../schema/kinds/text.ts'
import { attribute, type Group, group, many, optional, required } from '../schema/member.ts'
import { type MessageValue, message } from '../schema/message.ts'
import { decHead } from './head.ts'
import { decList } from './line.ts'
import * as p from './parts.ts'
import { decNamespace, decSource } from './source.ts'

/** A list in an element of its own, which stands there empty as well. */
const listed = <const N extends string, G extends Group>(
  name: N,
  of: G,
  max: number,
  zh: string,
  en: string,
) => optional(group(single(name, many(of, { min: 0, max }, zh, en))), zh, en)

const single = <const N extends string, M>(name: N, member: M) =>
  ({ [name]: member }) as { readonly [K in N]: M }

const version = text(5)
const versionNote = {
  note: {
    zh: '见过 3.1、4.8、5.0；属性名两种写法都见过，写作 version。',
    en: '3.1, 4.8 and 5.0 were seen; both spellings were seen, version is what we write.',
  },
}

/** DecMessage: a declaration (报关单) as the single window takes it in. At most 50 lines, as a declaration has. */
export const decMessage = message({
  name: 'DecMessage',
  title: { zh: '报关单', en: 'Customs declaration' },
  root: 'DecMessage',
  namespace: decNamespace,
  prefix: '',
  besides: [],
  source: decSource,
  // The parts stand in another order in what other programs write; the elements inside them do not.
  content: group(
    {
      version: attribute(optional(version, '接口版本号', 'Version of the interface', versionNote)),
      Version: attribute(optional(version, '接口版本号', 'Version of the interface', versionNote)),
      DecHead: required(decHead, '表头', 'Head'),
      DecLists: required(
        group({ DecList: many(decList, { min: 1, max: 50 }, '表体', 'Lines of goods') }),
        '表体',
        'Lines',
      ),
      DecLicenseDocus: listed('LicenseDocu', p.licenseDocu, 99, '随附单证', 'Certificates'),
      DecContainers: listed('Container', p.container, 999, '集装箱', 'Containers'),
      DecSign: required(p.decSign, '签名', 'Signature and operation'),
      DecFreeTxt: optional(p.decFreeTxt, '自由文本', 'Free text'),
      EcoRelation: many(p.ecoRelation, { min: 0, max: 999 }, '随附单证对应关系', 'Lines of certificates'),
      DecRequestCerts: listed('DecRequestCert', p.requestCert, 99, '申请单证', 'Certificates asked for'),
      DecOtherPacks: listed('DecOtherPack', p.otherPack, 99, '其他包装', 'Other packing'),
      DecCopLimits: listed('DecCopLimit', p.copLimit, 99, '企业资质', 'Qualifications'),
      DecUsers: listed('DecUser', p.decUser, 99, '使用人', 'Users'),
      DecCopPromises: listed('DecCopPromise', p.copPromise, 99, '企业承诺', 'Statements made'),
      EdocRealation: many(p.edocRealation, { min: 0, max: 999 }, '电子随附单据', 'Documents attached', {
        note: { zh: '元素名如此拼写。', en: 'The name is spelt so.' },
      }),
    },
    { isAnyOrder: true },
  ),
})

export type DecMessage = MessageValue<typeof decMessage>
