import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId } from 'react'
import { Asked } from '../part/Asked.tsx'
import { StateMark } from '../part/StateMark.tsx'
import { useTitle } from '../part/title.ts'
import { useAsk } from '../remote/use-query.ts'
import { useTexts } from '../text/language.tsx'
import { CheckedPaper } from './CheckedPaper.tsx'
import { checkTexts } from './check.texts.ts'
import './public.css'

const route = getRouteApi('/check/$code')

/** Asks for the code of a printed paper. */
export function CheckPage() {
  const t = useTexts(checkTexts)
  useTitle(t.title)
  return (
    <div className="public">
      <h1>{t.title}</h1>
      <p className="second">{t.lead}</p>
      <CodeForm />
    </div>
  )
}

/** What is known of the paper whose code the address names: a telephone that scans it comes here. */
export function CheckedPage() {
  const t = useTexts(checkTexts)
  const { code } = route.useParams()
  useTitle(t.title)
  const checked = useAsk('kernel.paper.check', { code })
  return (
    <div className="public">
      <h1>{t.title}</h1>
      <Asked of={checked}>
        {({ answer, paper }) =>
          paper ? (
            <>
              <CheckedPaper paper={paper} />
              <p>
                <Link to="/check">{t.another}</Link>
              </p>
            </>
          ) : (
            <>
              <div
                className="public-answer is-refused"
                role="alert"
                data-testid="check-answer"
                data-answer={answer}
              >
                <p className="public-word">
                  <StateMark state="refused">{answer === 'mistyped' ? t.mistyped : t.unknown}</StateMark>
                </p>
                <p>{answer === 'mistyped' ? t.mistypedAbout : t.unknownAbout}</p>
              </div>
              <CodeForm key={code} before={code} />
            </>
          )
        }
      </Asked>
    </div>
  )
}

function CodeForm({ before = '' }: { before?: string }) {
  const t = useTexts(checkTexts)
  const navigate = useNavigate()
  const id = useId()
  const submitted = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code')).trim()
    if (code !== '') void navigate({ to: '/check/$code', params: { code } })
  }
  return (
    <form className="sheet public-form" onSubmit={submitted}>
      <label htmlFor={id}>{t.code}</label>
      <input
        id={id}
        name="code"
        className="field public-code"
        defaultValue={before}
        placeholder="XXXX-XXXX-XXXX"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        required
        data-testid="check-code"
      />
      <button type="submit" className="button main" data-testid="check-go">
        {t.check}
      </button>
    </form>
  )
}
