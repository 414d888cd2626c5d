import { Link } from '@tanstack/react-router'
import { useTexts } from '../../text/language.tsx'
import { rolesTexts } from './roles.texts.ts'

const views = [
  { to: '/admin/roles', name: 'list' },
  { to: '/admin/roles/matrix', name: 'matrix' },
  { to: '/admin/roles/compare', name: 'compare' },
] as const

/** The ways to look at roles: one by one, all against all permissions, two against each other. */
export function RoleViews() {
  const t = useTexts(rolesTexts)
  return (
    <nav className="spans" aria-label={t.views}>
      {views.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          className="span-choice"
          activeProps={{ className: 'here' }}
          activeOptions={{ exact: true, includeSearch: false }}
          data-testid={`roles-${name}`}
        >
          {t[name]}
        </Link>
      ))}
    </nav>
  )
}
