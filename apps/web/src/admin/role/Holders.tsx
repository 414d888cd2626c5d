import { Link } from '@tanstack/react-router'
import type { Column } from '../../list/column.ts'
import { Listed } from '../../list/Listed.tsx'
import { Table } from '../../list/Table.tsx'
import { usePages } from '../../list/use-pages.ts'
import type { Answer } from '../../remote/contracts.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { partTexts } from '../part/part.texts.ts'
import { spanOf } from '../part/words.ts'
import { rolesTexts } from './roles.texts.ts'

type Holder = Answer<'kernel.role.holders'>['holders'][number]
const limit = 50

/** The accounts that hold a role now, and for whom. */
export function Holders({ role }: { role: string }) {
  const t = { ...useTexts(partTexts), ...useTexts(rolesTexts) }
  const { language } = useLanguage()
  const holders = usePages(
    'kernel.role.holders',
    { role, limit },
    {
      rows: answer => answer.holders,
      next: answer => (answer.more ? answer.holders.at(-1)?.login : undefined),
    },
  )
  const held = ({ parties }: Holder) =>
    parties.map(({ id, name, from, to }) => ({
      id,
      name: name[language],
      days: spanOf(from, to, t),
    }))
  const columns: Column<Holder>[] = [
    {
      key: 'account',
      head: t.account,
      text: each => `${each.name[language]} ${each.login}`,
      cell: each => (
        <Link to="/admin/accounts/$id" params={{ id: each.id }} data-row>
          {each.name[language]} <span className="code">{each.login}</span>
        </Link>
      ),
      narrow: 'title',
    },
    {
      key: 'parties',
      head: t.forParties,
      text: each =>
        held(each)
          .map(({ name, days }) => `${name} ${days}`)
          .join('; '),
      cell: each => (
        <ul>
          {held(each).map(({ id, name, days }) => (
            <li key={`${id} ${days}`}>
              {name} <span className="quiet figures">{days}</span>
            </li>
          ))}
        </ul>
      ),
    },
  ]
  return (
    <Listed of={holders} empty={t.noHolders}>
      {rows => (
        <Table label={t.holders} columns={columns} rows={rows} keyOf={each => each.id} testId="holders" />
      )}
    </Listed>
  )
}
