import type { Text } from '../schema/text.ts'
import { faultText, filledIn } from '../schema/texts.ts'
import type { SignatureCode, SignatureRefusal } from './refusal.ts'

/** What each code says; `{name}` stands for a parameter. */
export const signatureTexts: Readonly<Record<SignatureCode, Text>> = {
  'signature.missing': { zh: '报文没有签名。', en: 'The message carries no signature.' },
  'signature.present': { zh: '报文已有签名，不得重复签名。', en: 'The message carries a signature already.' },
  'signature.several': {
    zh: '报文有 {found} 个签名，只接受一个。',
    en: 'The message carries {found} signatures; one is accepted.',
  },
  'signature.misplaced': {
    zh: '签名不在根元素之下，所签内容不是整份报文。',
    en: 'The signature does not stand directly in the root, so that it is not over the whole message.',
  },
  'signature.wrong_namespace': {
    zh: '签名的命名空间应为“{needed}”，实为“{found}”。',
    en: 'The signature’s namespace must be "{needed}", not "{found}".',
  },
  'signature.unexpected_root': {
    zh: '签名所在的报文是 {found}，应为 {needed}。',
    en: 'The signed message is {found} and must be {needed}.',
  },
  'signature.unexpected_node': {
    zh: '签名中有规范之外的内容。',
    en: 'Something stands in the signature that does not belong there.',
  },
  'signature.part_missing': { zh: '签名缺少 {part}。', en: 'The signature lacks {part}.' },
  'signature.several_references': {
    zh: '签名引用了多处内容，只接受整份报文。',
    en: 'The signature refers to several things; it must be to the whole message alone.',
  },
  'signature.reference_elsewhere': {
    zh: '签名引用的是“{found}”，而不是整份报文。',
    en: 'The signature refers to "{found}" and not to the whole message.',
  },
  'signature.transform_refused': {
    zh: '签名用了不接受的变换 {found}。',
    en: 'The signature uses the transform {found}, which is not accepted.',
  },
  'signature.duplicate_id': { zh: '标识“{id}”出现两次。', en: 'The id "{id}" stands there twice.' },
  'signature.relative_namespace': {
    zh: '命名空间“{found}”是相对的，没有规范形式。',
    en: 'The namespace "{found}" is relative, which has no canonical form.',
  },
  'signature.prefix_taken': {
    zh: '前缀 {prefix} 已用于别的命名空间，不能写入签名。',
    en: 'The prefix {prefix} stands for another namespace, so that no signature can be written.',
  },
  'signature.bad_base64': { zh: '{part} 不是完整的 base64 编码。', en: '{part} is not whole base64.' },
  'signature.canonicalization_unknown': {
    zh: '不认识的规范化方法 {found}。',
    en: 'The canonical form {found} is not known.',
  },
  'signature.digest_unknown': { zh: '不认识的摘要算法 {found}。', en: 'The digest {found} is not known.' },
  'signature.algorithm_unknown': {
    zh: '不认识的签名算法 {found}。',
    en: 'The signature algorithm {found} is not known.',
  },
  'signature.algorithm_refused': {
    zh: '此处不接受 {found}，应为 {needed}。',
    en: '{found} is not accepted here; it must be {needed}.',
  },
  'signature.digest_differs': {
    zh: '摘要不符：报文在签名之后被改动过。',
    en: 'The digest differs: the message was changed after it was signed.',
  },
  'signature.value_malformed': {
    zh: '签名值长 {found} 字节，应为 {needed} 字节。',
    en: 'The signature value has {found} bytes and must have {needed}.',
  },
  'signature.value_wrong': {
    zh: '签名值不是该证书的密钥对这份报文所签。',
    en: 'The value is not that certificate’s signature over this message.',
  },
  'signature.key_unknown': {
    zh: '不认识签名所用的证书“{keyName}”。',
    en: 'The certificate "{keyName}" of the signature is not known.',
  },
  'signature.key_unreadable': {
    zh: '私钥无法读取（格式不对、口令不对，或既不是 RSA 也不是 SM2）。',
    en: 'The private key cannot be read (its form, its password, or a kind that is neither RSA nor SM2).',
  },
  'signature.key_kind_differs': {
    zh: '证书的密钥是 {found}，签名算法需要 {needed}。',
    en: 'The certificate’s key is {found}; the algorithm needs {needed}.',
  },
  'signature.key_too_short': {
    zh: '密钥 {found} 位，至少应为 {needed} 位。',
    en: 'The key has {found} bits and must have at least {needed}.',
  },
  'signature.key_name_differs': {
    zh: 'KeyName“{keyName}”不是证书的序列号 {serial}。',
    en: 'The key name "{keyName}" is not the certificate’s serial number {serial}.',
  },
  'signature.certificate_unreadable': {
    zh: '签名中的证书无法读取。',
    en: 'The certificate cannot be read.',
  },
  'signature.certificate_differs': {
    zh: '证书 {serial} 与应有的证书（或私钥）不一致。',
    en: 'The certificate {serial} is not the one of the key.',
  },
  'signature.certificate_not_valid': {
    zh: '证书有效期为 {from} 至 {to}，当日无效。',
    en: 'The certificate is valid from {from} to {to} and not on that day.',
  },
  'signature.signer_failed': {
    zh: '签名设备未能签名：{detail}',
    en: 'The signing device did not sign: {detail}',
  },
}

/** The text of a refusal in both languages, its parameters filled in. */
export function signatureText({ code, params }: Pick<SignatureRefusal, 'code' | 'params'>): Text {
  if (!isSignatureCode(code)) return faultText({ code, params })
  return filledIn(signatureTexts[code], params)
}

const isSignatureCode = (code: SignatureRefusal['code']): code is SignatureCode => code in signatureTexts
