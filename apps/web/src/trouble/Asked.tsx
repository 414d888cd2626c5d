import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SyntheticEvent, useEffect, useRef } from 'react'
import { Refusal } from '../part/Refusal.tsx'
import type { SignedIn } from '../remote/answers.ts'
import { command, readWho } from '../remote/call.ts'
import { isSameWho, learnWho } from '../remote/known.ts'
import { type Ask, askInstead, settle } from '../remote/trouble.ts'
import { SignInForm } from '../signin/SignInForm.tsx'
import { useLanguage, useTexts } from '../text/language.tsx'
import { Moved } from './Moved.tsx'
import { troubleTexts } from './trouble.texts.ts'

/** What the keyboard begins at: who is meant is known. */
const FIRST = { ended: '[name=password]', confirm: '[name=password]', moved: 'button' } as const

/** Over the page as it stands: what its reader has to settle before what waits can go on. */
export function Asked({ ask }: { ask: Ask }) {
  const t = useTexts(troubleTexts)
  const { language } = useLanguage()
  const cache = useQueryClient()
  const box = useRef<HTMLDialogElement>(null)
  const resume = useMutation({ mutationFn: (now: SignedIn) => actAs(ask.was, now) })
  useEffect(() => {
    if (!box.current?.open) box.current?.showModal()
    box.current?.querySelector<HTMLElement>(FIRST[ask.kind])?.focus()
  }, [ask.kind])
  const goOn = () => {
    settle(true)
    learnWho()
  }
  const leave = () => {
    settle(false)
    if (ask.kind !== 'confirm') void cache.resetQueries()
  }
  useElsewhere(ask, goOn)
  const signedIn = (now: SignedIn) => {
    if (now.account.id !== ask.was.account.id) return leave()
    resume.mutate(now, { onSuccess: goOn })
  }
  const cancelled = (event: SyntheticEvent) => {
    // Escape takes back a change that was asked about; a session that has ended is not escaped from by chance.
    event.preventDefault()
    if (ask.kind === 'confirm') leave()
  }
  const title =
    ask.kind === 'moved'
      ? isOther(ask)
        ? t.movedAccount
        : t.movedParty
      : ask.kind === 'ended'
        ? t.ended
        : t.confirm
  const name = ask.was.account.name[language]
  return (
    <dialog
      ref={box}
      className="trouble-ask"
      aria-labelledby="trouble-ask"
      onCancel={cancelled}
      data-testid="asked"
      data-kind={ask.kind}
    >
      <h2 id="trouble-ask">{title}</h2>
      {ask.kind === 'moved' ? (
        <Moved
          ask={ask}
          goOn={goOn}
          leave={leave}
          signIn={() => askInstead({ kind: 'ended', was: ask.was })}
        />
      ) : (
        <>
          <p className="second">{ask.kind === 'ended' ? t.endedAbout(name) : t.confirmAbout}</p>
          <SignInForm login={ask.was.account.login} done={signedIn} isOver />
          {resume.error ? <Refusal error={resume.error} /> : null}
          <button
            type="button"
            className="plain link trouble-leave"
            onClick={leave}
            data-testid="asked-leave"
          >
            {ask.kind === 'ended' ? t.leave : t.cancel}
          </button>
        </>
      )}
    </dialog>
  )
}

const isOther = (ask: Extract<Ask, { kind: 'moved' }>) => ask.was.account.id !== ask.now.account.id

/** After signing in again: acts for the party that the page was opened for. */
async function actAs(was: SignedIn, now: SignedIn): Promise<void> {
  if (was.party.id !== now.party.id) await command('kernel.session.act', { party: was.party.id })
}

/** Somebody may sign in again in another window, or at an identity provider: coming back to this one, it goes on. */
function useElsewhere(ask: Ask, goOn: () => void): void {
  const { kind, was } = ask
  useEffect(() => {
    if (kind === 'confirm') return
    const look = async () => {
      if (isSameWho(was, await readWho())) goOn()
    }
    const seen = () => void (document.visibilityState === 'visible' && look())
    window.addEventListener('focus', seen)
    document.addEventListener('visibilitychange', seen)
    return () => {
      window.removeEventListener('focus', seen)
      document.removeEventListener('visibilitychange', seen)
    }
  })
}
