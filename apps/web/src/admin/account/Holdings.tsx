import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Column } from '../../list/column.ts'
import { Table } from '../../list/Table.tsx'
import { type State, StateMark } from '../../part/StateMark.tsx'
import { useMay } from '../../remote/session.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { partTexts } from '../part/part.texts.ts'
import { useRoles } from '../part/use-role-names.ts'
import { spanOf } from '../part/words.ts'
import type { WholeAccount } from './AccountPage.tsx'
import { holdingTexts } from './account.texts.ts'
import { EndHolding } from './EndHolding.tsx'
import { GrantForm } from './GrantForm.tsx'

export type Holding = WholeAccount['memberships'][number]
const marks: Readonly<Record<Holding['when'], State>> = { now: 'done', later: 'waits', over: 'idle' }

/** The roles that an account holds, will hold and held, party by party. */
export function Holdings({ account }: { account: WholeAccount }) {
  const t = { ...useTexts(partTexts), ...useTexts(holdingTexts) }
  const { language } = useLanguage()
  const { roleName } = useRoles()
  const mayGrant = useMay('kernel.role.grant')
  const [ending, setEnding] = useState<Holding>()
  const past = account.memberships.filter(each => each.when === 'over')
  const live = account.memberships.filter(each => each.when !== 'over')
  const columns: Column<Holding>[] = [
    {
      key: 'role',
      head: t.role,
      text: each => roleName(each.role),
      cell: each => (
        <Link to="/admin/roles/of/$id" params={{ id: each.role }}>
          {roleName(each.role)}
        </Link>
      ),
      narrow: 'title',
    },
    {
      key: 'party',
      head: t.party,
      text: each => each.name[language],
      cell: each => (
        <>
          <Link to="/admin/parties/$id" params={{ id: each.party }}>
            {each.name[language]}
          </Link>
          {each.closed ? <span className="tag">{t.closed}</span> : null}
        </>
      ),
    },
    {
      key: 'time',
      head: t.time,
      kind: 'figures',
      text: each => spanOf(each.from, each.to, t),
      narrow: 'left',
    },
    {
      key: 'state',
      head: t.state,
      text: each => t[each.when],
      cell: each => <StateMark state={marks[each.when]}>{t[each.when]}</StateMark>,
      narrow: 'mark',
    },
  ]
  const end: Column<Holding> = {
    key: 'end',
    head: '',
    text: () => '',
    cell: each => (
      <button
        type="button"
        className="plain link"
        onClick={() => setEnding(each)}
        aria-label={t.endTitle(roleName(each.role), each.name[language])}
        data-testid="end-role"
      >
        {t.end}
      </button>
    ),
    narrow: 'right',
  }
  const keyOf = (each: Holding) => `${each.party} ${each.role} ${each.from}`
  return (
    <section aria-label={t.title}>
      <h2 className="section">{t.title}</h2>
      {live.length === 0 ? (
        <p className="sheet empty">{t.none}</p>
      ) : (
        <Table
          label={t.title}
          columns={mayGrant ? [...columns, end] : columns}
          rows={live}
          keyOf={keyOf}
          testId="holdings"
        />
      )}
      {ending ? (
        <EndHolding
          key={keyOf(ending)}
          account={account.id}
          holding={ending}
          title={t.endTitle(roleName(ending.role), ending.name[language])}
          close={() => setEnding(undefined)}
        />
      ) : null}
      {mayGrant && !account.disabled ? <GrantForm account={account.id} isFirst={live.length === 0} /> : null}
      {past.length > 0 ? (
        <details className="past">
          <summary>{t.past(past.length)}</summary>
          <Table
            label={t.past(past.length)}
            columns={columns}
            rows={past}
            keyOf={keyOf}
            testId="past-holdings"
          />
        </details>
      ) : null}
    </section>
  )
}
