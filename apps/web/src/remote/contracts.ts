import type * as plan from '@tongqu/customs/plan/contract'
import type * as rules from '@tongqu/customs/rules/contract'
import type * as tables from '@tongqu/customs/tables/contract'
import type * as letter from '@tongqu/letter/contract'
import type { Static, TSchema } from 'typebox'
import type * as desk from './answers.ts'
import type {
  DeclarationCommands,
  DeclarationDownloads,
  DeclarationQueries,
  DeclarationUploads,
} from './declarations.ts'
import type { LedgerCommands, LedgerQueries } from './ledger.ts'
import type { MarketCommands, MarketDownloads, MarketQueries } from './market.ts'

type Of<S extends TSchema> = Static<S>

/** Calls that read. A name is the address; input and answer are those of the domain's contract. */
export interface Queries extends DeclarationQueries, LedgerQueries, MarketQueries {
  'customs.plan.list': { input: Of<typeof plan.ListPlans>; answer: Of<typeof plan.PlanList> }
  'customs.plan.get': { input: Of<typeof plan.PlanId>; answer: Of<typeof plan.Plan> }
  'customs.plan.orders': { input: Of<typeof plan.ListOrders>; answer: Of<typeof plan.OrderList> }
  'customs.plan.refused': { input: Of<typeof plan.ListRefused>; answer: Of<typeof plan.RefusedList> }
  'customs.plan.order': { input: Of<typeof plan.OrderKey>; answer: Of<typeof plan.OrderDetail> }
  'customs.plan.whatIf': { input: Of<typeof plan.WhatIf>; answer: Of<typeof plan.WhatIfResult> }
  'customs.rule.list': { input: Of<typeof rules.ListRules>; answer: Of<typeof rules.RuleList> }
  'customs.table.list': { input: Empty; answer: Of<typeof tables.TableList> }
  'letter.row.list': { input: Empty; answer: letter.Letter }
  'kernel.party.name': { input: { parties: string[] }; answer: desk.PartyNames }
  'kernel.secondFactor.get': { input: Empty; answer: desk.SecondFactor }
  'kernel.session.list': { input: Empty; answer: { sessions: desk.Session[] } }
  'kernel.session.who': { input: Empty; answer: desk.Who }
  'kernel.demonstration.accounts': { input: Empty; answer: desk.DemonstrationAccounts }
}

/** Calls that change something. */
export interface Commands extends DeclarationCommands, LedgerCommands, MarketCommands {
  'customs.plan.create': { input: Of<typeof plan.CreatePlan>; answer: Of<typeof plan.PlanHead> }
  'customs.plan.override': { input: Of<typeof plan.OverrideMode>; answer: Of<typeof plan.OrderHead> }
  'kernel.session.open': {
    input: { login: string; password: string; code?: string }
    answer: desk.SignedIn
  }
  'kernel.session.endOther': { input: { session: string }; answer: { ended: number } }
  'kernel.session.endEverywhere': { input: Empty; answer: { ended: true } }
  'kernel.account.changePassword': { input: { current: string; password: string }; answer: { changed: true } }
  'kernel.secondFactor.begin': { input: Empty; answer: { secret?: string; uri?: string } }
  'kernel.secondFactor.confirm': { input: { code: string }; answer: { recovery?: string[] } }
  'kernel.secondFactor.end': { input: { code: string }; answer: { ended: true } }
  'kernel.account.welcome': { input: desk.Welcome; answer: { login: string } }
  'kernel.session.act': { input: { party: string }; answer: desk.SignedIn }
  'kernel.session.end': { input: Empty; answer: unknown }
}

/** Commands that take a file's bytes. */
export interface Uploads extends DeclarationUploads {
  'kernel.file.store': { answer: desk.StoredFile; more: Empty }
}

/** Queries that answer a file. */
export interface Downloads extends DeclarationDownloads, MarketDownloads {
  'customs.plan.result': { id: string; lang: Of<typeof plan.Language> }
  'customs.plan.template': { lang: Of<typeof plan.Language> }
}

export type Empty = Record<never, never>
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
