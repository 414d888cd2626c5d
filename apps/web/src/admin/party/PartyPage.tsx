import { getRouteApi, Link } from '@tanstack/react-router'
import { ReasonAction } from '../../form/ReasonAction.tsx'
import { useCommand } from '../../form/use-command.ts'
import { Asked } from '../../part/Asked.tsx'
import { Fact } from '../../part/Fact.tsx'
import { Refusal } from '../../part/Refusal.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import type { Answer } from '../../remote/contracts.ts'
import { Refused } from '../../remote/problem.ts'
import { useMay, useWho } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Changes, useChanges } from '../part/Changes.tsx'
import { partTexts } from '../part/part.texts.ts'
import { kindName } from '../part/words.ts'
import { Members } from './Members.tsx'
import { partiesTexts, partyTexts } from './parties.texts.ts'

const route = getRouteApi('/admin/parties/$id')
type Party = Answer<'kernel.party.get'>

/** One party: who acts for it, what it has in numbers, what was changed, and an end to it. */
export function PartyPage() {
  const { id } = route.useParams()
  return (
    <Asked of={useAsk('kernel.party.get', { party: id })}>{party => <Whole key={id} party={party} />}</Asked>
  )
}

function Whole({ party }: { party: Party }) {
  const t = { ...useTexts(partTexts), ...useTexts(partiesTexts), ...useTexts(partyTexts) }
  const { language } = useLanguage()
  useTitle(party.name[language])
  const changes = useChanges('kernel.party.history', { party: party.id })
  return (
    <>
      <header className="record-head" data-testid="party-head">
        <Link to="/admin/parties" data-back className="record-up">
          ← {t.all}
        </Link>
        <h1>
          {party.name[language]}{' '}
          <StateMark state={party.closed ? 'idle' : 'done'}>{party.closed ? t.closed : t.open}</StateMark>
          {party.demonstration ? <span className="tag">{t.demonstration}</span> : null}
        </h1>
        <dl className="facts">
          <Fact name={t.kind}>{kindName(party.kind, language)}</Fact>
          {party.creditCode ? (
            <Fact name={t.creditCode}>
              <span className="code">{party.creditCode}</span>
            </Fact>
          ) : null}
          <Fact name={t.created}>{dayAndTime(party.createdAt)}</Fact>
          <Fact name={t.id}>
            <span className="code">{party.id}</span>
          </Fact>
        </dl>
        {party.closedAt ? (
          <p className="remark figures">
            {t.closedSince(dayAndTime(party.closedAt))}
            <b>{party.closedReason}</b>
          </p>
        ) : null}
      </header>
      <Numbers party={party} />
      <Actions party={party} />
      <Members party={party.id} />
      <h2 className="section">{t.changes}</h2>
      <Changes of={changes} label={t.changes} testId="changes" />
    </>
  )
}

const units = ['B', 'kB', 'MB', 'GB', 'TB']

/** Bytes in the greatest unit that leaves a whole number of it: "12.4 MB". */
function sizeOf(bytes: number): string {
  const at = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  return `${Math.round((bytes / 1000 ** at) * 10) / 10} ${units[at]}`
}

/** What is the party's, as far as it can be told in numbers and opened. */
function Numbers({ party }: { party: Party }) {
  const t = { ...useTexts(partiesTexts), ...useTexts(partyTexts) }
  const maySeeLedger = useMay('ledger.account.read')
  const maySeeKeys = useMay('kernel.account.read')
  return (
    <section className="sheet numbers" aria-label={t.numbers} data-testid="numbers">
      <dl className="facts">
        <Fact name={t.accounts}>{party.accounts}</Fact>
        <Fact name={t.sessions}>{party.sessions}</Fact>
        <Fact name={t.keys}>
          {maySeeKeys && party.keys > 0 ? (
            <Link to="/admin/keys" search={{ party: party.id }}>
              {party.keys}
            </Link>
          ) : (
            party.keys
          )}
        </Fact>
        <Fact name={t.files}>{t.filesOf(party.files.toLocaleString('en-US'), sizeOf(party.fileBytes))}</Fact>
        {maySeeLedger ? (
          <Fact name={t.ledger}>
            <Link to="/ledger/accounts" search={{ party: party.id }}>
              →
            </Link>
          </Fact>
        ) : null}
      </dl>
    </section>
  )
}

function Actions({ party }: { party: Party }) {
  const t = useTexts(partyTexts)
  const { who } = useWho()
  const mayWrite = useMay('kernel.party.write')
  const close = useCommand('kernel.party.close', ['kernel.'])
  const reopen = useCommand('kernel.party.reopen', ['kernel.'])
  if (!mayWrite) return null
  if (who?.party.id === party.id) return <p className="quiet">{t.own}</p>
  const { id, accounts, alone, sessions, keys, closed } = party
  return (
    <div className="record-ends">
      {closed ? (
        <button
          type="button"
          className="button"
          disabled={reopen.isRunning}
          onClick={() => reopen.run({ party: id })}
          data-testid="reopen"
        >
          {t.reopen}
        </button>
      ) : (
        <ReasonAction
          label={t.close}
          about={t.closeAbout(accounts, alone, sessions, keys)}
          problem={close.problem}
          isRunning={close.isRunning}
          act={(reason = '') => close.run({ party: id, reason })}
          testId="close"
        />
      )}
      {reopen.problem ? <Refusal error={new Refused(reopen.problem)} /> : null}
    </div>
  )
}
