import { type CodeRow, type CodeTable, codeTables, isCodeTable, parseCodes } from './codes.ts'
import { columnsOf, type TableColumn } from './columns.ts'
import { parsePositiveList, parsePostalRates, parseRefundRates, parseUnitTaxes } from './dated.ts'
import { parseAgreementRates, parseMeasureCoverage, parseOriginMeasures } from './origins.ts'
import { parseRates } from './rates.ts'
import type { RowSource, TableProblem } from './rows.ts'
import { parseTariff, type TariffEdition } from './tariff.ts'

/** A row of any table, as the register keeps it. */
export interface TableRow {
  readonly key: string
  /** Legal days that the row itself states. */
  readonly from?: string
  readonly to?: string
  readonly data: unknown
}

export interface TableRead {
  readonly rows: readonly TableRow[]
  readonly problems: readonly TableProblem[]
}

/** A kind of table that can be loaded: how it is read, where it is kept, what a row is known by. */
export interface TableKind {
  /** Name on the command line and in a pack's list of contents. */
  readonly name: string
  /** Name of the register that keeps it. */
  readonly register: string
  /**
   * `edition`: a file is the whole table from its edition's first day; `history`: a file states its own days
   * and is the whole from the first of them; `addition`: a file adds to what is there.
   */
  readonly takes: 'edition' | 'history' | 'addition'
  /** Its columns beside the days and the source, as lists and forms show them. */
  readonly columns: readonly TableColumn[]
  read(rows: RowSource, edition: TariffEdition): Promise<TableRead>
}

interface Dated {
  readonly from: string
  readonly to?: string
}

function dated<Row extends Dated>(
  name: string,
  parse: (rows: RowSource) => Promise<{ rows: readonly Row[]; problems: readonly TableProblem[] }>,
  key: (row: Row) => string,
  takes: TableKind['takes'] = 'history',
): TableKind {
  return {
    name,
    register: `customs.${name}`,
    takes,
    columns: columnsOf(name),
    async read(source) {
      const { rows, problems } = await parse(source)
      return { rows: rows.map(row => ({ key: key(row), from: row.from, to: row.to, data: row })), problems }
    },
  }
}

const tariff: TableKind = {
  name: 'tariff',
  register: 'customs.tariff',
  takes: 'edition',
  columns: columnsOf('tariff'),
  async read(source, edition) {
    const { rows, problems } = await parseTariff(source, edition)
    return { rows: rows.map(row => ({ key: row.code, data: row })), problems }
  },
}

function codes(table: CodeTable): TableKind {
  return {
    name: `codes.${table}`,
    register: `customs.codes.${table}`,
    takes: 'edition',
    columns: columnsOf(`codes.${table}`),
    async read(source) {
      const { rows, problems } = await parseCodes(table, source)
      return { rows: rows.map(row => ({ key: codeKey(row), data: row })), problems }
    },
  }
}

/** A code that stands once for import and once for export is known by its category too. */
function codeKey({ table, code, extra }: CodeRow): string {
  if (table === 'licence_types' && extra.category) return `${code} ${extra.category}`
  return extra.alpha2 ?? code
}

const OTHERS: readonly TableKind[] = [
  tariff,
  dated('refund-rates', parseRefundRates, row => row.code),
  dated('positive-list', parsePositiveList, row => row.code),
  dated('consumption-unit-taxes', parseUnitTaxes, row => row.code),
  dated('postal-rates', parsePostalRates, row => row.code),
  dated('agreement-rates', parseAgreementRates, row => `${row.origin} ${row.code}`),
  dated('origin-measures', parseOriginMeasures, row => `${row.origin} ${row.code} ${row.kind}`),
  dated('measure-coverage', parseMeasureCoverage, row => row.origin),
  dated('exchange-rates', parseRates, row => `${row.currency} ${row.purpose}`, 'addition'),
]

/** All kinds, by name. Code tables are named `codes.units`, `codes.countries` and so on. */
export const tableKinds: ReadonlyMap<string, TableKind> = new Map(
  [...OTHERS, ...codeTables.map(codes)].map(kind => [kind.name, kind]),
)

/** The kind that a name means: of a kind, of a code table ("units"), or "rates" for exchange rates. */
export function tableKind(name: string): TableKind | undefined {
  if (name === 'rates') return tableKinds.get('exchange-rates')
  return tableKinds.get(isCodeTable(name) ? `codes.${name}` : name)
}

/** The kind that a file is taken as: `codes` means the code table that it is named after, `packs/units.csv.gz`. */
export function kindOfFile(table: string, fileName: string): TableKind | undefined {
  return tableKind(table === 'codes' ? fileName.replace(/^.*[/\\]/, '').replace(/\..*$/, '') : table)
}
