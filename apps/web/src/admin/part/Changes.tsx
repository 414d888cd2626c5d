import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { Listed } from '../../list/Listed.tsx'
import { Table } from '../../list/Table.tsx'
import { type Pages, usePages } from '../../list/use-pages.ts'
import { dayAndTime } from '../../part/time.ts'
import type { Answer } from '../../remote/contracts.ts'
import { usePartyNames } from '../../remote/party-names.ts'
import { useMay } from '../../remote/session.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { type Change, changeWords } from './change-words.ts'
import { changesTexts } from './changes.texts.ts'
import { useRoles } from './use-role-names.ts'

const limit = 10

type Told = 'kernel.account.history' | 'kernel.party.history' | 'kernel.limit.history'

/** Pages of what was changed about something. */
export function useChanges<N extends Told>(
  name: N,
  input: Parameters<typeof usePages<N, Change>>[1],
): Pages<Change> {
  return usePages<N, Change>(
    name,
    { ...input, limit },
    {
      rows: answer => (answer as Answer<Told>).changes,
      next: answer => {
        const { changes, more } = answer as Answer<Told>
        return more ? changes.at(-1)?.id : undefined
      },
    },
  )
}

interface Props {
  of: Pages<Change>
  label: string
  /** All of it was done by whom the page is about, as signing in is. */
  isOwn?: boolean
  testId: string
}

/** What was changed, when and by whom: out of the audit. */
export function Changes({ of, label, isOwn, testId }: Props) {
  const t = useTexts(changesTexts)
  const { language } = useLanguage()
  const { roleName } = useRoles()
  const partyName = usePartyNames()
  const maySee = useMay('kernel.account.read')
  const columns: Column<Change>[] = [
    {
      key: 'at',
      head: t.at,
      kind: 'figures',
      className: 'nowrap',
      text: each => dayAndTime(each.at),
      narrow: 'left',
    },
    {
      key: 'what',
      head: t.what,
      text: each => changeWords(each, language, { roleName, partyName: id => partyName(id) ?? id }),
    },
    {
      key: 'by',
      head: t.by,
      text: ({ by }) => (by ? `${by.name[language]} ${by.login}` : t.installation),
      cell: ({ by }) =>
        !by ? (
          <span className="quiet">{t.installation}</span>
        ) : maySee ? (
          <Link to="/admin/accounts/$id" params={{ id: by.id }}>
            {by.name[language]} <span className="code">{by.login}</span>
          </Link>
        ) : (
          by.name[language]
        ),
      narrow: 'right',
    },
  ]
  return (
    <Listed of={of} empty={t.none}>
      {rows => (
        <Table
          label={label}
          columns={isOwn ? columns.filter(({ key }) => key !== 'by') : columns}
          rows={rows}
          keyOf={each => each.id}
          testId={testId}
        />
      )}
    </Listed>
  )
}
