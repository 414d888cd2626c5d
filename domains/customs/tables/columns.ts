import { type CodeTable, isCodeTable } from './codes.ts'

interface Text {
  readonly zh: string
  readonly en: string
}

/** A column of a table as people see and edit it; forms and lists are made from these. */
export interface TableColumn {
  /** Header that a file names it by. */
  readonly name: string
  readonly label: Text
  /** `rate`: a fraction below 1 or a decimal; `marks`: letters, one after another. */
  readonly kind: 'code' | 'text' | 'rate' | 'marks' | 'elements' | 'choice'
  readonly needed: boolean
  /** It names the entry: it cannot be edited, another value is another entry. */
  readonly isKey: boolean
  /** Shown only where a row has it. */
  readonly isRare: boolean
  readonly choices?: readonly (Text & { readonly value: string })[]
}

type More = Partial<Pick<TableColumn, 'kind' | 'needed' | 'isKey' | 'isRare' | 'choices'>>

const column = (name: string, zh: string, en: string, more: More = {}): TableColumn => ({
  name,
  label: { zh, en },
  kind: more.choices ? 'choice' : 'text',
  needed: more.isKey ?? false,
  isKey: false,
  isRare: false,
  ...more,
})

const key: More = { kind: 'code', isKey: true }
const needed: More = { needed: true }
const rate: More = { kind: 'rate', needed: true }
const maybeRate: More = { kind: 'rate' }

const code = column('code', '商品编码', 'Commodity code', key)
const origin = column('origin', '原产国', 'Origin', key)
const strength = column('strength', '依据强度', 'Strength of the source', {
  needed: true,
  choices: [
    { value: 'official', zh: '官方原文', en: 'official text' },
    { value: 'secondary', zh: '转述', en: "another's account" },
    { value: 'assumed', zh: '推定', en: 'our assumption' },
    { value: 'example', zh: '示例', en: 'example' },
  ],
})
const note = column('note', '备注', 'Note')
const stated = [strength, note]

const MEASURES = [
  { value: 'anti_dumping', zh: '反倾销', en: 'anti-dumping' },
  { value: 'countervailing', zh: '反补贴', en: 'countervailing' },
  { value: 'additional', zh: '加征', en: 'additional' },
]
const PURPOSES = [
  { value: 'customs', zh: '海关计征', en: 'customs' },
  { value: 'refund', zh: '退税', en: 'refund' },
  { value: 'settlement', zh: '结汇', en: 'settlement' },
]

/** The columns of each table that is no code table, beside its days and its source, which every entry has. */
const COLUMNS: Readonly<Record<string, readonly TableColumn[]>> = {
  tariff: [
    code,
    column('name', '商品名称', 'Name', needed),
    column('mfn_rate', '最惠国税率', 'MFN rate', rate),
    column('provisional_rate', '暂定税率', 'Provisional rate', maybeRate),
    column('general_rate', '普通税率', 'General rate', maybeRate),
    column('export_rate', '出口税率', 'Export rate', rate),
    column('consumption_rate', '消费税率', 'Consumption tax', rate),
    column('vat_rate', '增值税率', 'VAT', rate),
    column('unit1', '法定第一单位', 'First unit', { kind: 'code', needed: true }),
    column('unit2', '法定第二单位', 'Second unit', { kind: 'code' }),
    column('licence_codes', '监管条件', 'Certificates', { kind: 'marks' }),
    column('elements', '申报要素', 'Declaration elements', { kind: 'elements' }),
    column('remark', '备注', 'Remark', { isRare: true }),
  ],
  'refund-rates': [
    code,
    column('rate', '退税率', 'Refund rate', rate),
    column('mark', '特殊标志', 'Special mark', {
      choices: [
        { value: '1', zh: '视同内销征税', en: 'taxed as a domestic sale' },
        { value: '2', zh: '免税', en: 'exempt' },
      ],
    }),
    ...stated,
  ],
  'positive-list': [
    code,
    column('listed', '在清单内', 'Listed', {
      needed: true,
      choices: [
        { value: 'yes', zh: '是', en: 'yes' },
        { value: 'no', zh: '否', en: 'no' },
      ],
    }),
    ...stated,
  ],
  'consumption-unit-taxes': [
    code,
    column('rate', '从价税率', 'Ad valorem rate', rate),
    column('per_unit', '单位税额（元）', 'CNY per unit', rate),
    column('unit', '单位', 'Unit', { kind: 'code', needed: true }),
    ...stated,
  ],
  'postal-rates': [code, column('rate', '行邮税率', 'Postal rate', rate), ...stated],
  'agreement-rates': [origin, code, column('rate', '协定税率', 'Agreement rate', rate), ...stated],
  'origin-measures': [
    origin,
    code,
    column('kind', '措施', 'Measure', { ...key, kind: 'choice', choices: MEASURES }),
    column('rate', '税率', 'Rate', rate),
    ...stated,
  ],
  'measure-coverage': [origin, ...stated],
  'exchange-rates': [
    column('currency', '币种', 'Currency', key),
    column('purpose', '用途', 'Purpose', { ...key, kind: 'choice', choices: PURPOSES }),
    column('rate', '1 单位合人民币', 'CNY per unit', rate),
    { ...strength, needed: false },
  ],
}

const rare: More = { isRare: true }
const FORMER = [
  column('原报关代码', '原报关代码', 'Former customs code', rare),
  column('原报关名称', '原报关名称', 'Former customs name', rare),
  column('原报检代码', '原报检代码', 'Former inspection code', rare),
  column('原报检名称', '原报检名称', 'Former inspection name', rare),
]

/** Columns that only one code table has. */
const OF_ONE: Partial<Record<CodeTable, readonly TableColumn[]>> = {
  countries: [column('alpha2', '两位代码', 'Two letters', key)],
  licence_types: [column('category', '类别', 'Category', key)],
  levy_natures: [column('full_name', '全称', 'Full name')],
}

const codeColumns = (table: CodeTable): TableColumn[] => [
  column('code', '代码', 'Code', table === 'countries' ? { kind: 'code', needed: true } : key),
  column('zh', '中文名称', 'Chinese name', needed),
  column('en', '英文名称', 'English name'),
  ...(OF_ONE[table] ?? []),
  column('also', '别名', 'Other names', rare),
  ...FORMER,
  { ...strength, needed: false, isRare: true },
]

/** The columns of a table by its name: "tariff", "codes.units". */
export function columnsOf(name: string): readonly TableColumn[] {
  const table = name.replace(/^codes\./, '')
  return COLUMNS[name] ?? (isCodeTable(table) ? codeColumns(table) : [])
}
