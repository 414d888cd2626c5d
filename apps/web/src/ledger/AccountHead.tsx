import { Link } from '@tanstack/react-router'
import { Amount } from '../part/Amount.tsx'
import { Fact } from '../part/Fact.tsx'
import { StateMark } from '../part/StateMark.tsx'
import { dayAndTime } from '../part/time.ts'
import type { AccountDetail } from '../remote/ledger.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { accountTexts } from './account.texts.ts'
import { Derivation } from './Derivation.tsx'
import { ledgerTexts } from './ledger.texts.ts'
import { RecordLink } from './RecordLink.tsx'
import { accountName, limitName, sideName, unitName } from './words.ts'

/** Whose account it is, in what, under which limit, and what it has left. */
export function AccountHead({ account }: { account: AccountDetail }) {
  const t = { ...useTexts(ledgerTexts), ...useTexts(accountTexts) }
  const { language } = useLanguage()
  const { standing, unit } = account
  const figures = [
    { name: `${t.balance} · ${sideName(standing, language)}`, value: standing.balance },
    { name: t.held, value: standing.held },
    { name: t.available, value: standing.available },
  ]
  return (
    <header className="record-head account-head" data-testid="account-head">
      <Link to="/ledger/accounts" data-back className="record-up">
        ← {t.all}
      </Link>
      <div className="record-top">
        <h1>
          {accountName(account, language)}
          <StateMark state={account.isClosed ? 'idle' : 'done'}>
            {account.isClosed ? t.closed : t.inUse}
          </StateMark>
        </h1>
        <dl className="sums">
          {figures.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="figures">
                {value === undefined ? (
                  <span className="quiet">{t.unlimited}</span>
                ) : (
                  <Amount value={value} />
                )}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <dl className="facts">
        <Fact name={t.party}>
          <Link to="/ledger/accounts" search={{ party: account.party }}>
            {account.partyName?.[language] ?? account.party}
          </Link>
        </Fact>
        <Fact name={t.unit}>{unitName(unit, language)}</Fact>
        <Fact name={t.kind}>{account.code}</Fact>
        <Fact name={t.limit}>{limitName(account.limit, language)}</Fact>
        <Fact name={t.opened}>{dayAndTime(account.openedAt)}</Fact>
        {account.record ? (
          <Fact name={t.record}>
            <RecordLink record={account.record} />
          </Fact>
        ) : null}
        {account.writer ? <Fact name={t.writer}>{account.writer}</Fact> : null}
        <Fact name={t.id}>
          <span className="code">{account.id}</span>
        </Fact>
      </dl>
      {account.closedUpTo ? (
        <p className="second figures">{t.closedUpTo(dayAndTime(account.closedUpTo))}</p>
      ) : null}
      <Derivation account={account} />
    </header>
  )
}
