import { Link } from '@tanstack/react-router'
import { Asked } from '../../part/Asked.tsx'
import { moveAmongRows } from '../../part/arrows.ts'
import { StateMark } from '../../part/StateMark.tsx'
import { useTitle } from '../../part/title.ts'
import type { DeclarationStatus } from '../../remote/declarations.ts'
import { useMay } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { calm } from '../live.ts'
import { Deadlines } from './Deadlines.tsx'
import { homeTexts } from './home.texts.ts'
import { Latest } from './Latest.tsx'
import { Numbers } from './Numbers.tsx'

/** What waits, what is late, what was refused, what to do: each number opens its list. */
export function HomePage() {
  const t = useTexts(homeTexts)
  useTitle(t.title)
  const status = useAsk('customs.declaration.status', {}, { every: calm })
  return (
    <>
      <h1 className="unseen">{t.title}</h1>
      <Asked of={status}>{answer => <Today status={answer} />}</Asked>
    </>
  )
}

function Today({ status }: { status: DeclarationStatus }) {
  const t = useTexts(homeTexts)
  const isEmpty = status.states.length === 0
  return (
    <>
      <NoDeclarant />
      <Numbers status={status} />
      <p className="gateway-line" role="status" data-testid="gateway">
        {status.isGatewayOpen ? (
          <StateMark state="done">{t.gatewayOpen}</StateMark>
        ) : (
          <StateMark state="refused">{t.gatewayShut}</StateMark>
        )}
      </p>
      {isEmpty ? (
        <div className="sheet empty">
          <p>{t.nothing}</p>
          <Link to="/plans" className="button">
            {t.toPlans}
          </Link>
        </div>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrows move among the links inside.
        <div className="today" onKeyDown={moveAmongRows}>
          <Latest what="todo" />
          <Deadlines />
          <Latest what="changed" />
        </div>
      )}
    </>
  )
}

/** Whoever may declare and has not said who they are is told so first. */
function NoDeclarant() {
  const t = useTexts(homeTexts)
  const mayWrite = useMay('customs.declarant.write')
  const declarant = useAsk('customs.declarant.read', {}, { enabled: mayWrite })
  if (declarant.data?.profile !== null) return null
  return (
    <p className="remark declarant-missing">
      {t.declarantMissing}{' '}
      <Link to="/declarations/declarant" className="button">
        {t.declarantGive}
      </Link>
    </p>
  )
}
