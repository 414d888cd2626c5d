import { Link } from '@tanstack/react-router'
import { Amount } from '../part/Amount.tsx'
import { grouped } from '../part/amount.ts'
import { inUnit } from '../part/decimal.ts'
import type { AccountDetail } from '../remote/ledger.ts'
import { useTexts } from '../text/language.tsx'
import { accountTexts } from './account.texts.ts'
import { ledgerTexts } from './ledger.texts.ts'

/** The four balances in plain words, and how what is left comes of them; each opens onto what it is made of. */
export function Derivation({ account }: { account: AccountDetail }) {
  const t = { ...useTexts(ledgerTexts), ...useTexts(accountTexts) }
  const { id, balances, standing, unit } = account
  const shown = (pieces: string) => inUnit(pieces, unit.scale)
  const isDebit = standing.side === 'debit'
  const own = isDebit ? 'debit' : 'credit'
  const other = isDebit ? 'credit' : 'debit'
  const four = [
    { key: `${own}s_posted`, side: own, about: t.inPosted, sign: '' },
    { key: `${other}s_posted`, side: other, about: t.outPosted, sign: '−' },
    { key: `${other}s_pending`, side: other, about: t.outPending, sign: '−' },
    { key: `${own}s_pending`, side: own, about: t.inPending, sign: '' },
  ] as const
  const [incoming, outgoing, held] = four.map(({ key }) => grouped(shown(balances[key])))
  return (
    <details className="derivation" data-testid="derivation">
      <summary>{t.stands}</summary>
      <ul className="derivation-four">
        {four.map(({ key, side, about }) => (
          <li key={key}>
            <span className="quiet">
              {side === 'debit' ? t.debits : t.credits} · {key.endsWith('posted') ? t.posted : t.pending}
            </span>
            <Link
              to="/ledger/accounts/$id"
              params={{ id }}
              search={key.endsWith('posted') ? { side } : { tab: 'holds' }}
              className="num"
            >
              <Amount value={shown(balances[key])} />
            </Link>
            <span className="second">{about}</span>
          </li>
        ))}
      </ul>
      <p className="figures derivation-sum">
        {t.rest} <b>{grouped(standing.balance)}</b> = {incoming} − {outgoing}
      </p>
      <p className="figures derivation-sum">
        {standing.available === undefined ? (
          t.noLimit
        ) : (
          <>
            {t.whatsLeft} <b>{grouped(standing.available)}</b> = {incoming} − {outgoing} − {held}
          </>
        )}
      </p>
    </details>
  )
}
