import { type CellInput, type ColumnSpec, type SheetSpec, writeWorkbook } from '@tongqu/sheet'
import { type Field, fields } from '../../fields.ts'
import { sheetNames } from './names.ts'
import { choicesOf, exampleOf, headerOf, type Language, neededOf, valuesOf } from './words.ts'

/** Rows of the template that have drop-downs. */
const PREPARED_ROWS = 2000

/** Codes and numbers of things are text, so that a spreadsheet takes no zero or digit from them. */
const formats: Partial<Record<Field['kind'], string>> = {
  identifier: '@',
  hs: '@',
  unit: '@',
  text: '@',
  day: 'yyyy-mm-dd',
}

function columnOf(field: Field, lang: Language): ColumnSpec {
  const format = formats[field.kind]
  const choices = choicesOf(field, lang)
  const needed = neededOf(field, lang)
  return {
    header: headerOf(field, lang),
    width: Math.max(10, headerOf(field, lang).length * (lang === 'zh' ? 2 : 1) + 4),
    note: [
      needed && `[${needed}]`,
      field.note[lang],
      `${lang === 'zh' ? '例' : 'e.g.'} ${exampleOf(field, lang)}`,
    ]
      .filter(Boolean)
      .join(' '),
    needed: field.needed,
    ...(format !== undefined && { format }),
    ...(choices && { choices }),
  }
}

const isNumber = (field: Field) => ['decimal', 'integer', 'rate'].includes(field.kind)

/** The example order: every field holds its own example. */
export function exampleRow(lang: Language): CellInput[] {
  return fields.map(field => {
    const text = exampleOf(field, lang)
    if (isNumber(field)) return { number: text }
    return field.kind === 'day' ? { day: text } : text
  })
}

const helpHeaders = {
  zh: ['列', '英文名', '位置', '何时需要', '填什么', '说明', '示例'],
  en: ['column', 'Chinese', 'level', 'needed', 'values', 'note', 'example'],
} as const

function helpSheet(lang: Language): SheetSpec {
  const widths = [18, 20, 10, 18, 34, 60, 24]
  const levels = lang === 'zh' ? { order: '订单', line: '商品行' } : { order: 'order', line: 'line' }
  return {
    name: sheetNames.help[lang],
    wrap: true,
    columns: helpHeaders[lang].map((header, at) => ({ header, width: widths[at] ?? 20, format: '@' })),
    rows: fields.map(field => [
      headerOf(field, lang),
      headerOf(field, lang === 'zh' ? 'en' : 'zh'),
      levels[field.level],
      neededOf(field, lang),
      valuesOf(field, lang),
      field.note[lang],
      exampleOf(field, lang),
    ]),
  }
}

/**
 * An empty order book: every field as a column with its note, drop-downs for choices, an example order and the
 * explanation of all fields on sheets of their own, which `readBook` passes over.
 */
export function writeTemplate(lang: Language): Promise<Uint8Array> {
  const columns = fields.map(field => columnOf(field, lang))
  return writeWorkbook({
    sheets: [
      { name: sheetNames.orders[lang], columns, rows: [], preparedRows: PREPARED_ROWS },
      { name: sheetNames.example[lang], columns, rows: [exampleRow(lang)] },
      helpSheet(lang),
    ],
  })
}
