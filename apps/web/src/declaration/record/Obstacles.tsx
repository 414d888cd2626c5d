import { Link } from '@tanstack/react-router'
import type { Obstacle } from '../../remote/declarations.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { groupedObstacles } from './obstacle-groups.ts'
import { recordTexts } from './record.texts.ts'

/** What stands in the way and cannot be given here: each thing once, where it is given, and what wants it. */
export function Obstacles({ of }: { of: readonly Obstacle[] }) {
  const { language } = useLanguage()
  if (of.length === 0) return null
  return (
    <ul className="obstacle-list" data-testid="obstacles">
      {groupedObstacles(of).map(({ first, lines, orders, places }) => {
        const name = first.title ?? first.elementTitle
        return (
          <li key={[first.code, name?.en, first.where, first.field, first.element].join(' ')}>
            <span>
              <b>{name?.[language] ?? first.element}</b> {lines.length > 0 ? `#${lines.join(', #')} ` : ''}
              {orders.length > 0 ? <span className="figures">{orders.join(', ')} </span> : null}
              {first.where ? null : <span className="second">{first.text[language]}</span>}
            </span>
            <Where of={first} />
            <span className="quiet code">{places.join(' · ')}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** The way to where it is given, or who gives it. */
function Where({ of: { where, code, field } }: { of: Obstacle }) {
  const t = useTexts(recordTexts)
  if (code === 'declaration.already' && field)
    return (
      <Link to="/declarations/$id" params={{ id: field }}>
        {t.already}
      </Link>
    )
  if (where === 'declarant') return <Link to="/declarations/declarant">{t.inDeclarant}</Link>
  if (where === 'table') return <Link to="/tables">{t.inTable}</Link>
  if (where === 'book' || where === 'plan') return <span className="second">{t.inPlan}</span>
  return null
}
