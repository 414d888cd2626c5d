import { Link } from '@tanstack/react-router'
import { Waiting, WaitingRow } from '../../list/Waiting.tsx'
import { modeLabel } from '../../part/modes.ts'
import { dayAndTime } from '../../part/time.ts'
import type { Declaration } from '../../remote/declarations.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { DeclarationState } from '../DeclarationState.tsx'
import { deskTexts } from '../desk.texts.ts'
import { calm } from '../live.ts'
import { saidText } from '../said.ts'
import { homeTexts } from './home.texts.ts'

/** The first of those that somebody has to act on, or of those that changed last. */
export function Latest({ what }: { what: 'todo' | 'changed' }) {
  const t = useTexts(homeTexts)
  const search = what === 'todo' ? ({ what: 'todo' } as const) : ({ sort: '-changed' } as const)
  const input = { ...(what === 'todo' ? { what } : {}), sort: '-changed' as const }
  const declarations = useAsk('customs.declaration.list', { ...input, limit: 12 }, { every: calm })
  return (
    <Waiting
      name={what === 'todo' ? t.todo : t.recent}
      to={
        <Link to="/declarations/all" search={search}>
          {t.all}
        </Link>
      }
      of={declarations}
      rows={answer => answer.declarations}
      keyOf={each => each.id}
      row={each => <Row of={each} isTodo={what === 'todo'} />}
      isUncounted
      testId={`home-${what}`}
    />
  )
}

function Row({ of, isTodo }: { of: Declaration; isTodo: boolean }) {
  const t = useTexts(deskTexts)
  const { language } = useLanguage()
  const about = [of.orderNo ?? t.orders(of.orders), modeLabel(of.mode, language)].join(' · ')
  const said =
    (of.said && saidText(of.said)) ?? (of.obstacles > 0 ? t.missing(of.obstacles) : of.todo?.text[language])
  return (
    <WaitingRow
      title={
        <Link to="/declarations/$id" params={{ id: of.id }} data-row>
          {of.number}
        </Link>
      }
      note={isTodo && said ? `${about} · ${said}` : `${about} · ${dayAndTime(of.stateAt)}`}
    >
      <DeclarationState of={of} />
    </WaitingRow>
  )
}
