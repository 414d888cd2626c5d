import { type Layout, type RowSource, readRecords, reporter, type TableProblem } from './rows.ts'

/** One code of one of the customs' code tables. */
export interface CodeRow {
  readonly table: CodeTable
  readonly code: string
  readonly zh: string
  readonly en?: string
  /** The table's further columns that hold something, by the names of `CodeField`. */
  readonly extra: Readonly<Record<string, string>>
}

export interface CodesRead {
  readonly table: CodeTable
  readonly rows: readonly CodeRow[]
  readonly problems: readonly TableProblem[]
}

type CodeField =
  | 'code'
  | 'zh'
  | 'en'
  | 'fullName'
  | 'category'
  | 'alpha2'
  | 'formerCustomsCode'
  | 'formerCustomsName'
  | 'formerInspectionCode'
  | 'formerInspectionName'
  | 'from'
  | 'to'
  | 'source'
  | 'strength'
  | 'also'

/** Headers of the official tables (each table has its own words for code and name) and of our own packs. */
const HEADERS: Readonly<Record<CodeField, readonly string[]>> = {
  code: [
    'code',
    'customs_code',
    '代码',
    '国标码',
    '征减免税方式代码',
    '征免性质代码',
    '监管证件代码',
    '成交方式代码',
  ],
  zh: ['zh', 'name', '中文名称', '征减免税方式名称', '征免性质简称', '监管证件名称', '成交方式名称'],
  en: ['en', '英文名称'],
  fullName: ['full_name', '征免性质全称'],
  category: ['category', '类别'],
  alpha2: ['alpha2'],
  formerCustomsCode: ['原报关代码'],
  formerCustomsName: ['原报关名称', '原报关中文名称'],
  formerInspectionCode: ['原报检代码'],
  formerInspectionName: ['原报检名称', '原报检中文名称'],
  from: ['from'],
  to: ['to'],
  source: ['source'],
  strength: ['strength'],
  also: ['also'],
}

/** The tables by the name of their file, and the text that each code must match. */
const TABLES = {
  admin_divisions: /^\d{6}$/,
  attachment_types: /^\d{8}$/,
  ciq_offices: /^\d{6}$/,
  container_specs: /^\d{2}$/,
  countries: /^[A-Z]{3}$/,
  currencies: /^[A-Z]{3}$/,
  customs_districts: /^[0-9A-Z]{4}$/,
  domestic_districts: /^[0-9A-Z]{5}$/,
  duty_modes: /^\d$/,
  entry_exit_ports: /^[0-9A-Z]{6}$/,
  goods_attributes: /^\d{2}$/,
  levy_natures: /^\d{3}$/,
  licence_types: /^\d{3}$/,
  origin_regions: /^\d{3}(\d{3})?$/,
  package_types: /^\d{2}$/,
  ports: /^[0-9A-Z]{6}$/,
  supervision_certs: /^[0-9A-Za-z]$/,
  trade_modes: /^\d{4}$/,
  transaction_modes: /^\d$/,
  transport_modes: /^[0-9A-Z]$/,
  units: /^\d{3}$/,
  uses: /^\d{2}$/,
} as const

export type CodeTable = keyof typeof TABLES

/** Names of the 22 tables that `parseCodes` knows. */
export const codeTables = Object.keys(TABLES) as readonly CodeTable[]

export const isCodeTable = (name: string): name is CodeTable => Object.hasOwn(TABLES, name)

/** In this table a code may stand twice, once for import and once for export: the category belongs to its key. */
const KEYED_BY_CATEGORY: ReadonlySet<CodeTable> = new Set(['licence_types'])

/**
 * In the table of attachments the column of the name is headed 类别 (category), which is another column
 * elsewhere.
 */
const headersOf = (table: CodeTable): Layout<CodeField>['headers'] =>
  table === 'attachment_types' ? { ...HEADERS, zh: ['zh', '类别'], category: [] } : HEADERS

/**
 * Reads one of the customs' code tables, in the official layout or in the packs' (`code, zh, en, …`).
 *
 * A row without code or name, with a code that is not of the table's form, or with a code that the file
 * has already named is refused.
 */
export const parseCodes = async (table: CodeTable, source: RowSource): Promise<CodesRead> => {
  const problems: TableProblem[] = []
  const rows = new Map<string, CodeRow>()
  const layout: Layout<CodeField> = { headers: headersOf(table), required: ['code', 'zh'] }
  for await (const record of readRecords(source, layout, problems)) {
    const { cell } = record
    const report = reporter(record, problems)
    const key = KEYED_BY_CATEGORY.has(table) ? `${cell('code')} ${cell('category')}` : cell('code')
    if (cell('code') === '') report('code', 'table.value_missing', 'refused')
    else if (!TABLES[table].test(cell('code'))) report('code', 'table.code_malformed', 'refused')
    else if (cell('zh') === '') report('zh', 'table.value_missing', 'refused')
    else if (rows.has(key)) report('code', 'table.code_duplicate', 'refused')
    else rows.set(key, codeRow(table, cell))
  }
  return { table, rows: [...rows.values()], problems }
}

const codeRow = (table: CodeTable, cell: (field: CodeField) => string): CodeRow => {
  const further = (Object.keys(HEADERS) as CodeField[]).filter(field => !['code', 'zh', 'en'].includes(field))
  const extra = further.flatMap(field => (cell(field) === '' ? [] : [[field, cell(field)] as const]))
  return {
    table,
    code: cell('code'),
    zh: cell('zh'),
    ...(cell('en') !== '' && { en: cell('en') }),
    extra: Object.fromEntries(extra),
  }
}
