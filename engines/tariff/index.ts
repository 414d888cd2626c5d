// The door of the engine: whatever a planner, a declaration or a refund desk needs of it.
/** @public */
export { formatCents, parseCents } from './amount/cents.ts'
/** @public */
export { parseRate, type Rate } from './amount/rate.ts'
/** @public */
export { type BookOptions, type BookPlan, BookPlanner, planBook } from './book/book.ts'
export type { DeclarationJson, LeaveJson, MarketLine, ShipmentJson } from './book/shipments.ts'
/** @public */
export { type MarketDeclaration, marketDeclaration } from './book/shipments.ts'
export type { BreakEven } from './break-even.ts'
export type { ExchangeRates, PlanContext, RateMap } from './context.ts'
/** @public */
export { decisionOf, type OrderDecision } from './decision.ts'
/** @public */
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
/** @public */
export {
  preRefundWindow,
  type RefundWindow,
  refundStanding,
  refundWindow,
  reimportUntil,
  type Term,
} from './papers/deadlines.ts'
/** @public */
export { agencyRefund, assessedIncomeTax, type StallTax, stallIncomeTax } from './papers/income-tax.ts'
/** @public */
export { type DeclaredGoods, type DeclaredLine, simplifiedDeclaration } from './papers/simplified.ts'
/** @public */
export {
  type MergedLine,
  monthlySummary,
  type Summary,
  type SummaryDeclaration,
  type SummaryLine,
} from './papers/summary.ts'
/** @public */
export { acturalPaid, matchThreeDocuments, type ThreeDocuments } from './papers/three-documents.ts'
/** @public */
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
/** @public */
export {
  type ModeJson,
  type OrderJson,
  type ReasonJson,
  type RefusalJson,
  renderDecision,
  renderOrder,
} from './render.ts'
export type { RulesetProblem } from './rules/reader.ts'
export type { Rule, RuleUse } from './rules/rule.ts'
/** @public */
export { compileRuleset, type Ruleset } from './rules/ruleset.ts'
/** @public */
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
/** @public */
export { type ProducerMonth, type ProducerRefund, producerRefund } from './tax/producer.ts'
/** @public */
export { renderText } from './text/render.ts'
export type { Lang } from './text/texts.ts'
