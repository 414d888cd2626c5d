import { Asked } from '../part/Asked.tsx'
import { moveAmongRows } from '../part/arrows.ts'
import { useTitle } from '../part/title.ts'
import type { Queries } from '../remote/calls/index.ts'
import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { homeTexts } from './home.texts.ts'
import { Next } from './Next.tsx'
import { Started } from './Started.tsx'
import { Group } from './Waits.tsx'

export type Day = Queries['kernel.desk.today']['answer']
export type WaitGroup = Day['waits'][number]

/** A desk that is left open sees new work come, without asking more than it must. */
const every = 60_000

/** What waits, what of it is late, what one has begun. */
export function Today({ name }: { name: { zh: string; en: string } }) {
  const t = useTexts(homeTexts)
  const { language } = useLanguage()
  useTitle(t.title)
  const day = useAsk('kernel.desk.today', {}, { every: () => every })
  return (
    <div className="page home">
      <header className="page-head">
        <h1>{t.title}</h1>
        <p className="second">{t.hello(name[language])}</p>
      </header>
      <Asked of={day}>{answer => <Work day={answer} />}</Asked>
    </div>
  )
}

/** The groups with only their items that are late, or only those that are not. */
function split(waits: Day['waits'], isLate: boolean): WaitGroup[] {
  return waits
    .map(group => ({ ...group, items: group.items.filter(item => item.isLate === isLate) }))
    .filter(group => group.items.length > 0)
}

function Work({ day }: { day: Day }) {
  const t = useTexts(homeTexts)
  const waiting = split(day.waits, false)
  const late = split(day.waits, true)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move among the links inside.
    <div onKeyDown={moveAmongRows}>
      <Section name={t.waits} testId="home-waits" count={count(waiting)}>
        {waiting.length === 0 ? (
          <div className="sheet empty">
            <p>{t.nothingWaits}</p>
            <p className="second">{t.nothingWaitsHow}</p>
            <Next />
          </div>
        ) : (
          waiting.map(group => <Group key={group.kind} group={group} />)
        )}
      </Section>
      <Section name={t.late} testId="home-late" count={count(late)} isLate>
        {late.length === 0 ? (
          <p className="sheet home-none second">{t.nothingLate}</p>
        ) : (
          late.map(group => <Group key={group.kind} group={group} />)
        )}
      </Section>
      <Section name={t.started} testId="home-started">
        <Started started={day.started} />
      </Section>
    </div>
  )
}

const count = (groups: readonly WaitGroup[]) => {
  const sum = groups.reduce((all, { items }) => all + items.length, 0)
  return groups.some(({ isCut }) => isCut) ? `${sum}+` : String(sum)
}

interface SectionProps {
  name: string
  testId: string
  count?: string
  isLate?: boolean
  children: React.ReactNode
}

function Section({ name, testId, count, isLate = false, children }: SectionProps) {
  return (
    <section className="home-part" aria-label={name} data-testid={testId}>
      <h2>
        {name}
        {count && count !== '0' ? (
          <span className={isLate ? 'figures home-count bad' : 'figures home-count'}>{count}</span>
        ) : null}
      </h2>
      <div className="home-groups">{children}</div>
    </section>
  )
}
