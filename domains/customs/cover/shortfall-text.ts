import type { Shortfall, ShortfallCode } from './want.ts'

interface Said {
  readonly zh: string
  readonly en: string
}

const TEXTS: Readonly<Record<ShortfallCode, Said>> = {
  'guarantee.short': {
    zh: '担保 {number} 余额 {left} 元，本单税款 {needed} 元，尚缺 {missing} 元；增加担保或有税款结清后自动申报',
    en: 'The guarantee {number} has CNY {left} left, the taxes are {needed}: {missing} missing. It goes out when there is more',
  },
  'guarantee.not_valid': {
    zh: '担保企业 {code} 在海关 {office} 的担保均不在有效期内',
    en: 'No guarantee of {code} at the customs office {office} is valid today',
  },
  'guarantee.not_admitted': {
    zh: '担保企业 {code} 未同意本企业使用其担保',
    en: '{code} has not admitted this party to its guarantee',
  },
  'book.short': {
    zh: '账册 {book} 第 {record} 项结余 {left}，本单需 {needed}，尚缺 {missing}；结余增加后自动申报',
    en: 'Line {record} of the book {book} has {left} left, {needed} needed: {missing} missing. It goes out when there is more',
  },
  'book.over_most': {
    zh: '账册 {book} 第 {record} 项最多可存 {most}，超出 {missing}',
    en: 'Line {record} of the book {book} takes {most} at most: {missing} too much',
  },
  'book.not_valid': {
    zh: '账册 {book} 不在有效期内',
    en: 'The book {book} is not valid today',
  },
  'book.not_admitted': {
    zh: '账册 {book} 的企业未同意本企业使用',
    en: 'The firm of the book {book} has not admitted this party',
  },
  'book.no_such_line': {
    zh: '账册 {book} 没有第 {record} 项',
    en: 'The book {book} has no line {record}',
  },
  'book.other_unit': {
    zh: '账册 {book} 第 {record} 项的申报单位是 {unit}，清单为 {asked}',
    en: 'Line {record} of the book {book} counts in {unit}, the list in {asked}',
  },
  'book.other_goods': {
    zh: '账册 {book} 第 {record} 项的商品编码是 {hsCode}，清单为 {asked}',
    en: 'Line {record} of the book {book} is {hsCode}, the list says {asked}',
  },
  'book.too_fine': {
    zh: '数量 {qty} 的小数超过五位',
    en: 'The quantity {qty} has more than five decimals',
  },
}

/** What is missing, for a person. */
export function shortfallText({ code, params }: Shortfall): { zh: string; en: string } {
  const { zh, en } = TEXTS[code]
  return { zh: filled(zh, params), en: filled(en, params) }
}

const filled = (text: string, params: Readonly<Record<string, string>>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
