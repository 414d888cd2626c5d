import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { Amount } from '../../part/Amount.tsx'
import { Asked } from '../../part/Asked.tsx'
import { Fact } from '../../part/Fact.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { TimeLeft } from '../../part/TimeLeft.tsx'
import { preciseTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import type { LedgerTransfer } from '../../remote/ledger.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { AccountLink } from '../AccountLink.tsx'
import { ledgerTexts } from '../ledger.texts.ts'
import { holdName, holdState, unitName } from '../words.ts'
import { transferTexts } from './transfer.texts.ts'

const route = getRouteApi('/ledger/transfers/$id')

/** One transfer: between which accounts, how much, when, and what became of it if it was a hold. */
export function TransferPage() {
  const t = useTexts(transferTexts)
  useTitle(t.title)
  const { id } = route.useParams()
  const found = useAsk('ledger.transfer.find', { transfer: id })
  return (
    <Asked of={found}>
      {({ transfers: [transfer] }) =>
        transfer ? <Whole transfer={transfer} /> : <p className="sheet empty">{t.missing}</p>
      }
    </Asked>
  )
}

function Whole({ transfer }: { transfer: LedgerTransfer }) {
  const t = { ...useTexts(ledgerTexts), ...useTexts(transferTexts) }
  const { language } = useLanguage()
  const { hold } = transfer
  const { history } = useRouter()
  return (
    <article className="transfer" data-testid="transfer">
      <header className="record-head">
        <button type="button" className="plain link record-up" onClick={() => history.back()} data-back>
          ← {t.back}
        </button>
        <h1>
          {t.title}
          {hold ? (
            <StateMark state={holdState[hold.status]}>{holdName(hold.status, language)}</StateMark>
          ) : null}
        </h1>
        <p className="code second">{transfer.id}</p>
      </header>
      <div className="sheet transfer-body">
        <p className="transfer-amount figures">
          <Amount value={transfer.inUnit} />{' '}
          <span className="quiet">{unitName(transfer.unit, language)}</span>
        </p>
        <dl className="facts">
          <Fact name={t.from}>
            <AccountLink account={transfer.debit} />
          </Fact>
          <Fact name={t.to}>
            <AccountLink account={transfer.credit} />
          </Fact>
          <Fact name={t.at}>{preciseTime(transfer.at)}</Fact>
          <Fact name={t.order}>{transfer.timestamp}</Fact>
          <Fact name={t.why}>{transfer.code}</Fact>
          {transfer.flags.length > 0 ? <Fact name={t.flags}>{transfer.flags.join(' ')}</Fact> : null}
        </dl>
        {transfer.pendingId ? (
          <dl className="facts">
            <Fact name={t.ends}>
              <Link to="/ledger/transfers/$id" params={{ id: transfer.pendingId }} className="code">
                {transfer.pendingId}
              </Link>
            </Fact>
          </dl>
        ) : null}
        {hold ? (
          <dl className="facts">
            <Fact name={t.hold}>
              {hold.status === 'pending' ? (
                <TimeLeft until={hold.expiresAt} />
              ) : (
                holdName(hold.status, language)
              )}
            </Fact>
            {hold.expiresAt ? <Fact name={t.expires}>{preciseTime(hold.expiresAt)}</Fact> : null}
            {hold.resolvedAt ? <Fact name={t.ended}>{preciseTime(hold.resolvedAt)}</Fact> : null}
          </dl>
        ) : null}
        <p className="quiet">{t.never}</p>
      </div>
    </article>
  )
}
