import type { Field, FieldKind, Text } from '../../fields.ts'

export type Language = keyof Text

const kinds: Readonly<Record<FieldKind, Text>> = {
  text: { zh: '文字', en: 'text' },
  identifier: { zh: '编号（文本格式）', en: 'number of a thing, as text' },
  decimal: { zh: '数字', en: 'decimal' },
  integer: { zh: '整数', en: 'whole number' },
  rate: { zh: '小数税率', en: 'rate as a fraction' },
  day: { zh: '日期', en: 'day' },
  yesNo: { zh: '是/否', en: 'yes or no' },
  choice: { zh: '选择', en: 'choice' },
  unit: { zh: '计量单位', en: 'unit code or name' },
  country: { zh: '国别代码', en: 'country, ISO alpha-2' },
  currency: { zh: '币种代码', en: 'currency, ISO 4217' },
  hs: { zh: '4–10 位编码', en: '4 to 10 digits' },
}

export const headerOf = (field: Field, lang: Language) => (lang === 'zh' ? field.zh : field.header)

/** The values of a drop-down, as the template shows them and the reader takes them back. */
export function choicesOf(field: Field, lang: Language): readonly string[] | undefined {
  if (field.kind === 'yesNo') return lang === 'zh' ? ['是', '否'] : ['yes', 'no']
  return field.choices.length === 0 ? undefined : field.choices.map(choice => choice[lang])
}

/** The example of a field, in the words of a drop-down where it has one. */
export function exampleOf(field: Field, lang: Language): string {
  if (field.kind === 'yesNo' && lang === 'zh') return field.example === 'yes' ? '是' : '否'
  return field.choices.find(choice => choice.value === field.example)?.[lang] ?? field.example
}

/** "always", "b2c, 9710", "declaration" or nothing. */
export function neededOf(field: Field, lang: Language): string {
  if (field.needed) return lang === 'zh' ? '必填' : 'always'
  if (field.beyondPlan) return lang === 'zh' ? '报关' : 'declaration'
  return field.neededFor?.[lang] ?? ''
}

/** What may stand in a field: its kind, or the values to choose from. */
export function valuesOf(field: Field, lang: Language): string {
  if (field.choices.length === 0) return kinds[field.kind][lang]
  return field.choices
    .map(choice =>
      lang === 'en' || choice.value === choice.zh ? choice.value : `${choice.value} ${choice.zh}`,
    )
    .join(lang === 'zh' ? '、' : ', ')
}
