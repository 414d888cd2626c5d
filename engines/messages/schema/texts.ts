import type { XmlCode } from '../xml/refusal.ts'
import type { FaultCode } from './fault.ts'
import type { Text } from './text.ts'

/** What each code says; `{name}` stands for a parameter. */
export const faultTexts: Readonly<Record<FaultCode | XmlCode, Text>> = {
  'message.wrong_root': {
    zh: '根元素应为 {expected}，实为 {found}。',
    en: 'The root element must be {expected}, not {found}.',
  },
  'message.unknown_kind': {
    zh: '不认识根元素为 {found} 的报文。',
    en: 'No message with the root {found} is known.',
  },
  'message.kind_differs': {
    zh: '信封写明的报文类型是 {expected}，里面却是 {found}。',
    en: 'The envelope says {expected}, and {found} is within.',
  },
  'message.wrong_namespace': {
    zh: '命名空间应为“{expected}”，实为“{found}”。',
    en: 'The namespace must be "{expected}", not "{found}".',
  },
  'message.missing': { zh: '缺少必填项。', en: 'It must be there and is not.' },
  'message.empty': { zh: '必填项为空。', en: 'It must not be empty.' },
  'message.unknown_element': { zh: '报文规范中没有此元素。', en: 'The message has no such element.' },
  'message.unknown_attribute': { zh: '报文规范中没有此属性。', en: 'The message has no such attribute.' },
  'message.wrong_order': {
    zh: '元素顺序不对：不得出现在 {after} 之后。',
    en: 'The order is wrong: it must not stand behind {after}.',
  },
  'message.repeated': { zh: '只能出现一次。', en: 'It must not stand there more than once.' },
  'message.too_few': {
    zh: '出现 {found} 次，至少应为 {expected} 次。',
    en: 'It stands there {found} times and must at least {expected}.',
  },
  'message.too_many': {
    zh: '出现 {found} 次，至多为 {expected} 次。',
    en: 'It stands there {found} times and may at most {expected}.',
  },
  'message.stray_text': {
    zh: '元素之间有多余文字“{found}”。',
    en: 'Text "{found}" stands between the elements.',
  },
  'message.not_text': { zh: '此处应为文字。', en: 'A text belongs here.' },
  'message.not_a_group': { zh: '此处应为一组元素。', en: 'A group of elements belongs here.' },
  'message.not_a_list': { zh: '此处应为列表。', en: 'A list belongs here.' },
  'message.bad_character': {
    zh: '含有 XML 不允许的字符。',
    en: 'It holds a character that XML cannot carry.',
  },
  'message.too_long': {
    zh: '长 {found} 个字符，至多 {expected} 个。',
    en: '{found} characters long, at most {expected} are allowed.',
  },
  'message.too_short': {
    zh: '长 {found} 个字符，至少 {expected} 个。',
    en: '{found} characters long, at least {expected} are needed.',
  },
  'message.bad_format': {
    zh: '“{found}”不符合格式 {expected}。',
    en: '"{found}" does not have the form {expected}.',
  },
  'message.not_a_number': {
    zh: '“{found}”不是 {expected} 格式的数字。',
    en: '"{found}" is not a number of the form {expected}.',
  },
  'message.too_many_digits': {
    zh: '“{found}”整数位过多，格式为 {expected}。',
    en: '"{found}" has too many digits before the point for {expected}.',
  },
  'message.too_many_decimals': {
    zh: '“{found}”小数位过多，格式为 {expected}。',
    en: '"{found}" has too many digits behind the point for {expected}.',
  },
  'message.negative': { zh: '“{found}”不得为负数。', en: '"{found}" must not be negative.' },
  'message.not_a_date': {
    zh: '“{found}”不是 {expected} 格式的日期时间。',
    en: '"{found}" is not a date of the form {expected}.',
  },
  'message.not_a_choice': {
    zh: '“{found}”不在允许的取值 {expected} 之中。',
    en: '"{found}" is none of {expected}.',
  },
  'message.not_in_table': {
    zh: '代码表 {expected} 中没有代码“{found}”。',
    en: 'The code table {expected} has no code "{found}" on that day.',
  },
  'message.not_base64': { zh: '不是 base64 编码。', en: 'It is not base64.' },
  'message.bad_markup': {
    zh: '不是一段完整规范的 XML（{found}）。',
    en: 'It is not one whole element of XML in normal form ({found}).',
  },
  'message.needed': { zh: '按规则 {rule}（{source}）必须填写。', en: 'Rule {rule} ({source}) needs it.' },
  'message.not_allowed': {
    zh: '按规则 {rule}（{source}）不得如此填写。',
    en: 'Rule {rule} ({source}) does not allow it.',
  },
  'message.more_faults': { zh: '另有 {more} 处错误未列出。', en: '{more} more faults are not listed.' },
  'xml.empty': { zh: '文件是空的。', en: 'The document is empty.' },
  'xml.too_large': { zh: '文件超过 {limit} 字节。', en: 'The document has more than {limit} bytes.' },
  'xml.too_deep': { zh: '元素嵌套超过 {limit} 层。', en: 'Elements are nested deeper than {limit}.' },
  'xml.too_many_nodes': {
    zh: '元素和文字节点超过 {limit} 个。',
    en: 'It has more than {limit} elements and texts.',
  },
  'xml.too_many_attributes': {
    zh: '一个元素的属性超过 {limit} 个。',
    en: 'An element has more than {limit} attributes.',
  },
  'xml.name_too_long': { zh: '名称超过 {limit} 个字符。', en: 'A name is longer than {limit} characters.' },
  'xml.text_too_long': {
    zh: '一段文字超过 {limit} 个字符。',
    en: 'A text is longer than {limit} characters.',
  },
  'xml.not_utf8': { zh: '不是有效的 UTF-8 编码。', en: 'It is not valid UTF-8.' },
  'xml.encoding_unsupported': {
    zh: '编码为 {found}，应为 {needed}。',
    en: 'Its encoding is {found} and must be {needed}.',
  },
  'xml.version_unsupported': { zh: '只接受 XML 1.0。', en: 'Only XML 1.0 is read.' },
  'xml.doctype_refused': { zh: '不接受文档类型声明（DOCTYPE）。', en: 'A document type is not accepted.' },
  'xml.entity_refused': {
    zh: '引用了 XML 自身五个实体以外的实体。',
    en: 'An entity is used that is not one of XML’s own five.',
  },
  'xml.bad_namespace': { zh: '命名空间错误：{detail}', en: 'The namespaces are wrong: {detail}' },
  'xml.not_well_formed': { zh: 'XML 格式不正确：{detail}', en: 'It is not well-formed XML: {detail}' },
}

/** The text of a fault in both languages, its parameters filled in. */
export function faultText(fault: {
  readonly code: FaultCode | XmlCode
  readonly params: Readonly<Record<string, string | number>>
}): Text {
  return filledIn(faultTexts[fault.code], fault.params)
}

/** The text with its `{parameters}` filled in. */
export function filledIn({ zh, en }: Text, params: Readonly<Record<string, string | number>>): Text {
  const filled = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
  return { zh: filled(zh), en: filled(en) }
}
