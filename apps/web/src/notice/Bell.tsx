import { Link } from '@tanstack/react-router'
import { useWho } from '../remote/session.ts'
import { useAsk } from '../remote/use-query.ts'
import { useTexts } from '../text/language.tsx'
import './bell.css'
import { bellTexts } from './notice.texts.ts'

/** How often unread notices are counted. A tab that nobody sees does not ask; one that is seen again asks at once. */
const every = 60_000
/** More than this nobody counts. */
const most = 99

/** The way to one's notices, with how many are unread; nothing for who is not signed in. */
export function Bell() {
  const t = useTexts(bellTexts)
  const { who } = useWho()
  const { data } = useAsk('kernel.notice.list', { limit: 1 }, { enabled: Boolean(who), every: () => every })
  if (!who) return null
  const unread = data?.unread ?? 0
  const label = unread > 0 ? t.some(unread) : t.none
  return (
    <Link to="/notices" className="icon bell" aria-label={label} title={label} data-testid="bell">
      <svg
        width="18"
        height="18"
        viewBox="0 0 18 18"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M9 2.5a4.5 4.5 0 0 0-4.5 4.5v3L3 12.5h12L13.5 10V7A4.5 4.5 0 0 0 9 2.5ZM7.25 14.75a1.75 1.75 0 0 0 3.5 0" />
      </svg>
      {unread > 0 ? (
        <span className="bell-count figures" aria-hidden="true" data-testid="unread">
          {unread > most ? `${most}+` : unread}
        </span>
      ) : null}
    </Link>
  )
}
