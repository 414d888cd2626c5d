import { useTexts } from '../text/language.tsx'
import { guideTexts } from './guide.texts.ts'
import { Part } from './Part.tsx'

const groups = [
  ['ink', ['ink', 'ink-2', 'ink-3']],
  ['paper', ['ground', 'paper', 'raised']],
  ['line', ['line', 'line-2']],
  ['accent', ['accent', 'accent-strong', 'accent-ground']],
  ['waits', ['waits', 'waits-ground']],
  ['runs', ['runs', 'runs-ground']],
  ['done', ['done', 'done-ground']],
  ['refused', ['refused', 'refused-ground']],
] as const

/** The palette, by what each colour says. */
export function Colours() {
  const t = useTexts(guideTexts)
  return (
    <Part id="colours" name={t.colours} about={t.coloursAbout}>
      <dl className="guide-colours">
        {groups.map(([name, colours]) => (
          <div key={name}>
            <dt>{t[name]}</dt>
            {colours.map(colour => (
              <dd key={colour}>
                <span className="guide-chip" style={{ background: `var(--${colour})` }} />
                <span className="code">--{colour}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Part>
  )
}
