import { secondsOf } from '../part/time.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import type { Figure } from './figures.ts'
import { Records } from './Records.tsx'
import { wallTexts } from './wall.texts.ts'
import { amountText } from './words.ts'

/** The numbers that are read from the other end of the room. */
export function Numbers({ figures }: { figures: readonly Figure[] }) {
  const t = useTexts(wallTexts)
  const { language } = useLanguage()
  return (
    <ul className="wall-numbers" aria-label={t.numbers}>
      {figures.map(figure => {
        const whole = amountText(figure.value, figure.unit, language, true)
        return (
          <li key={figure.key}>
            <Records
              className="wall-number"
              to={figure.records}
              title={`${whole}\n${figure.about[language]}\n${t.asAt(secondsOf(figure.asAt))}`}
              testId={`figure-${figure.key.replaceAll('.', '-')}`}
            >
              <span>{figure.name[language]}</span>
              <b className="figures wall-number-value">
                <span aria-hidden="true">{amountText(figure.value, figure.unit, language)}</span>
                <span className="unseen">{whole}</span>
              </b>
            </Records>
          </li>
        )
      })}
    </ul>
  )
}
