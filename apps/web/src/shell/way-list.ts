import type { ReactNode } from 'react'
import {
  AdminIcon,
  AuditIcon,
  CheckIcon,
  CoverIcon,
  DeclarationsIcon,
  HomeIcon,
  LedgerIcon,
  LetterIcon,
  PlansIcon,
  RulesIcon,
  StockIcon,
  TablesIcon,
  TrackIcon,
  WallIcon,
} from './icons.tsx'

/** A desk or a page for all: where it is, what it is called, who has something to do there. */
export interface Way {
  readonly to:
    | '/'
    | '/check'
    | '/track'
    | '/wall'
    | '/letter'
    | '/plans'
    | '/declarations'
    | '/covers'
    | '/stock'
    | '/ledger'
    | '/rules'
    | '/tables'
    | '/admin'
    | '/admin/audit'
  readonly name:
    | 'today'
    | 'check'
    | 'track'
    | 'wall'
    | 'letter'
    | 'plans'
    | 'declarations'
    | 'covers'
    | 'stock'
    | 'ledger'
    | 'rules'
    | 'tables'
    | 'admin'
    | 'audit'
  readonly icon: () => ReactNode
  /** Where it stands: among the day's work, what one looks up, or how the house is run. Absent: the work. */
  readonly group?: 'look' | 'run'
  /** What one must be allowed to do; absent: everybody comes. */
  readonly needs?: string
  /** Shown only to those who are not signed in. */
  readonly isPublic?: boolean
}

const all: readonly Way[] = [
  { to: '/', name: 'today', icon: HomeIcon },
  { to: '/plans', name: 'plans', icon: PlansIcon, needs: 'customs.plan.read' },
  { to: '/declarations', name: 'declarations', icon: DeclarationsIcon, needs: 'customs.declaration.read' },
  { to: '/covers', name: 'covers', icon: CoverIcon, needs: 'customs.guarantee.read' },
  { to: '/stock', name: 'stock', icon: StockIcon, needs: 'market.stock.read' },
  { to: '/ledger', name: 'ledger', icon: LedgerIcon, needs: 'ledger.account.read' },
  { to: '/check', name: 'check', icon: CheckIcon, group: 'look', isPublic: true },
  { to: '/track', name: 'track', icon: TrackIcon, group: 'look', isPublic: true },
  { to: '/wall', name: 'wall', icon: WallIcon, group: 'look', needs: 'customs.declaration.read' },
  { to: '/letter', name: 'letter', icon: LetterIcon, group: 'look' },
  { to: '/rules', name: 'rules', icon: RulesIcon, group: 'look' },
  { to: '/tables', name: 'tables', icon: TablesIcon, group: 'look' },
  { to: '/admin', name: 'admin', icon: AdminIcon, group: 'run', needs: 'kernel.account.read' },
  { to: '/admin/audit', name: 'audit', icon: AuditIcon, group: 'run', needs: 'kernel.audit.read' },
]

/** The ways that somebody has; undefined: nobody is signed in, or it is not known yet. */
export function waysFor(permissions: readonly string[] | undefined): readonly Way[] {
  return all.filter(({ needs, isPublic, name }) =>
    permissions === undefined
      ? !needs && name !== 'today'
      : !isPublic && (!needs || permissions.includes(needs)),
  )
}

/** Ways in their groups, in order; a group that is empty is left out. */
export function inGroups(ways: readonly Way[]): readonly (readonly Way[])[] {
  return [undefined, 'look', 'run']
    .map(group => ways.filter(way => way.group === group))
    .filter(group => group.length > 0)
}

/** The way that a page belongs to: the longest address that it begins with. */
export function wayOf(pathname: string, ways: readonly Way[]): Way | undefined {
  return ways
    .filter(({ to }) => (to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`)))
    .sort((a, b) => b.to.length - a.to.length)[0]
}
