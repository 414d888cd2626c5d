import { StateMark } from '../part/StateMark.tsx'
import { useLanguage, useTexts } from '../text/language.tsx'
import type { Figure } from './figures.ts'
import { Records } from './Records.tsx'
import { wallTexts } from './wall.texts.ts'
import { amountText } from './words.ts'

/** What should be nothing, what is not first; a mark as well as a colour says which is which. */
export function Alarms({ figures }: { figures: readonly Figure[] }) {
  const t = useTexts(wallTexts)
  const { language } = useLanguage()
  const isLoud = ({ value }: Figure) => value !== '0'
  const loud = figures.filter(isLoud)
  const sorted = [...loud, ...figures.filter(each => !isLoud(each))]
  return (
    <section className="wall-alarms" aria-labelledby="wall-alarms">
      <h2 id="wall-alarms">
        {t.alarms}
        {loud.length === 0 ? <StateMark state="done">{t.calm}</StateMark> : null}
      </h2>
      <ul>
        {sorted.map(figure => (
          <li key={figure.key} className={isLoud(figure) ? 'loud' : undefined}>
            <Records
              className="wall-alarm"
              to={figure.records}
              title={figure.about[language]}
              testId={`alarm-${figure.key.replaceAll('.', '-')}`}
            >
              <StateMark state={isLoud(figure) ? 'refused' : 'idle'}>{figure.name[language]}</StateMark>
              <b className="figures wall-alarm-count">{amountText(figure.value, figure.unit, language)}</b>
            </Records>
          </li>
        ))}
      </ul>
    </section>
  )
}
