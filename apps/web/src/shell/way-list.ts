import type { ReactNode } from 'react'
import {
  AdminIcon,
  AuditIcon,
  CoverIcon,
  DeclarationsIcon,
  LedgerIcon,
  LetterIcon,
  PlansIcon,
  RulesIcon,
  StockIcon,
  TablesIcon,
} from './icons.tsx'

/** A desk or a page for all: where it is, what it is called, who has something to do there. */
export interface Way {
  readonly to:
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
  /** What one must be allowed to do; absent: everybody comes. */
  readonly needs?: string
  /** Shown to those who are not signed in as well, who are asked to when they come. */
  readonly isShownFirst?: boolean
}

const all: readonly Way[] = [
  { to: '/letter', name: 'letter', icon: LetterIcon },
  { to: '/plans', name: 'plans', icon: PlansIcon, needs: 'customs.plan.read', isShownFirst: true },
  {
    to: '/declarations',
    name: 'declarations',
    icon: DeclarationsIcon,
    needs: 'customs.declaration.read',
  },
  { to: '/covers', name: 'covers', icon: CoverIcon, needs: 'customs.guarantee.read' },
  { to: '/stock', name: 'stock', icon: StockIcon, needs: 'market.stock.read' },
  { to: '/ledger', name: 'ledger', icon: LedgerIcon, needs: 'ledger.account.read' },
  { to: '/admin', name: 'admin', icon: AdminIcon, needs: 'kernel.account.read' },
  { to: '/admin/audit', name: 'audit', icon: AuditIcon, needs: 'kernel.audit.read' },
  { to: '/rules', name: 'rules', icon: RulesIcon },
  { to: '/tables', name: 'tables', icon: TablesIcon },
]

/** The ways that somebody has; undefined: nobody is signed in, or it is not known yet. */
export function waysFor(permissions: readonly string[] | undefined): readonly Way[] {
  return all.filter(({ needs, isShownFirst }) =>
    permissions === undefined ? !needs || isShownFirst : !needs || permissions.includes(needs),
  )
}

/** The desk that somebody begins at: the first of those that are not for everybody; the letter where there is none. */
export function deskOf(permissions: readonly string[]): Way['to'] {
  return waysFor(permissions).find(({ needs }) => needs)?.to ?? '/letter'
}
