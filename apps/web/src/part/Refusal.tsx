import { Link, useLocation } from '@tanstack/react-router'
import { Refused } from '../remote/problem.ts'
import { useTexts } from '../text/language.tsx'
import { Missing } from './Missing.tsx'
import { partTexts } from './part.texts.ts'

/** What the server refused, in its own words: what is wrong, where, and what to do. */
export function Refusal({ error, again }: { error: unknown; again?: () => void }) {
  const t = useTexts(partTexts)
  const { href } = useLocation()
  if (!(error instanceof Refused)) throw error
  const { title, place, remedy, code, status, params } = error.problem
  const isAway = status === 0
  return (
    <div className="refusal" role="alert" data-testid="refusal">
      <p className="title">{isAway ? t.unreachable : title}</p>
      <dl>
        {place ? (
          <>
            <dt>{t.place}</dt>
            <dd className="code">{place}</dd>
          </>
        ) : null}
        {remedy || isAway ? (
          <>
            <dt>{t.remedy}</dt>
            <dd>{isAway ? t.unreachableRemedy : remedy}</dd>
          </>
        ) : null}
        {code === 'call.not_allowed' && typeof params?.permission === 'string' ? (
          <Missing permission={params.permission} />
        ) : null}
        <dt>{t.code}</dt>
        <dd className="code">{code}</dd>
      </dl>
      {status === 401 ? (
        <Link className="button" to="/sign-in" search={{ to: href }}>
          {t.signIn}
        </Link>
      ) : again ? (
        <button className="button" type="button" onClick={again}>
          {t.again}
        </button>
      ) : null}
    </div>
  )
}
