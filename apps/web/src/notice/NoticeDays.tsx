import { Link } from '@tanstack/react-router'
import { dayAndTime } from '../part/time.ts'
import { dayOf } from '../part/today.ts'
import type { Answer } from '../remote/contracts.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { byDay } from './days.ts'
import { noticeTexts } from './notice.texts.ts'

type Notice = Answer<'kernel.notice.list'>['notices'][number]
const DAY = 86_400_000

interface Props {
  notices: readonly Notice[]
  mark: (notice: Notice) => void
}

/** Notices under their days; each opens what it is about, and is read with that. */
export function NoticeDays({ notices, mark }: Props) {
  const t = useTexts(noticeTexts)
  const today = dayOf(Date.now())
  const yesterday = dayOf(Date.now() - DAY)
  const nameOf = (day: string) => (day === today ? t.today : day === yesterday ? t.yesterday : day)
  return byDay(notices).map(([day, some]) => (
    <section key={day} aria-label={nameOf(day)}>
      <h3 className="notice-day figures">{nameOf(day)}</h3>
      <ul className="sheet notice-list">
        {some.map(notice => (
          <One key={notice.id} notice={notice} mark={mark} />
        ))}
      </ul>
    </section>
  ))
}

function One({ notice, mark }: { notice: Notice; mark: (notice: Notice) => void }) {
  const t = useTexts(noticeTexts)
  const { language } = useLanguage()
  const { text, page, at, read, kindName, kind } = notice
  const opened = () => {
    if (!read) mark(notice)
  }
  return (
    <li className={read ? 'notice' : 'notice unread'} data-testid="notice">
      <span className="notice-dot" aria-hidden="true" />
      {page ? (
        <Link to={page} onClick={opened} className="notice-text" data-row>
          {read ? null : <span className="unseen">{t.unread}: </span>}
          {text[language]}
        </Link>
      ) : (
        <span className="notice-text">
          {read ? null : <span className="unseen">{t.unread}: </span>}
          {text[language]}
        </span>
      )}
      <span className="notice-about second figures">
        {kindName?.[language] ?? kind} · {dayAndTime(at).slice(11)}
      </span>
      {read ? null : (
        <button
          type="button"
          className="plain link notice-read"
          onClick={() => mark(notice)}
          aria-label={`${t.read}: ${text[language]}`}
          data-testid="notice-read"
        >
          {t.read}
        </button>
      )}
    </li>
  )
}
