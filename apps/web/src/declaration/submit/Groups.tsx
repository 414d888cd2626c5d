import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { modeLabel } from '../../part/modes.ts'
import { wordFor } from '../../plan/words.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import type { Counted, Summary } from './prepared.ts'
import { submitTexts } from './submit.texts.ts'

/** What is missing in how many orders, which modes are not declared here, which papers and others' messages it takes. */
export function Groups({ summary }: { summary: Summary }) {
  const t = useTexts(submitTexts)
  const { language } = useLanguage()
  const places: Readonly<Record<string, ReactNode>> = {
    book: t.inBook,
    declarant: <Link to="/declarations/declarant">{t.inDeclarant}</Link>,
    table: <Link to="/tables">{t.inTable}</Link>,
    plan: t.inPlan,
  }
  return (
    <div className="submit-groups" data-testid="submit-groups">
      {summary.missing.length > 0 ? (
        <div className="submit-missing">
          <h3>{t.missingWhat}</h3>
          <p className="second">{t.missingAbout}</p>
          <ul>
            {summary.missing.map(({ where, title, orders }) => (
              <li key={`${where} ${title.en}`}>
                <span>
                  {title[language]} {places[where] ? <span className="quiet">· {places[where]}</span> : null}
                </span>
                <span className="figures">{t.ofOrders(orders)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <Counts name={t.modes} of={summary.unsupported} word={mode => modeLabel(mode, language)} />
      <Counts name={t.papers} of={summary.papers} word={paper => wordFor(paper, language)} />
      <Counts name={t.byOthers} of={summary.byOthers} word={kind => kind} />
    </div>
  )
}

function Counts({
  name,
  of,
  word,
}: {
  name: string
  of: readonly Counted[]
  word: (name: string) => string
}) {
  const t = useTexts(submitTexts)
  if (of.length === 0) return null
  return (
    <div>
      <h3>{name}</h3>
      <ul>
        {of.map(each => (
          <li key={each.name}>
            <span>{word(each.name)}</span>
            <span className="figures">{t.ofOrders(each.orders)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
