import type { TableColumn } from './columns.ts'

/** The property of a row's data that a column holds, where it is not the column's name in camel case. */
const PROPERTIES: Readonly<Record<string, string>> = {
  原报关代码: 'formerCustomsCode',
  原报关名称: 'formerCustomsName',
  原报检代码: 'formerInspectionCode',
  原报检名称: 'formerInspectionName',
}

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The column that a property, as a parser names it in a problem, stands in. */
export function columnOf(field: string, columns: readonly TableColumn[]): string {
  return columns.find(({ name }) => name === field || propertyOf(name) === field)?.name ?? field
}

const propertyOf = (name: string): string => PROPERTIES[name] ?? camel(name)

type Data = Readonly<Record<string, unknown>> & { readonly extra?: Readonly<Record<string, unknown>> }

/** A row's data as the cells of its columns: what a file would hold, so that reading them gives the row again. */
export function cellsOf(data: unknown, columns: readonly TableColumn[]): Record<string, string> {
  const cells: Record<string, string> = {}
  for (const column of columns) {
    const text = cellOf(data as Data, column)
    if (text !== '') cells[column.name] = text
  }
  return cells
}

function cellOf(data: Data, { name, kind }: TableColumn): string {
  const property = propertyOf(name)
  const value = data[property] ?? data.extra?.[property]
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (!Array.isArray(value)) return String(value)
  return kind === 'elements' ? value.map((each, n) => `${n + 1}${each};`).join('') : value.join('')
}
