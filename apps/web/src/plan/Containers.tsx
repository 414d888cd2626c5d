import { Link } from '@tanstack/react-router'
import { grouped } from '../part/amount.ts'
import { modeLabel } from '../part/modes.ts'
import { Scroll } from '../part/Scroll.tsx'
import type { Plan, ShipmentPlan } from '../remote/contracts.ts'
import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import './containers.css'
import { containersTexts } from './containers.texts.ts'
import { Declaration } from './Declaration.tsx'

/** The parameter that says how much one declaration of market procurement may hold. */
const limitRule = 'market.declaration_limit_usd'

/** The plan by container: how many declarations, what each holds, which lines must leave and why. */
export function Containers({ plan }: { plan: Plan }) {
  const t = useTexts(containersTexts)
  const rules = useAsk('customs.rule.list', { date: plan.ruleset.asAt, search: limitRule })
  const value = rules.data?.rules.find(rule => rule.id === limitRule)?.value
  const limit = typeof value === 'string' ? value : undefined
  if (plan.shipments.length === 0) {
    return (
      <div className="sheet empty">
        <p>{t.nothing}</p>
        <p className="quiet">{t.nothingHow}</p>
      </div>
    )
  }
  return (
    <div className="containers" data-testid="containers">
      {plan.shipments.map(shipment => (
        <Container
          key={`${shipment.shipment} ${shipment.mode}`}
          plan={plan}
          shipment={shipment}
          limit={shipment.mode === '1039' ? limit : undefined}
        />
      ))}
    </div>
  )
}

interface Props {
  plan: Plan
  shipment: ShipmentPlan
  limit: string | undefined
}

function Container({ plan, shipment, limit }: Props) {
  const t = useTexts(containersTexts)
  const { language } = useLanguage()
  return (
    <section
      className="sheet container"
      aria-label={`${shipment.shipment} ${shipment.mode ?? t.noMode}`}
      data-testid="container"
    >
      <header>
        <h2 className="figures">{shipment.shipment}</h2>
        <span>{shipment.mode === null ? t.noMode : modeLabel(shipment.mode, language)}</span>
        <span className="figures">{t.declarations(shipment.declarations.length)}</span>
        {limit ? (
          <Link
            to="/rules"
            search={{ date: plan.ruleset.asAt, q: limitRule }}
            className="figures"
            title={t.rule}
          >
            {t.limit(grouped(limit))}
          </Link>
        ) : null}
      </header>
      <ol className="declarations">
        {shipment.declarations.map((declaration, index) => (
          <Declaration
            key={declaration.orders.join(' ')}
            plan={plan}
            declaration={declaration}
            number={index + 1}
            limit={limit}
          />
        ))}
      </ol>
      <Leaving plan={plan} shipment={shipment} />
    </section>
  )
}

function Leaving({ plan, shipment }: { plan: Plan; shipment: ShipmentPlan }) {
  const t = useTexts(containersTexts)
  if (shipment.leave.length === 0) return <p className="quiet container-stay">{t.allStay}</p>
  return (
    <Scroll label={t.leave} className="container-leave">
      <table className="rows">
        <caption>{t.leave}</caption>
        <thead>
          <tr>
            <th scope="col">{t.order}</th>
            <th scope="col" className="num">
              {t.line}
            </th>
            <th scope="col">{t.why}</th>
          </tr>
        </thead>
        <tbody>
          {shipment.leave.map(one => (
            <tr key={`${one.orderNo} ${one.line} ${one.code}`}>
              <td className="figures nowrap">
                <Link to="/plans/$id" params={{ id: plan.id }} search={{ order: one.orderNo }}>
                  {one.orderNo}
                </Link>
              </td>
              <td className="num">{one.line}</td>
              <td title={one.code}>{one.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
