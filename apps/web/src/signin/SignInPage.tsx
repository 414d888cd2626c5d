import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { Refusal } from '../part/Refusal.tsx'
import { useTitle } from '../part/title.ts'
import { signIn } from '../remote/session.ts'
import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { Demonstration } from './Demonstration.tsx'
import { SignInForm } from './SignInForm.tsx'
import './signin.css'
import { signInTexts } from './signin.texts.ts'

const route = getRouteApi('/sign-in')

/** Only ways inside this application are taken back to after signing in. */
const inside = (to: string | undefined) => (to?.startsWith('/') && !to.startsWith('//') ? to : undefined)

export function SignInPage() {
  const t = useTexts(signInTexts)
  useTitle(t.title)
  const { to, refused } = route.useSearch()
  const router = useRouter()
  const cache = useQueryClient()
  const done = () => {
    void cache.resetQueries()
    // The first page says what waits for whom.
    router.history.push(inside(to) ?? '/')
  }
  const demonstrate = useMutation({ mutationFn: signIn, onSuccess: done })
  return (
    <div className="signin">
      <div>
        {refused ? <ProviderRefused code={refused} /> : null}
        <SignInForm done={done} to={inside(to)} />
      </div>
      <div>
        {demonstrate.error ? <Refusal error={demonstrate.error} /> : null}
        <Demonstration
          enter={(login, password) => demonstrate.mutate({ login, password })}
          isBusy={demonstrate.isPending}
        />
      </div>
    </div>
  )
}

/** Why an identity provider's sign-in came to nothing, in the server's words. */
function ProviderRefused({ code }: { code: string }) {
  const { language } = useLanguage()
  const { data } = useAsk('kernel.refusal.explain', { code })
  if (!data) return null
  return (
    <div className="refusal signin-refused" role="alert" data-testid="provider-refused">
      <p className="title">{data.text[language]}</p>
      <p>{data.remedy[language]}</p>
    </div>
  )
}
