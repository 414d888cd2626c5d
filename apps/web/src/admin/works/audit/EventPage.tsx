import { getRouteApi, Link } from '@tanstack/react-router'
import { Asked } from '../../../part/Asked.tsx'
import { Fact } from '../../../part/Fact.tsx'
import { StateMark } from '../../../part/StateMark.tsx'
import { preciseTime } from '../../../part/time.ts'
import { useTitle } from '../../../part/title.ts'
import { valueLines } from '../../../part/value.ts'
import type { Answer } from '../../../remote/contracts.ts'
import { usePartyNames } from '../../../remote/party-names.ts'
import { useMay } from '../../../remote/session.ts'
import { useAsk } from '../../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../../text/language.tsx'
import '../works.css'
import { auditTexts, eventTexts } from './audit.texts.ts'
import { Chain } from './Chain.tsx'
import { byName, outcomeMark, outcomeOf, ranOf } from './event-columns.tsx'
import { Receipt } from './Receipt.tsx'

const route = getRouteApi('/admin/audit/$position')

/** Milliseconds. */
const sealing = 3000

type Event = Answer<'kernel.audit.event'>

/** One record of the audit: all that is kept of it, and what holds it in its place. */
export function EventPage() {
  const { position } = route.useParams()
  const seesChain = useMay('kernel.audit.verify')
  // The next block seals it within seconds.
  const every = (answer: Event | undefined) => answer !== undefined && !answer.block && seesChain && sealing
  const event = useAsk('kernel.audit.event', { position: Number(position) }, { every })
  return <Asked of={event}>{answer => <Whole event={answer} />}</Asked>
}

function Whole({ event }: { event: Event }) {
  const t = { ...useTexts(auditTexts), ...useTexts(eventTexts) }
  const { language } = useLanguage()
  const title = event.title?.[language] ?? event.type
  useTitle(title)
  const partyName = usePartyNames()
  const mayReceive = useMay('kernel.audit.receipt')
  const { call, code, place, channel } = ranOf(event)
  const outcome = outcomeOf(event)
  return (
    <article className="event" data-testid="event">
      <header className="record-head">
        <Link to="/admin/audit" data-back className="record-up">
          ← {t.back}
        </Link>
        <h1>
          {title}
          <StateMark state={outcomeMark[outcome]}>{t[outcome]}</StateMark>
        </h1>
        <dl className="facts">
          <Fact name={t.at}>{preciseTime(event.at)}</Fact>
          <Fact name={t.by}>
            <By event={event} />
          </Fact>
          {event.party ? <Fact name={t.party}>{partyName(event.party) ?? event.party}</Fact> : null}
          {call ? (
            <Fact name={t.call}>
              <span className="code">{call}</span>
            </Fact>
          ) : (
            <Fact name={t.type}>
              <span className="code">{event.type}</span>
            </Fact>
          )}
          {code ? (
            <Fact name={t.code}>
              <span className="code">{code}</span>
            </Fact>
          ) : null}
          {place ? <Fact name={t.place}>{place}</Fact> : null}
          {channel ? <Fact name={t.channel}>{channel}</Fact> : null}
          {event.record ? (
            <Fact name={t.about}>
              <Link to="/admin/audit" search={{ record: event.record }} title={t.all} className="code">
                {event.record}
              </Link>
            </Fact>
          ) : null}
          <Fact name={t.run}>
            <span className="code">{event.run}</span>
          </Fact>
        </dl>
      </header>
      <div className="event-parts">
        <section className="sheet event-part">
          <h2>{t.data}</h2>
          <pre className="code event-data" data-testid="event-data">
            {valueLines(event.data).join('\n')}
          </pre>
          <p className="quiet">{t.withheld}</p>
        </section>
        <Chain event={event} />
      </div>
      {mayReceive && event.block ? <Receipt run={event.run} /> : null}
      <SameRun event={event} />
    </article>
  )
}

function By({ event }: { event: Event }) {
  const t = useTexts(auditTexts)
  if (!event.login) return byName(event, t)
  return (
    <Link to="/admin/audit" search={{ who: event.login }}>
      {event.login}
    </Link>
  )
}

function SameRun({ event }: { event: Event }) {
  const t = useTexts(eventTexts)
  if (event.ofRun.length < 2) return null
  return (
    <section>
      <h2 className="section">{t.sameRun}</h2>
      <ul className="sheet same-run">
        {event.ofRun.map(({ position, type, record }) => (
          <li key={position} aria-current={position === event.position ? 'true' : undefined}>
            {position === event.position ? (
              <b className="figures">{position}</b>
            ) : (
              <Link to="/admin/audit/$position" params={{ position: String(position) }} className="figures">
                {position}
              </Link>
            )}
            <span className="code">{type}</span>
            <span className="code quiet">{record}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
