import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { PageHead } from '../../list/PageHead.tsx'
import { Table } from '../../list/Table.tsx'
import { Asked } from '../../part/Asked.tsx'
import { useTitle } from '../../part/title.ts'
import type { Answer } from '../../remote/contracts.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { grantable, isHeldBy } from './permissions.ts'
import { RoleViews } from './RoleViews.tsx'
import { rolesTexts } from './roles.texts.ts'

type Role = Answer<'kernel.role.list'>['roles'][number]

/** The roles that the packs define, with how much each may and who holds it. */
export function RolesPage() {
  const t = useTexts(rolesTexts)
  useTitle(t.title)
  const { language } = useLanguage()
  const permissions = grantable(useAsk('kernel.permission.list', {}).data?.permissions ?? [])
  const operations = (role: Role) =>
    permissions.filter(each => isHeldBy(each, role.id)).reduce((sum, { calls }) => sum + calls.length, 0)
  const columns: Column<Role>[] = [
    {
      key: 'role',
      head: t.role,
      text: role => role.name[language],
      cell: role => (
        <Link to="/admin/roles/of/$id" params={{ id: role.id }} data-row>
          {role.name[language]} <span className="code">{role.id}</span>
        </Link>
      ),
      narrow: 'title',
    },
    { key: 'scope', head: t.scope, text: role => t[role.scope as 'own'] ?? role.scope },
    {
      key: 'operations',
      head: t.operations,
      kind: 'number',
      text: role => (permissions.length > 0 ? String(operations(role)) : ''),
      narrow: 'left',
    },
    {
      key: 'holders',
      head: t.holders,
      kind: 'number',
      text: role => String(role.holders ?? ''),
      narrow: 'right',
    },
    {
      key: 'source',
      head: t.source,
      text: ({ source }) => (source ? t.packFile(source.pack, source.file) : ''),
      narrow: 'off',
    },
  ]
  return (
    <>
      <PageHead title={t.title} lead={t.lead}>
        <RoleViews />
      </PageHead>
      <Asked of={useAsk('kernel.role.list', { counted: true })}>
        {({ roles, orphaned }) => (
          <>
            {orphaned.map(({ id, holders }) => (
              <p key={id} className="remark">
                {t.orphaned(id, holders)}
              </p>
            ))}
            <Table label={t.title} columns={columns} rows={roles} keyOf={role => role.id} testId="roles" />
          </>
        )}
      </Asked>
    </>
  )
}
