import { useTexts } from '../text/language.tsx'
import type { InputOrder } from './order-json.ts'
import { whatIfTexts } from './what-if.texts.ts'
import type { Draft } from './what-if.ts'

interface Props {
  draft: Draft
  change: (draft: Draft) => void
  input: InputOrder
  currency: string
  /** The plan's own rate of that currency, shown where nothing is typed. */
  rate: string | undefined
  /** Special invoices matter for exports only. */
  hasInvoices: boolean
}

export function WhatIfFields({ draft, change, input, currency, rate, hasInvoices }: Props) {
  const t = useTexts(whatIfTexts)
  return (
    <>
      <div className="what-if-top">
        <label>
          <span className="panel-label">{t.date}</span>
          <input
            type="date"
            className="field figures"
            value={draft.date}
            onChange={event => change({ ...draft, date: event.target.value })}
            data-testid="what-if-date"
          />
        </label>
        {currency === 'CNY' ? null : (
          <label>
            <span className="panel-label">{t.rate(currency)}</span>
            <input
              className="field figures"
              inputMode="decimal"
              placeholder={rate ?? t.ratePlan}
              value={draft.rate}
              onChange={event => change({ ...draft, rate: event.target.value })}
              data-testid="what-if-rate"
            />
          </label>
        )}
      </div>
      {hasInvoices ? <Invoices draft={draft} change={change} input={input} /> : null}
    </>
  )
}

/** Each line's special invoice: amount without VAT, and rate. */
function Invoices({ draft, change, input }: Pick<Props, 'draft' | 'change' | 'input'>) {
  const t = useTexts(whatIfTexts)
  const line = (index: number, part: Partial<Draft['lines'][number]>) =>
    change({ ...draft, lines: draft.lines.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  const clear = () =>
    change({ ...draft, lines: draft.lines.map(() => ({ invoiceAmount: '', invoiceRate: '' })) })
  return (
    <div className="what-if-lines">
      <table className="rows">
        <caption>
          {t.lines}
          <button type="button" className="plain link" onClick={clear}>
            {t.takeAway}
          </button>
        </caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              #
            </th>
            <th scope="col">{t.goods}</th>
            <th scope="col" className="num">
              {t.invoice}
              <span className="unit">{t.cny}</span>
            </th>
            <th scope="col" className="num">
              {t.invoiceRate}
              <span className="unit">{t.percent}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {draft.lines.map((one, index) => {
            const goods = input.lines[index]
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place in the order.
              <tr key={index}>
                <td className="num quiet">{index + 1}</td>
                <td title={goods?.name}>{goods?.name}</td>
                <td className="num">
                  <input
                    className="field figures"
                    inputMode="decimal"
                    aria-label={`${t.invoice} ${index + 1}`}
                    value={one.invoiceAmount}
                    onChange={event => line(index, { invoiceAmount: event.target.value })}
                    data-testid={`what-if-invoice-${index + 1}`}
                  />
                </td>
                <td className="num">
                  <input
                    className="field figures narrow"
                    inputMode="decimal"
                    aria-label={`${t.invoiceRate} ${index + 1}`}
                    value={one.invoiceRate}
                    onChange={event => line(index, { invoiceRate: event.target.value })}
                    data-testid={`what-if-invoice-rate-${index + 1}`}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
