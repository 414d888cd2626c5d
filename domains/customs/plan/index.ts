export { type ResultGoods, type ResultOrder, writeResult, writeTemplate } from './book/index.ts'
export type { PlannedOrder, PlanPiece, PlanWarning } from './pieces.ts'
export { type PlanJson, type PlanRemarkJson, remarkJson } from './plan-json.ts'
export { planContext, runPlan } from './run.ts'
