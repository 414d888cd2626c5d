import type { Writable } from 'node:stream'
import type { PlannedOrder } from '@tongqu/customs/plan'
import { formatCents, type OrderDecision, renderDecision, renderText } from '@tongqu/tariff'
import { type Column, columns } from '../columns.ts'
import { say } from '../output.ts'
import { type PlanJob, type PlanTotals, planHead } from './make.ts'
import type { PlanSink } from './sink.ts'

/** Declarations of a container whose sizes are shown. */
const SHOWN = 12

const TEXTS = {
  zh: {
    order: '订单',
    country: '国别',
    value: '货值 CNY',
    chosen: '方式',
    taxes: '税费',
    refund: '退税',
    net: '净成本',
    others: '其他方式',
    none: '无可用方式',
    refused: '被拒',
    shipment: '柜',
    totals: '合计',
    rates: '汇率',
  },
  en: {
    order: 'order',
    country: 'to/from',
    value: 'value CNY',
    chosen: 'mode',
    taxes: 'taxes',
    refund: 'refund',
    net: 'net cost',
    others: 'other modes',
    none: 'no mode is allowed',
    refused: 'refused',
    shipment: 'container',
    totals: 'total',
    rates: 'rates',
  },
} as const

/** Prints the plan as a table that a person can read. */
export class TablePlan implements PlanSink {
  readonly #out: Writable
  readonly #job: PlanJob
  readonly #columns: readonly Column[]
  #begun = false

  constructor(out: Writable, job: PlanJob) {
    const words = TEXTS[job.language]
    this.#out = out
    this.#job = job
    this.#columns = [
      { title: words.order, width: 18 },
      { title: words.country, width: 7 },
      { title: words.value, width: 14, right: true },
      { title: words.chosen, width: 7 },
      { title: words.taxes, width: 12, right: true },
      { title: words.refund, width: 12, right: true },
      { title: words.net, width: 12, right: true },
      { title: words.others, width: 60 },
    ]
  }

  async add(orders: readonly PlannedOrder[]): Promise<void> {
    const lines = orders.map(({ order, decision }) => this.#row(order.country, decision))
    if (!this.#begun && lines.length > 0) {
      this.#begun = true
      const titles = this.#columns.map(column => column.title)
      lines.unshift(columns(this.#columns, titles))
    }
    await this.#say(lines)
  }

  async end(totals: PlanTotals): Promise<void> {
    const { planned, refusedOrders, warnings, refused } = totals
    const wasRead = planned + refusedOrders > 0
    await this.#say([
      ...(wasRead ? [...(this.#begun ? [''] : []), ...this.#sums(totals), ...this.#shipments(totals)] : []),
      ...warnings.map(({ text }) => `! ${text}`),
      ...refused.map(({ orderNo, text }) => `✗ ${orderNo === undefined ? '' : `${orderNo}  `}${text}`),
      ...(wasRead ? this.#decidedBy() : []),
    ])
  }

  #sums({ byMode, planned, refusedOrders, taxes, refund, netCost }: PlanTotals): string[] {
    const words = TEXTS[this.#job.language]
    const chosen = [...byMode]
      .sort((a, b) => b[1] - a[1])
      .map(([mode, n]) => `${n} × ${mode === 'none' ? words.none : mode}`)
    const counts = refusedOrders > 0 ? [...chosen, `${refusedOrders} × ${words.refused}`] : chosen
    const sums = `${words.taxes} ${taxes}   ${words.refund} ${refund}   ${words.net} ${netCost}`
    return [`${words.totals}: ${counts.join('   ')}`, ...(planned > 0 ? [sums] : [])]
  }

  #decidedBy(): string[] {
    const { date, ruleset, fx } = planHead(this.#job)
    const rates = Object.entries(fx).map(([currency, rate]) => `${currency} ${rate}`)
    return [`${date}   ${TEXTS[this.#job.language].rates}: ${rates.join(', ')}`, ruleset.digest]
  }

  #row(country: string, decision: OrderDecision): string {
    const words = TEXTS[this.#job.language]
    const { orderNo, cny, chosen, modes } = decision
    const amounts = modes.find(mode => mode.mode === chosen)?.amounts
    const cents = (value: number | undefined) => (value === undefined ? '' : formatCents(value))
    return columns(this.#columns, [
      orderNo,
      country,
      cents(cny),
      chosen ?? '—',
      cents(amounts?.taxes.total),
      cents(amounts?.refund),
      cents(amounts?.netCost),
      chosen ? this.#others(decision) : `${words.none}: ${this.#others(decision)}`,
    ])
  }

  /** The modes of the order's channel beside the chosen one, each with its cost or its first reason. */
  #others(decision: OrderDecision): string {
    return renderDecision(decision, this.#job.language)
      .modes.filter(
        mode => mode.mode !== decision.chosen && mode.reasons[0]?.code !== 'channel.not_this_mode',
      )
      .map(mode =>
        mode.allowed === true
          ? `${mode.mode} ${mode.netCost}`
          : `${mode.mode} ✗ ${mode.reasons[0]?.text ?? ''}`,
      )
      .join('; ')
  }

  #shipments({ shipments }: PlanTotals): string[] {
    const { language } = this.#job
    return shipments.flatMap(({ shipment, mode, declarations, leave }) => {
      const sizes = declarations.map(each => `${each.usd ?? '?'} USD (${each.lines})`)
      const shown = [...sizes.slice(0, SHOWN), ...(sizes.length > SHOWN ? ['…'] : [])].join(', ')
      return [
        `${TEXTS[language].shipment} ${shipment}  ${mode ?? '—'}: ${declarations.length} × [${shown}]`,
        ...leave.map(
          ({ orderNo, line, code }) => `    ✗ ${orderNo} #${line} ${renderText(code, undefined, language)}`,
        ),
      ]
    })
  }

  async #say(lines: readonly string[]): Promise<void> {
    if (lines.length > 0) await say(this.#out, lines.map(line => `${line}\n`).join(''))
  }
}
