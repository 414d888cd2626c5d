import { Link, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useWho } from '../remote/session.ts'
import { useTexts } from '../text/language.tsx'
import { MoreIcon } from './icons.tsx'
import { shellTexts } from './shell.texts.ts'
import './ways.css'
import { inGroups, type Way, wayOf, waysFor } from './way-list.ts'

const Sheet = lazy(() => import('./WaySheet.tsx').then(({ WaySheet }) => ({ default: WaySheet })))

/** So many ways stand at the thumb on a phone, beside the one to all. */
const atThumb = 4

/**
 * The way around. Signed in: a rail at the side, grouped, icon and word; on a phone a bar at the bottom with the first of
 * them and a sheet for the rest. Before that: the few pages for all, along the top.
 */
export function Ways() {
  const t = useTexts(shellTexts)
  const { who } = useWho()
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)
  const ways = waysFor(who?.permissions)
  const current = wayOf(pathname, ways)
  const first = ways.slice(0, ways.length > atThumb + 1 ? atThumb : ways.length)
  const isHidden = current !== undefined && !first.includes(current)
  return (
    <nav aria-label={t.main} className={who ? 'ways rail' : 'ways along'}>
      {inGroups(ways).map(group => (
        <div key={group[0]?.to} className="ways-group">
          {group.map(way => (
            <WayLink key={way.to} way={way} isCurrent={way === current} isAtThumb={first.includes(way)} />
          ))}
        </div>
      ))}
      {first.length < ways.length ? (
        <button
          type="button"
          className={isHidden ? 'ways-more active' : 'ways-more'}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
          data-testid="ways-more"
        >
          <MoreIcon />
          <span>{isHidden ? t[current.name] : t.more}</span>
        </button>
      ) : null}
      {isOpen ? (
        <Suspense>
          <Sheet ways={ways} current={current} close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </nav>
  )
}

interface Props {
  way: Way
  isCurrent: boolean
  isAtThumb: boolean
}

function WayLink({ way: { to, name, icon: Icon }, isCurrent, isAtThumb }: Props) {
  const t = useTexts(shellTexts)
  return (
    <Link
      to={to}
      className={`${isCurrent ? 'way active' : 'way'}${isAtThumb ? '' : ' beyond'}`}
      activeProps={{}}
      aria-current={isCurrent ? 'page' : undefined}
      title={t[name]}
    >
      <Icon />
      <span>{t[name]}</span>
    </Link>
  )
}
