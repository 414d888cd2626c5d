import { StateMark } from '../part/StateMark.tsx'
import type { Letter } from '../remote/contracts.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { letterTexts } from './letter.texts.ts'
import type { Wanted } from './select.ts'
import { rowStates, stateOf } from './states.ts'

/** The letter's head: title, date, and how many of its rows work. A count is also a filter. */
export function Head(props: { letter: Letter; wanted: Wanted; change: (part: Wanted) => void }) {
  const { letter, wanted, change } = props
  const t = useTexts(letterTexts)
  const { language } = useLanguage()
  const marks = [
    t.number(letter.letter.number),
    t.asAt(letter.letter.figuresAsAt),
    t.total(letter.rows.length),
  ]
  return (
    <header className="letter-head">
      <h1>{letter.letter.title[language]}</h1>
      <p className="letter-marks figures">{marks.join('　·　')}</p>
      <hr />
      <p className="letter-about">{letter.letter.about[language]}</p>
      <ul className="letter-counts" aria-label={t.counts}>
        {rowStates.map(state => (
          <li key={state}>
            <button
              type="button"
              aria-pressed={wanted.state === state}
              onClick={() => change({ state: wanted.state === state ? undefined : state })}
              data-testid={`count-${state}`}
            >
              <b className="figures">{letter.counts[state]}</b>
              <StateMark state={stateOf[state]}>{t[state]}</StateMark>
            </button>
          </li>
        ))}
      </ul>
      <div className="letter-share" aria-hidden="true">
        {rowStates.map(state => (
          <span key={state} className={stateOf[state]} style={{ flexGrow: letter.counts[state] }} />
        ))}
      </div>
    </header>
  )
}
