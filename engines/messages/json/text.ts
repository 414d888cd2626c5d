import type { Text } from '../schema/text.ts'
import { faultText, filledIn } from '../schema/texts.ts'
import type { JsonFault } from './codec.ts'
import type { JsonCode } from './tree.ts'

/** What each code says; `{name}` stands for a parameter. */
export const jsonTexts: Readonly<Record<JsonCode, Text>> = {
  'json.too_large': { zh: '内容超过 {limit} 个字符。', en: 'It is longer than {limit} characters.' },
  'json.too_deep': { zh: '嵌套超过 {limit} 层。', en: 'It is nested deeper than {limit}.' },
  'json.not_json': { zh: '第 {at} 个字符处不是 JSON。', en: 'It is no JSON at character {at}.' },
  'json.duplicate_name': { zh: '同一名称出现两次。', en: 'The name stands there twice.' },
  'json.not_well_formed_text': {
    zh: '文字含有不成对的代理字符。',
    en: 'A text holds half a character (a lone surrogate).',
  },
}

/** The text of a fault in both languages, its parameters filled in. */
export function jsonFaultText(fault: JsonFault): Text {
  if (!isJsonCode(fault.code)) return faultText({ code: fault.code, params: fault.params })
  return filledIn(jsonTexts[fault.code], fault.params)
}

const isJsonCode = (code: JsonFault['code']): code is JsonCode => code in jsonTexts
