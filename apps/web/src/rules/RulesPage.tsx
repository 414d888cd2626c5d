import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { Asked } from '../part/Asked.tsx'
import { RuleName } from '../part/RuleName.tsx'
import { Scroll } from '../part/Scroll.tsx'
import { Strength } from '../part/Strength.tsx'
import { useTitle } from '../part/title.ts'
import { valueLines } from '../part/value.ts'
import type { Rule } from '../remote/contracts.ts'
import { useAsk } from '../remote/use-query.ts'
import { useTexts } from '../text/language.tsx'
import { groupName } from './group-names.ts'
import { groupsOf } from './groups.ts'
import './rules.css'
import { useLanguage } from '../text/language.tsx'
import { rulesTexts } from './rules.texts.ts'

const route = getRouteApi('/rules')

/** What is in force on a day, searchable, each with its source and how good that source is. */
export function RulesPage() {
  const t = useTexts(rulesTexts)
  useTitle(t.title)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const words = useDeferredValue(search.q)
  const rules = useAsk('customs.rule.list', { date: search.date, search: words })
  const change = (part: Partial<typeof search>) => navigate({ search: { ...search, ...part }, replace: true })
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t.title}</h1>
        <input
          className="field figures"
          type="date"
          aria-label={t.date}
          value={search.date ?? rules.data?.date ?? ''}
          onChange={event => change({ date: event.target.value || undefined })}
          data-testid="rules-date"
        />
        <input
          className="field"
          type="search"
          data-search
          aria-label={t.find}
          placeholder={t.findHint}
          value={search.q ?? ''}
          onChange={event => change({ q: event.target.value || undefined })}
        />
        <p className="lead">{t.lead}</p>
      </header>
      <Asked of={rules}>
        {answer => (
          <>
            <p className="quiet rules-count">
              <span className="figures" role="status">
                {t.count(answer.rules.length, answer.date)}
              </span>
              <span className="code" title={t.digest}>
                {answer.digest}
              </span>
            </p>
            {answer.rules.length === 0 ? (
              <p className="sheet empty">{t.nothing}</p>
            ) : (
              <RuleTable rules={answer.rules} />
            )}
          </>
        )}
      </Asked>
    </div>
  )
}

function RuleTable({ rules }: { rules: readonly Rule[] }) {
  const t = useTexts(rulesTexts)
  const { language } = useLanguage()
  return (
    <Scroll label={t.title} className="sheet">
      <table className="rows rule-table" data-testid="rules">
        <thead>
          <tr>
            <th scope="col">{t.rule}</th>
            <th scope="col">{t.value}</th>
            <th scope="col">{t.since}</th>
            <th scope="col">{t.source}</th>
            <th scope="col">{t.strength}</th>
          </tr>
        </thead>
        {groupsOf(rules).map(([name, group]) => (
          <tbody key={name}>
            <tr>
              <th colSpan={5} scope="rowgroup" className="rule-group">
                {groupName(name, language)}
              </th>
            </tr>
            {group.map(rule => (
              <RuleRow key={rule.id} rule={rule} />
            ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  )
}

function RuleRow({ rule }: { rule: Rule }) {
  return (
    <tr>
      <td className="rule-id">
        <RuleName rule={rule} />
      </td>
      <td className="rule-value figures">
        {valueLines(rule.value).join('\n')} {rule.unit ? <span className="quiet">{rule.unit}</span> : null}
      </td>
      <td className="figures nowrap">
        {rule.from} – {rule.to ?? ''}
      </td>
      <td className="rule-source">
        {rule.source}
        {rule.note ? <span className="unit">{rule.note}</span> : null}
      </td>
      <td>
        <Strength of={rule.strength} />
      </td>
    </tr>
  )
}
