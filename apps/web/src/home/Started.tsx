import { dayAndTime } from '../part/time.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { homeTexts } from './home.texts.ts'
import type { Day } from './Today.tsx'
import { To } from './Waits.tsx'

/** What somebody has begun, the latest first, each a way to the record. */
export function Started({ started }: { started: Day['started'] }) {
  const t = useTexts(homeTexts)
  const { language } = useLanguage()
  if (started.length === 0) return <p className="sheet home-none second">{t.nothingStarted}</p>
  return (
    <section className="sheet home-group home-wide" aria-label={t.started}>
      <ul>
        {started.map(({ kind, kindName, said, number, title, page, at }) => (
          <li key={`${kind} ${page}`}>
            <To page={page} className="home-item" isRow>
              <span className="home-number figures">{number ?? title[language]}</span>
              <span className="home-what second">
                {[
                  kindName[language],
                  said[language],
                  number === undefined || title[language] === number ? '' : title[language],
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <span className="home-time quiet figures">{dayAndTime(at)}</span>
            </To>
          </li>
        ))}
      </ul>
    </section>
  )
}
