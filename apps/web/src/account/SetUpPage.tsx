import { useTitle } from '../part/title.ts'
import type { SignedIn } from '../remote/answers.ts'
import { useSignOut } from '../remote/session.ts'
import { useAsk } from '../remote/use-query.ts'
import { useTexts } from '../text/language.tsx'
import './account.css'
import { accountTexts } from './account.texts.ts'
import { PasskeysPart } from './PasskeysPart.tsx'
import { Required } from './Required.tsx'
import { SecondFactorPart } from './SecondFactorPart.tsx'

interface Props {
  required: NonNullable<SignedIn['secondFactor']>
  done: () => void
}

/** In place of every page until somebody whose role requires it has a second factor. */
export function SetUpPage({ required, done }: Props) {
  const t = useTexts(accountTexts)
  useTitle(t.setUp)
  const signOut = useSignOut()
  const { data: factor } = useAsk('kernel.secondFactor.get', {})
  const { data: keys } = useAsk('kernel.passkey.list', {})
  const isMet = factor?.on || keys?.passkeys.some(each => each.madeFor === undefined)
  return (
    <div className="page account-page" data-testid="set-up">
      <header className="page-head">
        <h1>{t.setUp}</h1>
        <p className="second">{t.setUpAbout}</p>
      </header>
      <Required of={isMet ? { ...required, state: 'met' } : required} />
      <PasskeysPart />
      <SecondFactorPart />
      <p className="account-go">
        <button
          type="button"
          className="button main"
          disabled={!isMet}
          onClick={done}
          data-testid="set-up-done"
        >
          {t.goOn}
        </button>
        <button type="button" className="plain link" onClick={() => signOut.mutate(undefined)}>
          {t.signOut}
        </button>
      </p>
    </div>
  )
}
