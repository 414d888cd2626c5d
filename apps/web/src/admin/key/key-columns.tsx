import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { type State, StateMark } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import type { Answer } from '../../remote/contracts.ts'
import type { Language, Texts } from '../../text/catalogue.ts'
import { dayOf } from '../part/words.ts'
import type { keysTexts } from './keys.texts.ts'

export type Key = Answer<'kernel.account.keys'>['keys'][number]
type T = Texts<typeof keysTexts>

const marks: Readonly<Record<string, State>> = { valid: 'done', expired: 'idle', revoked: 'idle' }

/** @param revoke the way to revoke one; absent: it is not offered */
export function keyColumns(t: T, language: Language, revoke?: (key: Key) => void): Column<Key>[] {
  const end: Column<Key> = {
    key: 'revoke',
    head: '',
    text: () => '',
    cell: key =>
      key.state === 'valid' && revoke ? (
        <button
          type="button"
          className="plain link"
          onClick={() => revoke(key)}
          aria-label={t.revokeOf(key.name)}
          data-testid="revoke-key"
        >
          {t.revoke}
        </button>
      ) : null,
    narrow: 'right',
  }
  return [
    { key: 'name', head: t.name, text: key => key.name, narrow: 'title' },
    {
      key: 'owner',
      head: t.owner,
      text: key => `${key.account.name[language]} ${key.account.login}`,
      cell: ({ account }) => (
        <Link to="/admin/accounts/$id" params={{ id: account.id }}>
          {account.name[language]} <span className="code">{account.login}</span>
        </Link>
      ),
    },
    {
      key: 'party',
      head: t.party,
      text: key => key.party.name[language],
      cell: ({ party }) => (
        <Link to="/admin/parties/$id" params={{ id: party.id }}>
          {party.name[language]}
        </Link>
      ),
    },
    ...keyTimes<Key>(t),
    {
      key: 'state',
      head: t.state,
      text: key => t[key.state],
      cell: key => <StateMark state={marks[key.state] ?? 'idle'}>{t[key.state]}</StateMark>,
      narrow: 'mark',
    },
    ...(revoke ? [end] : []),
  ]
}

/** When a key was made, used, and ends. */
export function keyTimes<K extends Pick<Key, 'createdAt' | 'expiresAt' | 'usedAt'>>(t: T): Column<K>[] {
  return [
    {
      key: 'created',
      head: t.created,
      kind: 'figures',
      className: 'nowrap',
      text: key => dayOf(key.createdAt),
      narrow: 'off',
    },
    {
      key: 'used',
      head: t.used,
      kind: 'figures',
      className: 'nowrap',
      text: key => (key.usedAt ? dayAndTime(key.usedAt) : t.never),
      narrow: 'left',
    },
    {
      key: 'expires',
      head: t.expires,
      kind: 'figures',
      className: 'nowrap',
      text: key => dayOf(key.expiresAt),
      narrow: 'right',
    },
  ]
}
