import { Link, useRouter } from '@tanstack/react-router'
import { StateMark } from '../part/StateMark.tsx'
import { dayAndTime } from '../part/time.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { homeTexts } from './home.texts.ts'
import type { WaitGroup } from './Today.tsx'

/** Of one kind, the items that wait: number, whose or what, the time left, the one thing to do. */
export function Group({ group: { kind, name, todo, page, items, isCut } }: { group: WaitGroup }) {
  const t = useTexts(homeTexts)
  const { language } = useLanguage()
  return (
    <section className="sheet home-group" aria-label={name[language]} data-testid={`wait-${kind}`}>
      <header>
        <h3>{name[language]}</h3>
        <To page={page} className="link">
          {isCut ? `${t.all}（${t.more}）` : t.all}
        </To>
      </header>
      <ul>
        {items.map((item, at) => (
          <li key={`${item.page} ${item.number ?? at}`}>
            <To page={item.page} className="home-item" isRow>
              <span className="home-number figures">{item.number ?? item.title?.[language]}</span>
              <span className="home-what second">
                {[
                  item.number === undefined ? undefined : item.title?.[language],
                  item.party?.[language],
                  item.count === undefined || item.count < 2 ? undefined : t.records(item.count),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <span className="home-time">
                <TimeLeft item={item} />
              </span>
              <span className="home-do">{todo[language]} ›</span>
            </To>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The time left in working days, in colour, shape and word; since when, where nothing runs out. */
function TimeLeft({ item }: { item: WaitGroup['items'][number] }) {
  const t = useTexts(homeTexts)
  const { due, workingDays, isLate, since } = item
  if (due !== undefined) {
    if (isLate)
      return (
        <StateMark state="refused">
          {workingDays === undefined ? t.dueOn(due) : t.daysOver(-workingDays)}
        </StateMark>
      )
    const soon = workingDays !== undefined && workingDays <= 2
    return (
      <StateMark state={soon ? 'waits' : 'runs'}>
        {workingDays === undefined ? t.dueOn(due) : t.daysLeft(workingDays)}
      </StateMark>
    )
  }
  if (since === undefined) return null
  const said = t.since(dayAndTime(since))
  return isLate ? (
    <StateMark state="refused">{`${t.lateMark} · ${said}`}</StateMark>
  ) : (
    <span className="quiet">{said}</span>
  )
}

interface ToProps {
  page: string
  className: string
  isRow?: boolean
  children: React.ReactNode
}

/** A way to an address that the server gave. */
export function To({ page, className, isRow, children }: ToProps) {
  const router = useRouter()
  const { pathname, search, hash } = new URL(page, 'http://here.invalid')
  const params = router.options.parseSearch?.(search.slice(1)) ?? {}
  return (
    <Link
      to={pathname as '/'}
      search={params as never}
      hash={hash.slice(1) || undefined}
      className={className}
      {...(isRow && { 'data-row': true })}
    >
      {children}
    </Link>
  )
}
