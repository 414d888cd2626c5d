import { Link } from '@tanstack/react-router'
import { StateMark } from '../part/StateMark.tsx'
import type { Letter, LetterRow } from '../remote/contracts.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { letterTexts } from './letter.texts.ts'
import { pageName } from './page-name.ts'
import { type Chapter, unbroken } from './select.ts'
import { stateOf } from './states.ts'

/** The letter's rows under its headings. */
export function Chapters(props: {
  chapters: readonly Chapter[]
  letter: Letter
  /** The row that the address names: "row-42". */
  aimed: string
}) {
  const { chapters, letter, aimed } = props
  return chapters.map(chapter => {
    const Heading = chapter.within ? 'h3' : 'h2'
    return (
      <section key={chapter.id} className={chapter.within ? 'chapter within' : 'chapter'}>
        <Heading>
          {chapter.id === '0' ? null : <i>{chapter.id}</i>}
          {chapter.name}
        </Heading>
        {chapter.rows.length > 0 ? (
          <ol>
            {chapter.rows.map(row => (
              <Row key={row.row} row={row} letter={letter} isAimed={aimed === `row-${row.row}`} />
            ))}
          </ol>
        ) : null}
      </section>
    )
  })
}

function Row({ row, letter, isAimed }: { row: LetterRow; letter: Letter; isAimed: boolean }) {
  const t = useTexts(letterTexts)
  const { language } = useLanguage()
  const unit = letter.units.find(one => one.id === row.unit)?.[language] ?? row.unit
  return (
    <li
      className={isAimed ? 'letter-row is-aimed' : 'letter-row'}
      id={`row-${row.row}`}
      data-testid="letter-row"
      data-state={row.state}
    >
      <span className="letter-no figures">{row.row}</span>
      <div className="letter-what">
        <p className="letter-title">{row.title[language]}</p>
        <p className="second">{row.does[language]}</p>
        <Ways row={row} />
      </div>
      <div className="letter-side">
        {row.figure ? (
          <p className="letter-figure figures" title={t.figure}>
            {unbroken(row.figure[language])}
          </p>
        ) : null}
        <p className="quiet">{unit}</p>
      </div>
      <StateMark state={stateOf[row.state]}>{t[row.state]}</StateMark>
    </li>
  )
}

/** The pages that serve a row, and what of it they cover where it is not the whole. */
function Ways({ row }: { row: LetterRow }) {
  const t = useTexts(letterTexts)
  const { language } = useLanguage()
  if (row.servedBy.length === 0) return null
  return (
    <ul className="letter-ways">
      {row.servedBy.map(way => (
        <li key={`${way.query} ${way.page}`}>
          <Link to={way.page} title={way.query}>
            {t.open} {pageName(way.page, language)} →
          </Link>
          {way.part ? <span className="second">{t.served + way.part[language]}</span> : null}
        </li>
      ))}
    </ul>
  )
}
