import { Link } from '@tanstack/react-router'
import { PrintMenu } from '../../paper/PrintMenu.tsx'
import { Fact } from '../../part/Fact.tsx'
import { modeLabel } from '../../part/modes.ts'
import { dayAndTime } from '../../part/time.ts'
import { downloadAddress } from '../../remote/call.ts'
import type { DeclarationRead } from '../../remote/declarations.ts'
import { useMay, useWho } from '../../remote/session.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { DeclarationState } from '../DeclarationState.tsx'
import { deskTexts } from '../desk.texts.ts'
import { saidText } from '../said.ts'
import { formTexts, isCorrectable, wordIn } from '../words.ts'
import { recordTexts } from './record.texts.ts'

/** What it is, how it stands, whose orders it covers, and in words what to do next. */
export function Head({ declaration }: { declaration: DeclarationRead }) {
  const t = useTexts(recordTexts)
  const desk = useTexts(deskTexts)
  const forms = useTexts(formTexts)
  const { language } = useLanguage()
  const { who } = useWho()
  const mayProve = useMay('customs.proof.read')
  const { number, state, mode, form, direction, plan, listNo, todo, said, party, partyId } = declaration
  return (
    <header className="record-head" data-testid="declaration-head">
      <Link to="/declarations/all" data-back className="record-up print-not">
        ← {t.all}
      </Link>
      <div className="record-top">
        <h1>
          <span className="figures">{number}</span>
          <DeclarationState of={declaration} />
        </h1>
        <span className="head-tools print-not">
          {mayProve ? (
            <a
              className="button"
              href={downloadAddress('customs.proof.make', { declaration: declaration.id })}
              title={t.proofAbout}
              download
              data-testid="proof"
            >
              {t.proof}
            </a>
          ) : null}
          <PrintMenu of={{ declaration: declaration.id }} />
          <button type="button" className="button" onClick={() => window.print()}>
            {t.print}
          </button>
        </span>
      </div>
      {todo ? (
        <p className="remark next-step" data-testid="next-step">
          <b>{t.next}</b>　{todo.text[language]}
        </p>
      ) : null}
      <dl className="facts">
        <Fact name={desk.mode}>
          {modeLabel(mode, language)} · {direction === 'import' ? desk.import : desk.export} ·{' '}
          {wordIn(forms, form)}
        </Fact>
        {listNo ? <Fact name={desk.listNo}>{listNo}</Fact> : null}
        <Fact name={desk.orderNo}>
          <Orders declaration={declaration} />
        </Fact>
        {plan ? (
          <Fact name={desk.plan}>
            <Link to="/declarations/all" search={{ plan }}>
              {plan}
            </Link>
          </Fact>
        ) : null}
        <Fact name={t.changedAt}>{dayAndTime(declaration.stateAt)}</Fact>
        <Fact name={desk.createdAt}>{dayAndTime(declaration.createdAt)}</Fact>
        {party && partyId !== who?.party.id ? <Fact name={desk.party}>{party[language]}</Fact> : null}
        {said && !isCorrectable(state) ? <Fact name={t.saidCustoms}>{saidText(said)}</Fact> : null}
      </dl>
    </header>
  )
}

/** Orders that it covers: the few by their numbers, the many behind one word. */
function Orders({ declaration: { orderNos, planId } }: { declaration: DeclarationRead }) {
  const t = useTexts(recordTexts)
  const desk = useTexts(deskTexts)
  const shown = (order: string) =>
    planId ? (
      <Link to="/plans/$id" params={{ id: planId }} search={{ order }}>
        {order}
      </Link>
    ) : (
      order
    )
  if (orderNos.length === 0) return desk.noOrder
  if (orderNos.length === 1) return shown(orderNos[0]!)
  return (
    <details className="more">
      <summary>{t.ordersOf(orderNos.length)}</summary>
      <ul className="order-links">
        {orderNos.map(order => (
          <li key={order}>{shown(order)}</li>
        ))}
      </ul>
    </details>
  )
}
