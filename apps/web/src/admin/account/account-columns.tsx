import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { StateMark } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import type { Answer } from '../../remote/contracts.ts'
import type { Language, Texts } from '../../text/catalogue.ts'
import { accountMark, dayOf, type PartWords } from '../part/words.ts'
import type { accountsTexts } from './accounts.texts.ts'

export type Account = Answer<'kernel.account.list'>['accounts'][number]
type T = PartWords & Texts<typeof accountsTexts>

export function accountColumns(
  t: T,
  language: Language,
  roleName: (id: string) => string,
): Column<Account>[] {
  const held = ({ memberships }: Account) =>
    memberships.map(({ name, role }) => `${roleName(role)} · ${name[language]}`)
  return [
    {
      key: 'login',
      head: t.login,
      sortBy: 'login',
      text: account => account.login,
      cell: account => (
        <Link to="/admin/accounts/$id" params={{ id: account.id }} data-row>
          {account.login}
        </Link>
      ),
      narrow: 'title',
    },
    {
      key: 'name',
      head: t.name,
      sortBy: 'name',
      text: account => account.name[language],
      cell: account => (
        <>
          {account.name[language]}{' '}
          {account.demonstration ? <span className="tag">{t.demonstration}</span> : null}
        </>
      ),
    },
    {
      key: 'state',
      head: t.state,
      text: account => t[account.state],
      cell: account => <AccountMark account={account} t={t} />,
      narrow: 'mark',
    },
    {
      key: 'roles',
      head: t.roles,
      text: account => held(account).join('; '),
      cell: account =>
        account.memberships.length === 0 ? (
          <span className="quiet">{t.noRoles}</span>
        ) : (
          <ul>
            {held(account).map(each => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        ),
    },
    { key: 'factor', head: t.factor, text: account => (account.secondFactor ? t.on : t.off), narrow: 'left' },
    {
      key: 'signedIn',
      head: t.signedIn,
      sortBy: 'signedIn',
      kind: 'figures',
      className: 'nowrap',
      text: ({ signedInAt }) => (signedInAt ? dayAndTime(signedInAt) : t.never),
      narrow: 'right',
    },
    {
      key: 'created',
      head: t.created,
      sortBy: 'created',
      kind: 'figures',
      className: 'nowrap',
      text: account => dayOf(account.createdAt),
      narrow: 'off',
    },
  ]
}

/** The state of an account, with how its invitation stands where it never came. */
export function AccountMark({ account, t }: { account: Pick<Account, 'state' | 'invitedUntil'>; t: T }) {
  const { state, invitedUntil } = account
  const note = state !== 'invited' ? '' : invitedUntil ? t.linkUntil(dayAndTime(invitedUntil)) : t.linkDead
  return (
    <>
      <StateMark state={accountMark[state] ?? 'idle'}>{t[state]}</StateMark>
      {note ? <span className="quiet figures state-note">{note}</span> : null}
    </>
  )
}
