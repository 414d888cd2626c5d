import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useId } from 'react'
import { useCommand } from '../form/use-command.ts'
import { Refusal } from '../part/Refusal.tsx'
import { StateMark } from '../part/StateMark.tsx'
import { useTitle } from '../part/title.ts'
import { Refused } from '../remote/problem.ts'
import { useTexts } from '../text/language.tsx'
import { Consignment } from './Consignment.tsx'
import './public.css'
import { trackTexts } from './track.texts.ts'

const route = getRouteApi('/track')

/** Where a consignment is with the customs, for whoever holds its number and knows one thing more. */
export function TrackPage() {
  const t = useTexts(trackTexts)
  useTitle(t.title)
  const { number } = route.useSearch()
  const navigate = route.useNavigate()
  const find = useCommand('customs.track.find', [])
  const numberId = useId()
  const proofId = useId()
  const submitted = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const given = (name: string) => String(data.get(name) ?? '').trim()
    void navigate({ search: { number: given('number') }, replace: true })
    find.run({ number: given('number'), proof: given('proof') })
  }
  const { answer } = find
  return (
    <div className="public">
      <h1>{t.title}</h1>
      <p className="second">{t.lead}</p>
      <form className="sheet public-form" onSubmit={submitted}>
        <label htmlFor={numberId}>{t.number}</label>
        <input
          id={numberId}
          name="number"
          className="field"
          defaultValue={number}
          minLength={2}
          maxLength={60}
          required
          autoComplete="off"
          spellCheck={false}
          data-testid="track-number"
        />
        <label htmlFor={proofId}>{t.proof}</label>
        <input
          id={proofId}
          name="proof"
          className="field"
          minLength={2}
          maxLength={60}
          required
          autoComplete="off"
          spellCheck={false}
          data-testid="track-proof"
        />
        <button type="submit" className="button main" disabled={find.isRunning} data-testid="track-go">
          {t.track}
        </button>
      </form>
      {find.problem ? <Refusal error={new Refused(find.problem)} /> : null}
      {answer && answer.answer !== 'found' ? (
        <div
          className="public-answer is-refused"
          role="alert"
          data-testid="track-answer"
          data-answer={answer.answer}
        >
          <p className="public-word">
            <StateMark state="refused">{answer.answer === 'wait' ? t.wait : t.none}</StateMark>
          </p>
          <p>{answer.answer === 'wait' ? t.waitAbout(answer.wait ?? 0) : t.noneAbout}</p>
        </div>
      ) : null}
      {answer?.consignments?.map((one, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer is shown as it came, and they have no name
        <Consignment key={n} consignment={one} />
      ))}
    </div>
  )
}
