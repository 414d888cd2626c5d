import { Link } from '@tanstack/react-router'
import type { Obstacle } from '../../remote/declarations.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { recordTexts } from './record.texts.ts'

/** What stands in the way and cannot be given here: where it is given, and by whom. */
export function Obstacles({ of }: { of: readonly Obstacle[] }) {
  const { language } = useLanguage()
  if (of.length === 0) return null
  return (
    <ul className="obstacle-list" data-testid="obstacles">
      {of.map(each => (
        <li key={[each.code, each.message, each.element, each.line, each.field].join(' ')}>
          <span>
            <b>{each.title?.[language] ?? each.elementTitle?.[language] ?? each.element}</b>{' '}
            <span className="second">{each.text[language]}</span>
          </span>
          <Where of={each} />
          <span className="quiet code">
            {[each.message, each.element, each.line === undefined ? '' : `#${each.line}`]
              .filter(Boolean)
              .join(' ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The way to where it is given. */
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
  if (where === 'plan') return <span className="second">{t.inPlan}</span>
  return null
}
