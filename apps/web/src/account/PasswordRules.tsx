import { useAsk } from '../remote/use-query.ts'
import { useTexts } from '../text/language.tsx'
import { accountTexts } from './account.texts.ts'

interface Props {
  password: string
  /** Absent: it is not known here, and the server looks. */
  login?: string
}

/** What a password must be like, each with whether it is so yet; the server judges by the same figures. */
export function PasswordRules({ password, login }: Props) {
  const t = useTexts(accountTexts)
  const { data } = useAsk('kernel.session.ways', {})
  if (!data) return null
  const { least, different } = data.password
  const length = [...password].length
  const kinds = new Set(password).size
  const holdsLogin = login ? password.toLowerCase().includes(login.toLowerCase()) : undefined
  const rules = [
    { key: 'least', text: t.ruleLeast(least, length), isMet: length >= least },
    { key: 'different', text: t.ruleDifferent(different, kinds), isMet: kinds >= different },
    { key: 'login', text: t.ruleLogin, isMet: holdsLogin === undefined ? undefined : !holdsLogin },
  ]
  return (
    <ul className="password-rules" data-testid="password-rules">
      {rules.map(({ key, text, isMet }) => {
        const state = password === '' || isMet === undefined ? 'open' : isMet ? 'met' : 'unmet'
        return (
          <li key={key} className={state} data-state={state}>
            <span aria-hidden="true" className="mark">
              {state === 'met' ? '✓' : state === 'unmet' ? '✗' : '·'}
            </span>
            {text}
            {state === 'open' ? null : <span className="said">{isMet ? t.ruleMet : t.ruleUnmet}</span>}
          </li>
        )
      })}
    </ul>
  )
}
