import { markOf, stateTexts, stateWord } from '../declaration/words.ts'
import { modeLabel } from '../part/modes.ts'
import { StateMark } from '../part/StateMark.tsx'
import { dayAndTime } from '../part/time.ts'
import type { Commands } from '../remote/calls/index.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { trackTexts } from './track.texts.ts'

type Found = NonNullable<Commands['customs.track.find']['answer']['consignments']>[number]

/** How a consignment stands and what happened, in words and times. */
export function Consignment({ consignment }: { consignment: Found }) {
  const t = useTexts(trackTexts)
  const states = useTexts(stateTexts)
  const { language } = useLanguage()
  const { state, stateAt, mode, direction, listNo, steps } = consignment
  return (
    <section className="sheet public-sheet" data-testid="consignment">
      <p className="public-word">
        <StateMark state={markOf(state)}>{stateWord(states, state)}</StateMark>
      </p>
      <p className="second">
        {direction === 'import' ? t.import : t.export} · {modeLabel(mode, language)} · {t.since}{' '}
        {dayAndTime(stateAt)}
        {listNo ? ` · ${t.listNo} ${listNo}` : ''}
      </p>
      <h2>{t.steps}</h2>
      {steps.length === 0 ? <p className="quiet">{t.noSteps}</p> : null}
      <ol className="public-steps">
        {steps.map((step, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be told twice at one time
          <li key={n}>
            <time dateTime={step.at} className="figures quiet">
              {dayAndTime(step.at)}
            </time>
            <span>
              {step.title[language]}
              {language === 'zh' ? '：' : ': '}
              {step.text ? step.text[language] : t.sent}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
