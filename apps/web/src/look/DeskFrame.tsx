import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Permission } from '../remote/calls/index.ts'
import { useWho } from '../remote/session.ts'

/** A page of a desk. */
export interface DeskPage<Name extends string = string> {
  readonly to: string
  readonly name: Name
  /** Who may not, is not shown it; absent: whoever sits at the desk. */
  readonly needs?: Permission | readonly Permission[]
  /** The desk's first page: below its address lie the others. */
  readonly isFirst?: boolean
}

interface Props<Name extends string> {
  /** The desk's name for its styles. */
  className: string
  label: string
  pages: readonly DeskPage<Name>[]
  /** What each page is called. */
  names: Readonly<Record<Name, string>>
  /** What stands beside a name: how many wait there. */
  mark?: (name: Name) => ReactNode
}

/** The frame of a desk: its pages as tabs, for whoever may open them, and the page that is open. */
export function DeskFrame<Name extends string>({ className, label, pages, names, mark }: Props<Name>) {
  const { who } = useWho()
  const bar = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // On a phone the bar scrolls: the page that is open is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address has another tab.
  useEffect(() => {
    const here = bar.current?.querySelector<HTMLElement>('.here')
    if (here && bar.current) bar.current.scrollLeft = here.offsetLeft - bar.current.offsetLeft - 40
  }, [pathname])
  const may = (needs: DeskPage['needs']) =>
    !needs || !who || [needs].flat().some(permission => who.permissions.includes(permission))
  return (
    <div className={`page ${className}`}>
      <nav className="tabs" aria-label={label} ref={bar}>
        {pages
          .filter(({ needs }) => may(needs))
          .map(({ to, name, isFirst }) => (
            <Link
              key={to}
              to={to as '/'}
              activeProps={{ className: 'here' }}
              activeOptions={{ exact: isFirst ?? false, includeSearch: false }}
              data-testid={`tab-${name}`}
            >
              {names[name]}
              {mark?.(name)}
            </Link>
          ))}
      </nav>
      <Outlet />
    </div>
  )
}
