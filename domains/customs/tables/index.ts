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
export {
  type AgreementRate,
  type MeasureCoverage,
  type OriginMeasure,
  parseAgreementRates,
  parseMeasureCoverage,
  parseOriginMeasures,
} from './origins.ts'
export { covers, type Period, type Strength } from './periods.ts'
export { type ExchangeRate, parseRates, type RatePurpose, type RatesRead } from './rates.ts'
export type { NumberedRow, ProblemCode, ProblemEffect, RowSource, TableProblem } from './rows.ts'
export { sheetRows } from './sheet.ts'
export type { DatedRead } from './stated.ts'
export { parseTariff, type TariffEdition, type TariffRead, type TariffTableRow } from './tariff.ts'
