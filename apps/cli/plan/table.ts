import type { Writable } from 'node:stream'
import type { PlannedOrder } from '@tongqu/customs/plan'
import { formatCents, type OrderDecision, renderDecision } from '@tongqu/tariff'
import { type Column, columns } from '../columns.ts'
import { type PlanJob, type PlanTotals, planHead } from './make.ts'

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
export class TablePlan {
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

  async add(orders: readonly PlannedOrder[], _refused: unknown): Promise<void> {
    if (!this.#begun) {
      this.#begun = true
      this.#line(
        columns(
          this.#columns,
          this.#columns.map(column => column.title),
        ),
      )
    }
    for (const { order, decision } of orders) this.#line(this.#row(order.country, decision))
  }

  async end(totals: PlanTotals): Promise<void> {
    const words = TEXTS[this.#job.language]
    const chosen = [...totals.byMode].sort((a, b) => b[1] - a[1])
    this.#line('')
    this.#line(
      `${words.totals}: ${chosen.map(([mode, n]) => `${n} × ${mode === 'none' ? words.none : mode}`).join('   ')}`,
    )
    this.#line(
      `${words.taxes} ${totals.taxes}   ${words.refund} ${totals.refund}   ${words.net} ${totals.netCost}`,
    )
    this.#shipments(totals)
    for (const { text } of totals.warnings) this.#line(`! ${text}`)
    for (const { orderNo, sheet, row, column, text } of totals.refused)
      this.#line(`✗ ${[orderNo, sheet, row, column].filter(part => part !== undefined).join(' · ')}  ${text}`)
    const { date, ruleset, fx } = planHead(this.#job)
    const rates = Object.entries(fx).map(([currency, rate]) => `${currency} ${rate}`)
    this.#line(`${date}   ${words.rates}: ${rates.join(', ')}`)
    this.#line(ruleset.digest)
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

  #shipments({ shipments }: PlanTotals): void {
    const words = TEXTS[this.#job.language]
    for (const { shipment, mode, declarations, leave } of shipments) {
      const sizes = declarations.map(each => `${each.usd ?? '?'} USD (${each.lines})`)
      this.#line(
        `${words.shipment} ${shipment}  ${mode ?? '—'}: ${declarations.length} × [${sizes.slice(0, 12).join(', ')}${sizes.length > 12 ? ', …' : ''}]`,
      )
      for (const { orderNo, line, code } of leave) this.#line(`    ✗ ${orderNo} #${line} ${code}`)
    }
  }

  #line(text: string): void {
    this.#out.write(`${text}\n`)
  }
}
