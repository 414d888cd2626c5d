import type { Column } from '../../list/column.ts'
import { Table } from '../../list/Table.tsx'
import { dayAndTime } from '../../part/time.ts'
import { usePartyNames } from '../../remote/party-names.ts'
import { useTexts } from '../../text/language.tsx'
import { partTexts } from '../part/part.texts.ts'
import type { WholeAccount } from './AccountPage.tsx'
import { accountTexts } from './account.texts.ts'

type Session = WholeAccount['sessions'][number]

/** Where an account is signed in. */
export function SessionsOf({ account }: { account: WholeAccount }) {
  const t = { ...useTexts(partTexts), ...useTexts(accountTexts) }
  const partyName = usePartyNames()
  const ways: Readonly<Record<string, string>> = { password: t.password, oidc: t.oidc, passkey: t.passkey }
  const columns: Column<Session>[] = [
    { key: 'seen', head: t.seen, kind: 'figures', text: each => dayAndTime(each.seenAt), narrow: 'title' },
    {
      key: 'opened',
      head: t.opened,
      kind: 'figures',
      text: each => dayAndTime(each.openedAt),
      narrow: 'left',
    },
    { key: 'party', head: t.party, text: each => partyName(each.party) ?? each.party },
    { key: 'by', head: t.by, text: each => ways[each.by ?? ''] ?? each.by ?? '', narrow: 'right' },
    { key: 'address', head: t.address, kind: 'code', text: each => each.address ?? '' },
  ]
  return (
    <>
      <h2 className="section">{t.sessions}</h2>
      {account.sessions.length === 0 ? (
        <p className="sheet empty">{t.noSessions}</p>
      ) : (
        <Table
          label={t.sessions}
          columns={columns}
          rows={account.sessions}
          keyOf={each => `${each.openedAt} ${each.address ?? ''} ${each.seenAt}`}
          testId="account-sessions"
        />
      )}
    </>
  )
}
