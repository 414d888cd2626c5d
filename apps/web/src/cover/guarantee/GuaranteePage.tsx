import { getRouteApi, Link } from '@tanstack/react-router'
import { Amount } from '../../part/Amount.tsx'
import { Asked } from '../../part/Asked.tsx'
import { Fact } from '../../part/Fact.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { useTitle } from '../../part/title.ts'
import type { Queries } from '../../remote/calls/index.ts'
import { usePartyNames } from '../../remote/party-names.ts'
import { useMay } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { Admitted } from '../Admitted.tsx'
import { coverTexts } from '../cover.texts.ts'
import { Moves } from '../Moves.tsx'
import { Change } from './Change.tsx'
import { guaranteeTexts } from './guarantee.texts.ts'

const route = getRouteApi('/covers/guarantees/$id')
export type Guarantee = Queries['customs.guarantee.read']['answer']

/** One guarantee: how much is left, what holds the rest, who may use it, every move of it. */
export function GuaranteePage() {
  const { id } = route.useParams()
  const guarantee = useAsk('customs.guarantee.read', { id })
  const statement = useAsk('customs.guarantee.statement', { id, limit: 200 })
  const t = useTexts(coverTexts)
  return (
    <Asked of={guarantee}>
      {answer => (
        <>
          <Head guarantee={answer} />
          <h2 className="section">{t.moves}</h2>
          <Asked of={statement}>{moves => <Moves statement={moves} unit="CNY" />}</Asked>
          <Admitted of="guarantee" id={answer.id} owner={answer.party} parties={answer.admitted} />
          <Manage guarantee={answer} />
        </>
      )}
    </Asked>
  )
}

function Head({ guarantee }: { guarantee: Guarantee }) {
  const t = { ...useTexts(coverTexts), ...useTexts(guaranteeTexts) }
  const nameOf = usePartyNames()
  useTitle(guarantee.number)
  return (
    <header className="record-head" data-testid="guarantee-head">
      <Link to="/covers/guarantees" data-back className="record-up">
        ← {t.all}
      </Link>
      <div className="record-top">
        <h1>
          {guarantee.number}
          <StateMark state={guarantee.isValid ? 'done' : 'refused'}>
            {guarantee.isValid ? t.valid : t.invalid}
          </StateMark>
        </h1>
        <dl className="sums">
          {(['amount', 'left', 'held', 'due'] as const).map(key => (
            <div key={key}>
              <dt>
                {t[key]} <span className="quiet">CNY</span>
              </dt>
              <dd className="figures" data-testid={`guarantee-${key}`}>
                <Amount value={guarantee[key]} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <Use guarantee={guarantee} />
      <dl className="facts">
        <Fact name={t.firm}>
          {guarantee.name} <span className="code">{guarantee.code}</span>
        </Fact>
        <Fact name={t.owner}>{nameOf(guarantee.party) ?? guarantee.party}</Fact>
        <Fact name={t.office}>{guarantee.office}</Fact>
        <Fact name={t.validity}>
          {guarantee.from} – {guarantee.to}
        </Fact>
      </dl>
      {guarantee.waiting > 0 ? <p className="remark">{t.waitingAbout(guarantee.waiting)}</p> : null}
    </header>
  )
}

/** How much of it is spoken for, as a bar with the same in words. */
function Use({ guarantee: { amount, left } }: { guarantee: Guarantee }) {
  const t = useTexts(guaranteeTexts)
  const whole = Number(amount)
  const share = whole > 0 ? Math.min(1, Math.max(0, 1 - Number(left) / whole)) : 0
  return (
    <div>
      <div className="meter" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <p className="quiet figures">{t.used(`${(share * 100).toFixed(1)}%`)}</p>
    </div>
  )
}

function Manage({ guarantee }: { guarantee: Guarantee }) {
  return useMay('customs.guarantee.manage') ? <Change guarantee={guarantee} /> : null
}
