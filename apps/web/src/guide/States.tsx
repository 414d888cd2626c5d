import { DueDay } from '../part/DueDay.tsx'
import { type State, StateMark } from '../part/StateMark.tsx'
import { Strength } from '../part/Strength.tsx'
import { TimeLeft } from '../part/TimeLeft.tsx'
import { dayOf } from '../part/today.ts'
import { useNow } from '../part/use-now.ts'
import { useTexts } from '../text/language.tsx'
import { guideTexts } from './guide.texts.ts'
import { Part } from './Part.tsx'

const states: readonly State[] = ['idle', 'waits', 'runs', 'done', 'refused']
const strengths = ['official', 'secondary', 'weak', 'assumed'] as const
const DAY = 86_400_000

/** States, deadlines, and how well a rule is founded: each in all its forms. */
export function States() {
  const t = useTexts(guideTexts)
  const now = useNow(60_000)
  return (
    <>
      <Part id="states" name={t.states} about={t.statesAbout}>
        <p className="guide-row">
          {states.map(state => (
            <StateMark key={state} state={state}>
              {t[state]}
            </StateMark>
          ))}
        </p>
      </Part>
      <Part id="time" name={t.time}>
        <p className="guide-row">
          <TimeLeft until={undefined} />
          <TimeLeft until={new Date(now + 3 * DAY).toISOString()} />
          <TimeLeft until={new Date(now + DAY / 48).toISOString()} />
          <TimeLeft until={new Date(now - DAY).toISOString()} />
        </p>
        <p className="guide-row">
          {[-2, 0, 3].map(days => (
            <DueDay key={days} day={dayOf(now + days * DAY)} isOpen />
          ))}
          <DueDay day={dayOf(now - DAY)} isOpen={false} />
        </p>
      </Part>
      <Part id="strength" name={t.strength}>
        <p className="guide-row">
          {strengths.map(strength => (
            <Strength key={strength} of={strength} />
          ))}
        </p>
      </Part>
    </>
  )
}
