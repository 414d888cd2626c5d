export { formatCents, parseCents } from './amount/cents.ts'
export { parseRate, type Rate } from './amount/rate.ts'
export { type BookOptions, type BookPlan, BookPlanner, planBook } from './book/book.ts'
export { packDeclarations } from './book/pack.ts'
export type { DeclarationJson, LeaveJson, ShipmentJson } from './book/shipments.ts'
export type { BreakEven } from './break-even.ts'
export type { ExchangeRates, PlanContext, RateMap } from './context.ts'
export { decisionOf, type OrderDecision } from './decision.ts'
export { type Cause, type Difference, explainDifference } from './explain.ts'
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
export {
  preRefundWindow,
  type RefundWindow,
  refundStanding,
  refundWindow,
  reimportUntil,
  type Term,
} from './papers/deadlines.ts'
export { agencyRefund, assessedIncomeTax, type StallTax, stallIncomeTax } from './papers/income-tax.ts'
export { type DeclaredGoods, type DeclaredLine, simplifiedDeclaration } from './papers/simplified.ts'
export {
  type MergedLine,
  monthlySummary,
  type Summary,
  type SummaryDeclaration,
  type SummaryLine,
} from './papers/summary.ts'
export { acturalPaid, matchThreeDocuments, type ThreeDocuments } from './papers/three-documents.ts'
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
export {
  type ModeJson,
  type OrderJson,
  type ReasonJson,
  type RefusalJson,
  renderDecision,
  renderOrder,
  renderReason,
} from './render.ts'
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
export { type ProducerMonth, type ProducerRefund, producerRefund } from './tax/producer.ts'
export { renderText, textCodes } from './text/render.ts'
export type { Lang } from './text/texts.ts'
