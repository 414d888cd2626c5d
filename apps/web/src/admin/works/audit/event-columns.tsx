import { Link } from '@tanstack/react-router'
import type { Column } from '../../../list/column.ts'
import { type State, StateMark } from '../../../part/StateMark.tsx'
import { secondsOf } from '../../../part/time.ts'
import type { Answer } from '../../../remote/contracts.ts'
import type { Language, Texts } from '../../../text/catalogue.ts'
import type { auditTexts } from './audit.texts.ts'

export type Found = Answer<'kernel.audit.search'>['records'][number]
type T = Texts<typeof auditTexts>

/** What an event says of the call that ran, where it is one. */
export interface Ran {
  readonly call?: string
  readonly outcome?: 'done' | 'refused'
  readonly code?: string
  readonly place?: string
  readonly channel?: string
}

export const ranOf = ({ data }: { readonly data: unknown }): Ran => (data ?? {}) as Ran

export const outcomeMark: Record<'done' | 'refused' | 'told', State> = {
  done: 'done',
  refused: 'refused',
  told: 'idle',
}

export const outcomeOf = (event: { readonly data: unknown }): 'done' | 'refused' | 'told' => {
  const { outcome } = ranOf(event)
  return outcome === 'done' || outcome === 'refused' ? outcome : 'told'
}

/** Who did it; an event that was told by the way says so only where an account stands with it. */
export function byName(event: { readonly login?: string; readonly data: unknown }, t: T): string {
  if (event.login) return event.login
  const { channel } = ranOf(event)
  if (channel === undefined) return '—'
  return channel === 'http' ? t.nobody : t.installation
}

export function eventColumns(t: T, language: Language, partyName: (id: string) => string): Column<Found>[] {
  return [
    {
      key: 'what',
      head: t.what,
      text: each => each.title?.[language] ?? each.type,
      cell: each => (
        <>
          <Link to="/admin/audit/$position" params={{ position: String(each.position) }} data-row>
            {each.title?.[language] ?? each.type}
          </Link>
          {each.title ? <span className="unit code">{ranOf(each).call}</span> : null}
        </>
      ),
      narrow: 'title',
    },
    {
      key: 'outcome',
      head: t.outcome,
      text: each => [t[outcomeOf(each)], ranOf(each).code].filter(Boolean).join(' '),
      cell: each => (
        <>
          <StateMark state={outcomeMark[outcomeOf(each)]}>{t[outcomeOf(each)]}</StateMark>
          {ranOf(each).code ? <span className="unit code">{ranOf(each).code}</span> : null}
        </>
      ),
      narrow: 'mark',
    },
    {
      key: 'at',
      head: t.at,
      kind: 'figures',
      className: 'nowrap',
      text: each => secondsOf(each.at),
      narrow: 'left',
    },
    {
      key: 'by',
      head: t.by,
      text: each => byName(each, t),
      cell: each => each.login ?? <span className="quiet">{byName(each, t)}</span>,
      narrow: 'right',
    },
    {
      key: 'party',
      head: t.party,
      text: each => (each.party ? partyName(each.party) : ''),
      narrow: 'off',
    },
    { key: 'record', head: t.about, kind: 'code', text: each => each.record ?? '', className: 'works-about' },
    {
      key: 'position',
      head: t.position,
      kind: 'figures',
      text: each => String(each.position),
      cell: each => (
        <>
          {each.position}
          <span className="unit">{each.block ? `${t.block} ${each.block}` : t.notSealed}</span>
        </>
      ),
      narrow: 'off',
    },
  ]
}
