import { command, type Definition, DownloadAnswer, query } from '@tongqu/kernel/command'
import type { HostServices } from '@tongqu/kernel/host'
import { isRefusal } from '@tongqu/kernel/refusal'
import { Type } from 'typebox'
import type { Rulebook } from '../rules/of-packs.ts'
import type { LoadedTables } from '../tables/loaded.ts'
import { writeTemplate } from './book/index.ts'
import {
  CreatePlan,
  FaultyKey,
  FaultyOrder,
  FixedOrder,
  FixOrder,
  Language,
  ListOrders,
  ListPlans,
  ListRefused,
  OrderDetail,
  OrderHead,
  OrderKey,
  OrderList,
  OverrideMode,
  Plan,
  PlanHead,
  PlanId,
  PlanList,
  RefusedList,
  WhatIf,
  WhatIfResult,
} from './contract.ts'
import { exampleBook, exampleFaulty, exampleFile, exampleOrder, examplePlan, faultyPlan } from './example.ts'
import { faultyOrder, fixOrder } from './fix/service.ts'
import { resultWorkbook } from './result.ts'
import * as service from './service.ts'
import { whatIf } from './what-if.ts'

const READ = 'customs.plan.read'
const WRITE = 'customs.plan.write'
const NOT_FOUND = ['plan.not_found', 'plan.order_not_found']
const NOT_FIXED = ['plan.not_done', 'plan.refusal_not_found', 'plan.not_fixable']
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Calls on plans of order books. */
export function planCalls(
  { files }: Pick<HostServices, 'files'>,
  rules: Rulebook,
  tables: LoadedTables,
): Definition[] {
  return [
    command({
      name: 'customs.plan.create',
      summary: { zh: '规划一份订单文件', en: 'Plan an order book' },
      permission: WRITE,
      input: CreatePlan,
      output: PlanHead,
      refusals: ['plan.party_needed', 'plan.file_not_found'],
      example: { given: [exampleBook], input: exampleFile },
      handle: service.createPlan,
    }),
    query({
      name: 'customs.plan.list',
      summary: { zh: '方案列表', en: 'Plans, the newest first' },
      permission: READ,
      input: ListPlans,
      output: PlanList,
      example: { input: {} },
      handle: service.listPlans,
    }),
    query({
      name: 'customs.plan.get',
      summary: { zh: '一份方案', en: 'A plan: totals, containers, warnings' },
      permission: READ,
      input: PlanId,
      output: Plan,
      refusals: NOT_FOUND,
      example: {
        given: examplePlan,
        input: (outputs: readonly { id: string }[]) => ({ id: outputs[1]!.id }),
      },
      handle: (work, { id }) => service.getPlan(work, id),
    }),
    query({
      name: 'customs.plan.orders',
      summary: { zh: '方案中的订单', en: 'The orders of a plan' },
      permission: READ,
      input: ListOrders,
      output: OrderList,
      refusals: NOT_FOUND,
      example: {
        given: examplePlan,
        input: (outputs: readonly { id: string }[]) => ({ id: outputs[1]!.id }),
      },
      handle: service.listOrders,
    }),
    query({
      name: 'customs.plan.refused',
      summary: { zh: '方案中被拒的行', en: 'What a plan refused, with its place' },
      permission: READ,
      input: ListRefused,
      output: RefusedList,
      refusals: NOT_FOUND,
      example: {
        given: examplePlan,
        input: (outputs: readonly { id: string }[]) => ({ id: outputs[1]!.id }),
      },
      handle: service.listRefused,
    }),
    query({
      name: 'customs.plan.order',
      summary: { zh: '一份订单的全部依据', en: 'An order with its whole reasoning' },
      permission: READ,
      input: OrderKey,
      output: OrderDetail,
      refusals: NOT_FOUND,
      example: { given: examplePlan, input: exampleOrder },
      handle: (work, key) => service.orderDetail(work, key, rules),
    }),
    query({
      name: 'customs.plan.faulty',
      summary: { zh: '未受理的订单与它的单元格', en: 'A refused order with the cells of its rows' },
      permission: WRITE,
      input: FaultyKey,
      output: FaultyOrder,
      refusals: [...NOT_FOUND, ...NOT_FIXED],
      example: { given: faultyPlan, input: exampleFaulty },
      handle: async (work, key) =>
        faultyOrder(work, key, { files, rules, tables: await tables.current(work.tx) }),
    }),
    command({
      name: 'customs.plan.fix',
      summary: { zh: '就地改正未受理的订单并补入方案', en: 'Put a refused order right in place and plan it' },
      permission: WRITE,
      input: FixOrder,
      output: FixedOrder,
      refusals: [...NOT_FOUND, ...NOT_FIXED, 'plan.law_changed'],
      example: {
        given: faultyPlan,
        input: (outputs: readonly { id: string }[]) => ({
          ...exampleFaulty(outputs),
          cells: [{ line: 1, column: 'qty', value: '3' }],
        }),
      },
      handle: async (work, input) =>
        fixOrder(work, input, { files, rules, tables: await tables.current(work.tx) }),
    }),
    command({
      name: 'customs.plan.cancel',
      summary: { zh: '停止规划', en: 'Stop a plan that is being made' },
      permission: WRITE,
      input: PlanId,
      output: PlanHead,
      refusals: NOT_FOUND,
      example: {
        given: examplePlan,
        input: (outputs: readonly { id: string }[]) => ({ id: outputs[1]!.id }),
      },
      handle: (work, { id }) => service.cancelPlan(work, id),
    }),
    query({
      name: 'customs.plan.whatIf',
      summary: { zh: '换日期、汇率或发票试算', en: 'Plan an order again with another date, rate or invoice' },
      permission: READ,
      input: WhatIf,
      output: WhatIfResult,
      refusals: [...NOT_FOUND, 'plan.input_refused', 'plan.no_such_line'],
      example: { given: examplePlan, input: exampleOrder },
      handle: async (work, ask) => whatIf(work, ask, { rules, tables: await tables.current(work.tx) }),
    }),
    command({
      name: 'customs.plan.override',
      summary: { zh: '改选通关方式并说明理由', en: 'Choose another allowed mode, with a reason' },
      permission: WRITE,
      input: OverrideMode,
      output: OrderHead,
      refusals: [...NOT_FOUND, 'plan.mode_not_allowed'],
      example: {
        given: examplePlan,
        input: (outputs: readonly { id: string }[]) => ({
          ...exampleOrder(outputs),
          mode: '0110',
          reason: 'an example',
        }),
      },
      handle: service.overrideMode,
    }),
    query({
      name: 'customs.plan.result',
      summary: { zh: '方案结果(Excel)', en: 'The result of a plan as a workbook' },
      permission: READ,
      download: true,
      input: Type.Object(
        { ...PlanId.properties, lang: Type.Optional(Language) },
        { additionalProperties: false },
      ),
      output: DownloadAnswer,
      refusals: [...NOT_FOUND, 'plan.not_done'],
      example: {
        given: examplePlan,
        input: (outputs: readonly { id: string }[]) => ({ id: outputs[1]!.id }),
      },
      async handle(work, { id, lang }) {
        const made = await resultWorkbook(work, id, lang ?? work.actor.language)
        return isRefusal(made) ? made : { name: made.name, type: XLSX, content: made.content }
      },
    }),
    query({
      name: 'customs.plan.template',
      summary: { zh: '空白订单模板(Excel)', en: 'An empty order book with every field' },
      permission: 'public',
      download: true,
      input: Type.Object({ lang: Type.Optional(Language) }, { additionalProperties: false }),
      output: DownloadAnswer,
      example: { input: {} },
      async handle(work, { lang }) {
        const language = lang ?? work.actor.language
        const name = language === 'zh' ? '订单模板.xlsx' : 'order-book.xlsx'
        return { name, type: XLSX, content: await writeTemplate(language) }
      },
    }),
  ]
}
