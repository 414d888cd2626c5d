import { useMutation } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import '../account/account.css'
import { PasswordRules } from '../account/PasswordRules.tsx'
import { Refusal } from '../part/Refusal.tsx'
import { useTitle } from '../part/title.ts'
import { command } from '../remote/call.ts'
import type { Commands } from '../remote/calls/index.ts'
import { Refused } from '../remote/problem.ts'
import { useSignIn } from '../remote/session.ts'
import '../signin/signin.css'
import { useTexts } from '../text/language.tsx'
import { Field } from './Field.tsx'
import { welcomeTexts } from './welcome.texts.ts'

const route = getRouteApi('/welcome')

/** The link alone does not say whose it is: the server asks for a login only of the first administrator. */
const asksForFirst = (error: unknown): boolean =>
  error instanceof Refused && error.problem.code === 'input.invalid' && error.problem.place === '/login'

/** A one-time link: sets a password, or makes the first administrator. */
export function WelcomePage() {
  const t = useTexts(welcomeTexts)
  const { token } = route.useSearch()
  const navigate = useNavigate()
  const signIn = useSignIn()
  const [isFirst, setFirst] = useState(false)
  const [differ, setDiffer] = useState(false)
  const [password, setPassword] = useState('')
  const [login, setLogin] = useState('')
  const title = isFirst ? t.titleFirst : t.title
  useTitle(title)
  const welcome = useMutation({
    mutationFn: async (input: Commands['kernel.account.welcome']['input']) => {
      const { login } = await command('kernel.account.welcome', input)
      await signIn.mutateAsync({ login, password: input.password })
      await navigate({ to: '/' })
    },
    onError: error => {
      if (asksForFirst(error)) setFirst(true)
    },
  })
  if (!token) return <p className="page remark">{t.noToken}</p>
  const submitted = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const given = (name: string) => String(data.get(name) ?? '').trim()
    const differs = password !== String(data.get('again'))
    setDiffer(differs)
    if (differs) return
    const first = isFirst
      ? {
          login: given('login'),
          name: { zh: given('nameZh'), en: given('nameEn') },
          party: { zh: given('partyZh'), en: given('partyEn') },
        }
      : {}
    welcome.mutate({ token, password, ...first })
  }
  const fault = welcome.error && !(asksForFirst(welcome.error) && !differ) ? welcome.error : undefined
  return (
    <div className="signin welcome">
      <form className="sheet signin-form" onSubmit={submitted}>
        <h1>{title}</h1>
        <p className="second">{isFirst ? t.leadFirst : t.lead}</p>
        {isFirst ? (
          <>
            <Field
              name="login"
              label={t.login}
              about={t.loginAbout}
              autoComplete="username"
              typed={setLogin}
            />
            <Field name="nameZh" label={t.nameZh} />
            <Field name="nameEn" label={t.nameEn} />
            <Field name="partyZh" label={t.partyZh} />
            <Field name="partyEn" label={t.partyEn} />
          </>
        ) : null}
        <Field
          name="password"
          label={t.password}
          type="password"
          autoComplete="new-password"
          typed={setPassword}
        />
        <PasswordRules password={password} {...(login && { login })} />
        <Field name="again" label={t.again} type="password" autoComplete="new-password" />
        {differ ? (
          <p className="refusal" role="alert">
            {t.differ}
          </p>
        ) : null}
        {fault ? <Refusal error={fault} /> : null}
        <button
          className="button main"
          type="submit"
          disabled={welcome.isPending}
          data-testid="welcome-submit"
        >
          {t.save}
        </button>
      </form>
    </div>
  )
}
