import type * as plan from '@tongqu/customs/plan/contract'
import type * as rules from '@tongqu/customs/rules/contract'
import type * as tables from '@tongqu/customs/tables/contract'
import type * as letter from '@tongqu/letter/contract'
import type { Static, TSchema } from 'typebox'
import type { Queries } from './calls/index.ts'

type Of<S extends TSchema> = Static<S>

/** What a query answers, by its name. */
export type Answer<N extends keyof Queries> = Queries[N]['answer']

export type Letter = letter.Letter
export type LetterRow = Letter['rows'][number]
export type RowState = letter.RowState
export type RuleList = Of<typeof rules.RuleList>
export type Rule = Of<typeof rules.RuleInForce>
export type Table = Of<typeof tables.TableList>['tables'][number]
export type Plan = Of<typeof plan.Plan>
export type PlanHead = Of<typeof plan.PlanHead>
export type OrderHead = Of<typeof plan.OrderHead>
export type OrderDetail = Of<typeof plan.OrderDetail>
export type ShipmentPlan = Of<typeof plan.ShipmentPlan>
export type RefusedOrder = Of<typeof plan.RefusedOrder>
export type Remark = Of<typeof plan.Remark>
export type WhatIf = Of<typeof plan.WhatIf>
export type WhatIfResult = Of<typeof plan.WhatIfResult>
