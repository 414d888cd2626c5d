import type { Permission } from '../remote/calls/index.ts'

/** The pages of the desk, as their tabs: where each is, its word in `admin.texts.ts`, who has something to do there. */
export const adminPages = [
  { to: '/admin/accounts', name: 'accounts', needs: 'kernel.account.read' },
  { to: '/admin/parties', name: 'parties', needs: 'kernel.party.read' },
  { to: '/admin/roles', name: 'roles', needs: 'kernel.role.read' },
  { to: '/admin/keys', name: 'keys', needs: 'kernel.account.read' },
  { to: '/admin/limits', name: 'limits', needs: 'kernel.limit.read' },
  { to: '/admin/health', name: 'health', needs: 'kernel.state.read' },
  { to: '/admin/jobs', name: 'jobs', needs: 'kernel.job.read' },
  { to: '/admin/backups', name: 'backups', needs: 'kernel.backup.read' },
  { to: '/admin/packs', name: 'packs', needs: 'kernel.pack.read' },
  { to: '/admin/audit', name: 'audit', needs: 'kernel.audit.verify' },
] as const satisfies readonly { to: string; name: string; needs: Permission }[]

type AdminPage = (typeof adminPages)[number]

/** The pages that somebody may open, in the order of the tabs. */
export function pagesFor(permissions: readonly string[]): readonly AdminPage[] {
  return adminPages.filter(({ needs }) => permissions.includes(needs))
}
