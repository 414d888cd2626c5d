import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Column } from '../../list/column.ts'
import { Listed } from '../../list/Listed.tsx'
import { Table } from '../../list/Table.tsx'
import { usePages } from '../../list/use-pages.ts'
import { StateMark } from '../../part/StateMark.tsx'
import type { Answer } from '../../remote/contracts.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { partTexts } from '../part/part.texts.ts'
import { useRoles } from '../part/use-role-names.ts'
import { accountMark, spanOf } from '../part/words.ts'
import { partiesTexts, partyTexts } from './parties.texts.ts'

type Member = Answer<'kernel.party.members'>['members'][number]
const limit = 50

/** The accounts that act for a party, with their roles and since when. */
export function Members({ party }: { party: string }) {
  const t = { ...useTexts(partTexts), ...useTexts(partiesTexts), ...useTexts(partyTexts) }
  const { language } = useLanguage()
  const { roleName } = useRoles()
  const [all, setAll] = useState(false)
  const members = usePages(
    'kernel.party.members',
    { party, all, limit },
    {
      rows: answer => answer.members,
      next: answer => (answer.more ? answer.members.at(-1)?.login : undefined),
      isCalm: true,
    },
  )
  const held = ({ roles }: Member) =>
    roles.map(({ role, from, to }) => ({
      key: `${role} ${from}`,
      role: roleName(role),
      days: spanOf(from, to, t),
    }))
  const columns: Column<Member>[] = [
    {
      key: 'account',
      head: t.member,
      text: each => `${each.name[language]} ${each.login}`,
      cell: each => (
        <Link to="/admin/accounts/$id" params={{ id: each.id }} data-row>
          {each.name[language]} <span className="code">{each.login}</span>
        </Link>
      ),
      narrow: 'title',
    },
    {
      key: 'roles',
      head: t.rolesSince,
      text: each =>
        held(each)
          .map(({ role, days }) => `${role} ${days}`)
          .join('; '),
      cell: each => (
        <ul>
          {held(each).map(({ key, role, days }) => (
            <li key={key}>
              {role} <span className="quiet figures">{days}</span>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'state',
      head: t.state,
      text: each => t[each.state],
      cell: each => <StateMark state={accountMark[each.state] ?? 'idle'}>{t[each.state]}</StateMark>,
      narrow: 'mark',
    },
  ]
  return (
    <section aria-label={t.members}>
      <div className="section-head">
        <h2 className="section">{t.members}</h2>
        <label>
          <input type="checkbox" checked={all} onChange={event => setAll(event.target.checked)} />{' '}
          {t.membersAll}
        </label>
      </div>
      <Listed of={members} empty={t.noMembers}>
        {rows => (
          <Table label={t.members} columns={columns} rows={rows} keyOf={each => each.id} testId="members" />
        )}
      </Listed>
    </section>
  )
}
