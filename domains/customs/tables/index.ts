export { type CrossProblem, checkTariff } from './check.ts'
export { type CodeRow, type CodesRead, type CodeTable, codeTables, isCodeTable, parseCodes } from './codes.ts'
export {
  type PositiveListEntry,
  type PostalRate,
  parsePositiveList,
  parsePostalRates,
  parseRefundRates,
  parseUnitTaxes,
  type RefundRate,
  type UnitTax,
} from './dated.ts'
export {
  type BookLookup,
  type BookTables,
  bookLookup,
  type CountryEntry,
  type CurrencyEntry,
  exchangeRate,
  factFinder,
  type UnitEntry,
} from './lookups.ts'
export { setOfPacks } from './make-set.ts'
export { tablesOfPacks } from './of-packs.ts'
export {
  type AgreementRate,
  type MeasureCoverage,
  type OriginMeasure,
  parseAgreementRates,
  parseMeasureCoverage,
  parseOriginMeasures,
} from './origins.ts'
export { covers, type Period, type Strength } from './periods.ts'
export { publishedTables } from './published.ts'
export { type ExchangeRate, parseRates, type RatePurpose, type RatesRead } from './rates.ts'
export { type FileRefused, readTariffFile } from './read-file.ts'
export type { NumberedRow, ProblemCode, ProblemEffect, RowSource, TableProblem } from './rows.ts'
export { type PlanTables, planTables, type TableSet } from './set.ts'
export { sheetRows } from './sheet.ts'
export type { DatedRead } from './stated.ts'
export { parseTariff, type TariffEdition, type TariffRead, type TariffTableRow } from './tariff.ts'
