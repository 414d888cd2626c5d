import { Choice } from '../../list/Choice.tsx'
import { Day } from '../../list/Day.tsx'
import { Filters } from '../../list/Filters.tsx'
import { Search } from '../../list/Search.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { countryName } from '../../part/country.ts'
import { modeLabel, modes } from '../../part/modes.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { type DeclarationsSearch, whats } from '../search.ts'
import { declarationStates, formTexts, stateTexts } from '../words.ts'
import { declarationsTexts } from './list.texts.ts'

const none: DeclarationsSearch = {
  q: undefined,
  what: undefined,
  state: undefined,
  mode: undefined,
  form: undefined,
  direction: undefined,
  country: undefined,
  plan: undefined,
  from: undefined,
  to: undefined,
}

/** Words, which, state, mode, form, days, order; a plan only where one came from it. */
export function DeclarationFilters({ search }: { search: DeclarationsSearch }) {
  const t = useTexts(declarationsTexts)
  const states = useTexts(stateTexts)
  const forms = useTexts(formTexts)
  const { language } = useLanguage()
  const change = useFilters<DeclarationsSearch>()
  const { sort: _, ...conditions } = search
  const isNarrowed = Object.values(conditions).some(Boolean)
  const orders = { number: t.oldest, waiting: t.waitingFirst, '-changed': t.changed } as const
  return (
    <Filters clear={isNarrowed ? () => change(none) : undefined}>
      <Search label={t.find} hint={t.findHint} value={search.q} change={q => change({ q })} />
      {search.plan ? (
        <button
          type="button"
          className="tag"
          onClick={() => change({ plan: undefined })}
          data-testid="of-plan"
        >
          {t.ofPlan(search.plan)} ×
        </button>
      ) : null}
      {search.country ? (
        <button
          type="button"
          className="tag"
          onClick={() => change({ country: undefined })}
          data-testid="of-country"
        >
          {search.country === 'none' ? t.noCountry : countryName(search.country, language)} ×
        </button>
      ) : null}
      {search.direction ? (
        <button
          type="button"
          className="tag"
          onClick={() => change({ direction: undefined })}
          data-testid="of-direction"
        >
          {t[search.direction]} ×
        </button>
      ) : null}
      <Choice
        label={t.what}
        every={t.every}
        value={search.what}
        options={whats.map(value => ({ value, name: t[value] }))}
        change={what => change({ what })}
        testId="filter-what"
      />
      <Choice
        label={t.state}
        every={t.everyState}
        value={search.state}
        options={declarationStates.map(value => ({ value, name: states[value] }))}
        change={state => change({ state })}
        testId="filter-state"
      />
      <Choice
        label={t.everyMode}
        every={t.everyMode}
        value={search.mode}
        options={modes.map(value => ({ value, name: modeLabel(value, language) }))}
        change={mode => change({ mode })}
        testId="filter-mode"
      />
      <Choice
        label={t.everyForm}
        every={t.everyForm}
        value={search.form}
        options={Object.entries(forms).map(([value, name]) => ({ value, name }))}
        change={form => change({ form })}
      />
      <span className="quiet">{t.made}</span>
      <Day label={t.from} value={search.from} change={from => change({ from })} testId="filter-from" />
      <Day label={t.to} value={search.to} change={to => change({ to })} />
      <Choice
        label={t.sort}
        every={t.newest}
        value={search.sort}
        options={(['number', 'waiting', '-changed'] as const).map(value => ({ value, name: orders[value] }))}
        change={sort => change({ sort })}
        isOrder
        testId="sort"
      />
    </Filters>
  )
}
