import type { RejectedRow } from '@tongqu/register'
import type { ProblemCode, TableProblem } from './rows.ts'

interface Text {
  readonly zh: string
  readonly en: string
}

const TEXTS: Readonly<Record<ProblemCode, Text>> = {
  'table.empty': { zh: '表里没有内容', en: 'the table is empty' },
  'table.column_missing': { zh: '缺少列', en: 'the column is missing' },
  'table.column_unknown': { zh: '不认识的列', en: 'the column is not known' },
  'table.row_too_long': { zh: '单元格多于表头', en: 'there are more cells than headers' },
  'table.value_missing': { zh: '缺少值', en: 'a value is missing' },
  'table.value_unknown': { zh: '值不在允许的范围内', en: 'the value is none of those allowed' },
  'table.code_malformed': { zh: '代码格式不对', en: 'the code is malformed' },
  'table.code_duplicate': {
    zh: '代码重复，以第一次出现的为准',
    en: 'the code stands twice; the first row stands',
  },
  'table.rate_malformed': { zh: '不是数', en: 'not a number' },
  'table.rate_not_a_fraction': {
    zh: '税率应写成小数，如 0.13',
    en: 'a rate is written as a fraction, such as 0.13',
  },
  'table.date_malformed': { zh: '日期应写成 2026-11-23', en: 'a day is written as 2026-11-23' },
  'table.period_reversed': { zh: '止日早于起日', en: 'it ends before it begins' },
  'table.period_overlaps': { zh: '与前一行的期间重叠', en: 'its days overlap those of an earlier row' },
  'table.cell_is_error': { zh: '单元格是电子表格的错误值', en: "the cell holds a spreadsheet's error" },
  'table.quote_unbalanced': { zh: '引号不成对', en: 'a quotation mark is not closed' },
  'table.elements_irregular': {
    zh: '申报要素写法不规则',
    en: 'the declaration elements are written irregularly',
  },
  'table.space_irregular': { zh: '含多余空格', en: 'it holds stray spaces' },
}

/** What is wrong with a row of a table, with what was found there. */
export function problemText(problem: TableProblem): Text {
  const text = TEXTS[problem.code]
  const found = problem.text === '' ? '' : `: “${problem.text.slice(0, 80)}”`
  return { zh: `${text.zh}${found}`, en: `${text.en}${found}` }
}

/** The rows that a reading refused, each with its place: the row of the file, then the column. */
export function rejectedRows(problems: readonly TableProblem[]): RejectedRow[] {
  return problems
    .filter(problem => problem.effect === 'refused')
    .map(problem => ({
      place: `${problem.row} ${problem.column}`.trim(),
      code: problem.code,
      text: problemText(problem),
    }))
}
