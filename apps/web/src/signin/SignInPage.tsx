import { getRouteApi, useRouter } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { Refusal } from '../part/Refusal.tsx'
import { useTitle } from '../part/title.ts'
import { Refused } from '../remote/problem.ts'
import { useSignIn } from '../remote/session.ts'
import { deskOf } from '../shell/way-list.ts'
import { useTexts } from '../text/language.tsx'
import { Demonstration } from './Demonstration.tsx'
import './signin.css'
import { signInTexts } from './signin.texts.ts'

const route = getRouteApi('/sign-in')

/** Only ways inside this application are taken back to after signing in. */
const inside = (to: string | undefined) => (to?.startsWith('/') && !to.startsWith('//') ? to : undefined)

export function SignInPage() {
  const t = useTexts(signInTexts)
  useTitle(t.title)
  const { to } = route.useSearch()
  const router = useRouter()
  const signIn = useSignIn()
  const id = useId()
  const [needsCode, setNeedsCode] = useState(false)
  const enter = (login: string, password: string, code?: string) =>
    signIn.mutate(
      { login, password, ...(code && { code }) },
      {
        onSuccess: ({ permissions }) => router.history.push(inside(to) ?? deskOf(permissions)),
        onError: error => {
          if (error instanceof Refused && error.problem.code === 'session.code_needed') setNeedsCode(true)
        },
      },
    )
  const submitted = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const code = given.get('code')
    enter(
      String(given.get('login')).trim(),
      String(given.get('password')),
      code === null ? undefined : String(code),
    )
  }
  return (
    <div className="signin">
      <form className="sheet signin-form" onSubmit={submitted}>
        <h1>{t.title}</h1>
        <label htmlFor={`${id}l`}>{t.login}</label>
        <input id={`${id}l`} name="login" className="field" required autoComplete="username" />
        <label htmlFor={`${id}p`}>{t.password}</label>
        <input
          id={`${id}p`}
          name="password"
          type="password"
          className="field"
          required
          autoComplete="current-password"
        />
        {needsCode ? (
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
        {signIn.error ? <Refusal error={signIn.error} /> : null}
        <button
          className="button main"
          type="submit"
          disabled={signIn.isPending}
          data-testid="sign-in-submit"
        >
          {signIn.isPending ? t.entering : t.enter}
        </button>
      </form>
      <Demonstration enter={enter} isBusy={signIn.isPending} />
    </div>
  )
}
