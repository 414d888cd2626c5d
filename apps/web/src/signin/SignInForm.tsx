import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useCallback, useId, useState } from 'react'
import { Refusal } from '../part/Refusal.tsx'
import type { SignedIn } from '../remote/answers.ts'
import { Refused } from '../remote/problem.ts'
import { signIn } from '../remote/session.ts'
import { useAsk } from '../remote/use-query.ts'
import { useTexts } from '../text/language.tsx'
import { answerPasskey, canUsePasskey, isCalledOff } from './passkey.ts'
import './signin.css'
import { signInTexts } from './signin.texts.ts'
import { usePasskeyFill } from './use-passkey-fill.ts'
import { Wait } from './Wait.tsx'

interface Props {
  /** Who has to sign in; absent: anybody. */
  login?: string
  done: (who: SignedIn) => void
  /** The form stands over a page that must stay: an identity provider is gone to in another window. */
  isOver?: boolean
  /** Where to go on after an identity provider. */
  to?: string
}

type Given = Parameters<typeof signIn>[0]

/** Signing in by a password and what may come after it, by a passkey, at an identity provider. */
export function SignInForm({ login, done, isOver, to = '/' }: Props) {
  const t = useTexts(signInTexts)
  const id = useId()
  const { data: ways } = useAsk('kernel.session.ways', {})
  const [needs, setNeeds] = useState<'code' | 'passkey'>()
  const [until, setUntil] = useState<number>()
  const [calledOff, setCalledOff] = useState(false)
  const hasPasskeys = canUsePasskey(ways?.passkeys?.origin)
  const enter = useMutation({
    mutationFn: (given: Given | (() => Promise<Given>)) =>
      typeof given === 'function' ? given().then(signIn) : signIn(given),
    onMutate: () => setCalledOff(false),
    onSuccess: done,
    onError: error => {
      if (isCalledOff(error)) setCalledOff(true)
      if (!(error instanceof Refused)) return
      const { code, params } = error.problem
      if (code === 'session.code_needed') setNeeds('code')
      if (code === 'session.passkey_needed') setNeeds('passkey')
      if (code === 'session.too_many_tries') setUntil(Date.now() + Number(params?.seconds ?? 0) * 1000)
    },
  })
  usePasskeyFill(
    hasPasskeys && !isOver && !enter.isSuccess,
    passkey => enter.mutate({ passkey }),
    () => undefined,
  )
  const submitted = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? '')
    const credentials = { login: text('login').trim(), password: text('password') }
    if (needs === 'passkey' && hasPasskeys)
      enter.mutate(async () => ({ ...credentials, passkey: await answerPasskey() }))
    else enter.mutate({ ...credentials, ...(given.has('code') && { code: text('code') }) })
  }
  const over = useCallback(() => setUntil(undefined), [])
  const elsewhere = `${ways?.provider?.path}?to=${encodeURIComponent(to)}`
  const shown = enter.error instanceof Refused && !asks(enter.error) && until === undefined
  return (
    <form className="sheet signin-form" onSubmit={submitted} data-testid="sign-in-form">
      {isOver ? null : <h1>{t.title}</h1>}
      <label htmlFor={`${id}l`}>{t.login}</label>
      <input
        id={`${id}l`}
        name="login"
        className="field"
        required
        autoComplete="username webauthn"
        defaultValue={login}
        readOnly={login !== undefined}
      />
      <label htmlFor={`${id}p`}>{t.password}</label>
      <input
        id={`${id}p`}
        name="password"
        type="password"
        className="field"
        required
        autoComplete="current-password"
      />
      {needs === 'code' ? (
        <>
          <label htmlFor={`${id}c`}>{t.code}</label>
          <input
            id={`${id}c`}
            name="code"
            className="field figures"
            required
            autoComplete="one-time-code"
            // biome-ignore lint/a11y/noAutofocus: it appears because it is asked for.
            autoFocus
            data-testid="sign-in-code"
          />
        </>
      ) : null}
      {needs === 'passkey' ? (
        <p className="second" role="alert" data-testid="sign-in-needs-passkey">
          {hasPasskeys ? t.needsPasskey : t.needsPasskeyAt(ways?.passkeys?.origin ?? '')}
        </p>
      ) : null}
      {until === undefined ? null : <Wait until={until} over={over} />}
      {shown ? <Refusal error={enter.error} /> : null}
      {calledOff ? (
        <p className="second" role="alert">
          {t.calledOff}
        </p>
      ) : null}
      <button
        className="button main"
        type="submit"
        disabled={enter.isPending || until !== undefined}
        data-testid="sign-in-submit"
      >
        {enter.isPending ? t.entering : needs === 'passkey' ? t.confirmPasskey : t.enter}
      </button>
      {hasPasskeys || ways?.provider ? <p className="signin-or">{t.or}</p> : null}
      {hasPasskeys ? (
        <button
          className="button"
          type="button"
          disabled={enter.isPending}
          onClick={() => enter.mutate(async () => ({ passkey: await answerPasskey() }))}
          data-testid="sign-in-passkey"
        >
          {t.byPasskey}
        </button>
      ) : null}
      {ways?.provider ? (
        <a
          className="button"
          href={isOver ? `${ways.provider.path}?to=/account` : elsewhere}
          {...(isOver && { target: '_blank', rel: 'noreferrer' })}
          data-testid="sign-in-provider"
        >
          {t.byProvider(ways.provider.name)}
        </a>
      ) : null}
    </form>
  )
}

/** Refusals that ask for more, in fields of their own. */
function asks({ problem }: Refused): boolean {
  return problem.code === 'session.code_needed' || problem.code === 'session.passkey_needed'
}
