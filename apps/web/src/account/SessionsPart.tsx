import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCommand } from '../form/use-command.ts'
import type { Column } from '../list/column.ts'
import { Table } from '../list/Table.tsx'
import { dayAndTime } from '../part/time.ts'
import type { Session } from '../remote/answers.ts'
import { nobodyNow } from '../remote/session.ts'
import { useAsk } from '../remote/use-query.ts'
import { useTexts } from '../text/language.tsx'
import { accountTexts } from './account.texts.ts'

/** Where one is signed in, and an end to it. */
export function SessionsPart() {
  const t = useTexts(accountTexts)
  const { data } = useAsk('kernel.session.list', {})
  const endOther = useCommand('kernel.session.endOther', ['kernel.session.list'])
  const everywhere = useCommand('kernel.session.endEverywhere', [])
  const cache = useQueryClient()
  const navigate = useNavigate()
  const words: Readonly<Record<string, string>> = {
    password: t.byPassword,
    passkey: t.byPasskey,
    oidc: t.byProvider,
  }
  const columns: Column<Session>[] = [
    {
      key: 'opened',
      head: t.opened,
      kind: 'figures',
      text: each => dayAndTime(each.openedAt),
      narrow: 'title',
    },
    { key: 'seen', head: t.seen, kind: 'figures', text: each => dayAndTime(each.seenAt), narrow: 'left' },
    { key: 'from', head: t.from, kind: 'code', text: each => each.address ?? t.unknown, narrow: 'right' },
    { key: 'by', head: t.by, text: each => words[each.by ?? ''] ?? t.unknown, narrow: 'left' },
    {
      key: 'end',
      head: '',
      text: each => (each.current ? t.here : ''),
      cell: each =>
        each.current ? (
          t.here
        ) : (
          <button
            type="button"
            className="plain link"
            onClick={() => endOther.run({ session: each.session })}
            aria-label={`${t.endOther} ${dayAndTime(each.openedAt)}`}
            data-testid="end-session"
          >
            {t.endOther}
          </button>
        ),
      narrow: 'mark',
    },
  ]
  const leave = () =>
    everywhere.run(
      {},
      {
        onSuccess: () => {
          void navigate({ to: '/' })
          void nobodyNow(cache)
        },
      },
    )
  return (
    <section className="sheet account-part" aria-labelledby="account-sessions">
      <h2 id="account-sessions">{t.sessions}</h2>
      <Table
        label={t.sessions}
        columns={columns}
        rows={data?.sessions ?? []}
        keyOf={each => each.session}
        isBare
        testId="sessions"
      />
      <button type="button" className="button" onClick={leave} data-testid="end-everywhere">
        {t.everywhere}
      </button>
    </section>
  )
}
