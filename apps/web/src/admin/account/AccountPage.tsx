import { getRouteApi, Link } from '@tanstack/react-router'
import { Asked } from '../../part/Asked.tsx'
import { Fact } from '../../part/Fact.tsx'
import { dayAndTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import type { Answer } from '../../remote/contracts.ts'
import { useMay } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { KeysOf } from '../key/KeysOf.tsx'
import { Changes, useChanges } from '../part/Changes.tsx'
import { partTexts } from '../part/part.texts.ts'
import { AccountActions } from './AccountActions.tsx'
import { accountTexts } from './account.texts.ts'
import { AccountMark } from './account-columns.tsx'
import { accountsTexts } from './accounts.texts.ts'
import { Holdings } from './Holdings.tsx'
import { SessionsOf } from './SessionsOf.tsx'

const route = getRouteApi('/admin/accounts/$id')
export type WholeAccount = Answer<'kernel.account.get'>

/** One account: its roles, where it is signed in, its keys, what was changed about it, and what may be done. */
export function AccountPage() {
  const { id } = route.useParams()
  return (
    <Asked of={useAsk('kernel.account.get', { account: id })}>
      {account => <Whole key={id} account={account} />}
    </Asked>
  )
}

function Whole({ account }: { account: WholeAccount }) {
  const t = { ...useTexts(partTexts), ...useTexts(accountsTexts), ...useTexts(accountTexts) }
  const { language } = useLanguage()
  const { id, login, name, disabledAt, disabledReason, signedInAt } = account
  const mayAudit = useMay('kernel.audit.read')
  useTitle(`${name[language]} ${login}`)
  const changes = useChanges('kernel.account.history', { account: id })
  const signIns = useChanges('kernel.account.history', { account: id, what: 'signIns' })
  return (
    <>
      <header className="record-head" data-testid="account-head">
        <Link to="/admin/accounts" data-back className="record-up">
          ← {t.all}
        </Link>
        <h1>
          {name[language]} <span className="code">{login}</span> <AccountMark account={account} t={t} />
          {account.demonstration ? <span className="tag">{t.demonstration}</span> : null}
        </h1>
        <dl className="facts">
          <Fact name={t.created}>{dayAndTime(account.createdAt)}</Fact>
          <Fact name={t.signedIn}>{signedInAt ? dayAndTime(signedInAt) : t.never}</Fact>
          <Fact name={t.factor}>{account.secondFactor ? t.on : t.off}</Fact>
          {account.linked ? <Fact name={t.linked}>{t.linkedYes}</Fact> : null}
          <Fact name={t.id}>
            <span className="code">{id}</span>
          </Fact>
        </dl>
        {disabledAt ? (
          <p className="remark figures">
            {t.disabledSince(dayAndTime(disabledAt))}
            {disabledReason ? <b> {disabledReason}</b> : null}
          </p>
        ) : null}
      </header>
      <AccountActions account={account} />
      <Holdings account={account} />
      <SessionsOf account={account} />
      <h2 className="section">{t.keys}</h2>
      <KeysOf account={id} empty={t.noKeys} />
      <div className="section-head">
        <h2 className="section">{t.changes}</h2>
        {mayAudit ? (
          <Link to="/admin/audit" search={{ who: id }}>
            {t.deeds}
          </Link>
        ) : null}
      </div>
      <Changes of={changes} label={t.changes} testId="changes" />
      <h2 className="section">{t.signIns}</h2>
      <Changes of={signIns} label={t.signIns} isOwn testId="sign-ins" />
    </>
  )
}
