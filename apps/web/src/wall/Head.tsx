import { Link } from '@tanstack/react-router'
import type { Scheme } from '../look/scheme.ts'
import { StateMark } from '../part/StateMark.tsx'
import { preciseTime } from '../part/time.ts'
import { useNow } from '../part/use-now.ts'
import { useTexts } from '../text/language.tsx'
import { type Period, periods, STALE } from './figures.ts'
import { useFull } from './use-full.ts'
import { wallTexts } from './wall.texts.ts'

interface Props {
  period: Period
  scheme: Scheme
  choose: (scheme: Scheme) => void
  /** When the last answer came; 0: none has. */
  newsAt: number
  /** When the figures were true. */
  at: string | undefined
}

/** What it is, how far back it looks, what time it is and whether the figures move. */
export function Head({ period, scheme, choose, newsAt, at }: Props) {
  const t = useTexts(wallTexts)
  const now = useNow(1000)
  const { isFull, turn } = useFull()
  const isStale = newsAt > 0 && now - newsAt > STALE
  const clock = (time: number | string) => preciseTime(new Date(time).toISOString()).slice(0, 19)
  return (
    <header className="wall-head">
      <h1>{t.title}</h1>
      <nav className="wall-periods" aria-label={t.period}>
        {periods.map(each => (
          <Link
            key={each}
            to="/wall"
            search={{ period: each === 'day' ? undefined : each }}
            replace
            activeProps={{}}
            className={each === period ? 'here' : undefined}
            aria-current={each === period ? 'true' : undefined}
            data-testid={`period-${each}`}
          >
            {t[each]}
          </Link>
        ))}
      </nav>
      <p className="wall-news" role="status" data-testid="wall-news">
        {isStale ? (
          <StateMark state="refused">{t.stale(clock(newsAt).slice(11))}</StateMark>
        ) : at ? (
          <StateMark state="runs">{t.live}</StateMark>
        ) : null}
      </p>
      <time className="wall-clock figures" aria-hidden="true">
        {clock(now)}
      </time>
      <span className="wall-tools">
        <button
          type="button"
          className="button"
          onClick={() => choose(scheme === 'dark' ? 'light' : 'dark')}
          data-testid="wall-scheme"
        >
          {scheme === 'dark' ? t.light : t.dark}
        </button>
        {turn ? (
          <button type="button" className="button" onClick={turn} data-testid="wall-full">
            {isFull ? t.small : t.full}
          </button>
        ) : null}
      </span>
    </header>
  )
}
