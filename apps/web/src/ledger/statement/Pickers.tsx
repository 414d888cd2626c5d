import { Choice } from '../../list/Choice.tsx'
import { Day } from '../../list/Day.tsx'
import { Filters } from '../../list/Filters.tsx'
import { preciseTime } from '../../part/time.ts'
import { dayOf } from '../../part/today.ts'
import { useTexts } from '../../text/language.tsx'
import { accountTexts } from '../account.texts.ts'
import { ledgerTexts } from '../ledger.texts.ts'
import type { AccountSearch } from '../search.ts'
import { spansOf } from './presets.ts'

interface Props {
  wanted: AccountSearch
  change: (part: Partial<AccountSearch>) => void
}

/** Which statement: from when, true when, known when; which side, which order. */
export function Pickers({ wanted, change }: Props) {
  const t = { ...useTexts(ledgerTexts), ...useTexts(accountTexts) }
  const spans = spansOf(dayOf(Date.now()))
  const isSpan = (span: { from?: string; asAt?: string }) =>
    wanted.from === span.from && wanted.asAt === span.asAt
  return (
    <Filters className="account-filters">
      <span className="spans">
        {(['thisMonth', 'lastMonth', 'thisYear', 'ever'] as const).map(name => (
          <button
            key={name}
            type="button"
            className="span-choice"
            aria-pressed={isSpan(spans[name])}
            onClick={() => change({ from: undefined, asAt: undefined, ...spans[name] })}
          >
            {t[name]}
          </button>
        ))}
      </span>
      <Moment label={t.from} value={wanted.from} change={from => change({ from })} testId="statement-from" />
      <Moment label={t.to} value={wanted.asAt} change={asAt => change({ asAt })} testId="statement-as-at" />
      <label className="moment" title={t.knownAtAbout}>
        <span>{t.knownAt}</span>
        <input
          className="field figures kind-field"
          inputMode="numeric"
          placeholder={t.knownAtHint}
          value={wanted.knownAt ?? ''}
          onChange={event => {
            const digits = event.target.value.replace(/\D/g, '')
            change({ knownAt: digits === '' ? undefined : Number(digits) })
          }}
          data-testid="statement-known-at"
        />
      </label>
      <Choice
        label={t.everySide}
        every={t.everySide}
        value={wanted.side}
        options={[
          { value: 'debit', name: t.debits },
          { value: 'credit', name: t.credits },
        ]}
        change={side => change({ side })}
        testId="statement-side"
      />
      <Choice
        label={t.order}
        every={t.newest}
        value={wanted.order}
        options={[{ value: 'oldest', name: t.oldest }]}
        change={order => change({ order })}
        testId="statement-order"
      />
    </Filters>
  )
}

/** A day to choose; a moment that a link gave stands as it is until it is taken away. */
function Moment(props: {
  label: string
  value: string | undefined
  change: (value: string | undefined) => void
  testId: string
}) {
  const t = useTexts(ledgerTexts)
  const { label, value, change, testId } = props
  return (
    <span className="moment">
      <span aria-hidden="true">{label}</span>
      {value === undefined || /^\d{4}-\d\d-\d\d$/.test(value) ? (
        <Day label={label} value={value} change={change} testId={testId} />
      ) : (
        <span className="tag figures" data-testid={testId}>
          {preciseTime(value)}
          <button type="button" className="plain link" onClick={() => change(undefined)}>
            {t.clear}
          </button>
        </span>
      )}
    </span>
  )
}
