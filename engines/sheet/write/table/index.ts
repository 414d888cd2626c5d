export type { CellInput } from '../spec.ts'
export { tableCsv } from './csv.ts'
export { type TableSpec, type TableWriter, tableWorkbook } from './workbook.ts'
