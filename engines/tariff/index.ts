export type { BreakEven } from './break-even.ts'
export type { ExchangeRates, PlanContext, RateMap } from './context.ts'
export type {
  Channel,
  CustomsMode,
  DecimalText,
  Direction,
  Incoterm,
  Order,
  OrderLine,
  SellerKind,
} from './order.ts'
export { type OrderPlan, type OrderRefused, overrideChoice, planOrder } from './plan.ts'
export type {
  Deadline,
  LineTaxes,
  ModeAmounts,
  ModePlan,
  Reason,
  Refusal,
  Remedy,
  Taxes,
} from './reason.ts'
export { type ModeJson, type OrderJson, type ReasonJson, renderOrder, renderReason } from './render.ts'
export type { RulesetProblem } from './rules/reader.ts'
export type { Rule, RuleUse } from './rules/rule.ts'
export { compileRuleset, type Ruleset } from './rules/ruleset.ts'
export { type TableRows, tariffTables } from './tables/memory.ts'
export type {
  AgreementRateRow,
  Goods,
  GoodsOfDay,
  MeasureCoverage,
  OriginMeasureRow,
  PositiveListRow,
  PostalRateRow,
  RefundRateRow,
  TariffEdition,
  TariffRow,
  TariffTables,
  UnitTaxRow,
} from './tables/tables.ts'
export { renderText, textCodes } from './text/render.ts'
