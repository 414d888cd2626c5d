import { useTexts } from '../text/language.tsx'
import { newTexts } from './new.texts.ts'
import type { RateRow } from './rates.ts'

interface Props {
  rates: readonly RateRow[]
  change: (rates: readonly RateRow[]) => void
}

/** Rates of exchange for this plan, one row per currency. */
export function Rates({ rates, change }: Props) {
  const t = useTexts(newTexts)
  const set = (key: number, part: Partial<RateRow>) =>
    change(rates.map(row => (row.key === key ? { ...row, ...part } : row)))
  const add = () =>
    change([...rates, { key: (rates.at(-1)?.key ?? 0) + 1, currency: rates.length ? '' : 'USD', rate: '' }])
  return (
    <fieldset className="new-field">
      <legend>{t.fx}</legend>
      {rates.map(row => (
        <div key={row.key} className="new-rate">
          <input
            className="field code"
            aria-label={t.currency}
            placeholder={t.currency}
            maxLength={3}
            value={row.currency}
            onChange={event => set(row.key, { currency: event.target.value.toUpperCase() })}
          />
          <input
            className="field figures"
            aria-label={`${row.currency} ${t.rate}`}
            placeholder={t.rate}
            inputMode="decimal"
            value={row.rate}
            onChange={event => set(row.key, { rate: event.target.value })}
          />
          <button
            type="button"
            className="plain link"
            onClick={() => change(rates.filter(one => one !== row))}
          >
            {t.remove}
          </button>
        </div>
      ))}
      <button type="button" className="plain link" onClick={add} data-testid="add-rate">
        + {t.addRate}
      </button>
      <span className="quiet">{t.fxAbout}</span>
    </fieldset>
  )
}
