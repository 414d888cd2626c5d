import { useState } from 'react'
import type { Column } from '../../list/column.ts'
import { Table } from '../../list/Table.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { useNow } from '../../part/use-now.ts'
import type { Answer } from '../../remote/contracts.ts'
import { usePartyNames } from '../../remote/party-names.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { keyTimes } from './key-columns.tsx'
import { keysTexts } from './keys.texts.ts'
import { MakeKey } from './MakeKey.tsx'
import { RevokeForm } from './RevokeForm.tsx'

type Key = Answer<'kernel.key.list'>['keys'][number]

/** One's own API keys: the part of the account's page about them. */
export function OwnKeys() {
  const t = useTexts(keysTexts)
  const { data } = useAsk('kernel.key.list', {})
  const partyName = usePartyNames()
  const now = useNow(60_000)
  const [isAll, setAll] = useState(false)
  const [revoking, setRevoking] = useState<Key>()
  const stateOf = (key: Key) =>
    key.revoked ? 'revoked' : Date.parse(key.expiresAt) <= now ? 'expired' : 'valid'
  const keys = data?.keys ?? []
  const shown = keys.filter(key => isAll || stateOf(key) === 'valid')
  const columns: Column<Key>[] = [
    { key: 'name', head: t.name, text: key => key.name, narrow: 'title' },
    { key: 'party', head: t.party, text: key => partyName(key.party) ?? key.party },
    ...keyTimes<Key>(t),
    {
      key: 'state',
      head: t.state,
      text: key => t[stateOf(key)],
      cell: key => (
        <StateMark state={stateOf(key) === 'valid' ? 'done' : 'idle'}>{t[stateOf(key)]}</StateMark>
      ),
      narrow: 'mark',
    },
    {
      key: 'revoke',
      head: '',
      text: () => '',
      cell: key =>
        stateOf(key) === 'valid' ? (
          <button
            type="button"
            className="plain link"
            onClick={() => setRevoking(key)}
            aria-label={t.revokeOf(key.name)}
            data-testid="revoke-own-key"
          >
            {t.revoke}
          </button>
        ) : null,
      narrow: 'right',
    },
  ]
  return (
    <section className="sheet account-part" aria-labelledby="account-keys">
      <h2 id="account-keys">{t.own}</h2>
      <p className="second">{t.ownAbout}</p>
      {shown.length > 0 ? (
        <Table label={t.own} columns={columns} rows={shown} keyOf={key => key.id} isBare testId="own-keys" />
      ) : (
        <p className="quiet">{t.ownNone}</p>
      )}
      {keys.some(key => stateOf(key) !== 'valid') ? (
        <label>
          <input type="checkbox" checked={isAll} onChange={event => setAll(event.target.checked)} />{' '}
          {t.showAll}
        </label>
      ) : null}
      {revoking ? (
        <RevokeForm
          key={revoking.id}
          id={revoking.id}
          name={revoking.name}
          call="kernel.key.revoke"
          close={() => setRevoking(undefined)}
        />
      ) : null}
      <MakeKey />
    </section>
  )
}
