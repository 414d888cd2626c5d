import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useActFor, useSignOut, useWho } from '../remote/session.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { PersonIcon } from './icons.tsx'
import { shellTexts } from './shell.texts.ts'

/** Who is signed in, for which party, in which roles; or the way to sign in. */
export function Account() {
  const t = useTexts(shellTexts)
  const { language } = useLanguage()
  const { who } = useWho()
  const { href, pathname } = useLocation()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const actFor = useActFor()
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const outside = (event: Event) => {
      if (menu.current && !menu.current.contains(event.target as Node)) menu.current.open = false
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [])
  if (who === undefined) return <span className="icon" aria-hidden="true" />
  if (who === null) {
    return pathname === '/sign-in' ? null : (
      <Link className="button" to="/sign-in" search={{ to: href }} data-testid="sign-in">
        {t.signIn}
      </Link>
    )
  }
  const name = who.account.name[language]
  const toDoor = { onSuccess: () => navigate({ to: '/' }) }
  const leave = () => signOut.mutate(undefined, toDoor)
  const leaveEverywhere = () => signOut.mutate('everywhere', toDoor)
  return (
    <details className="account" ref={menu} data-testid="account">
      <summary aria-label={`${t.account}：${name}`} title={name}>
        <PersonIcon />
        <span>{name}</span>
      </summary>
      <div className="account-card">
        <p className="account-name">{name}</p>
        <p className="second">{who.party.name[language]}</p>
        <p className="code quiet" title={t.partyId}>
          {who.party.id}
        </p>
        <p className="quiet">
          {t.roles}
          {language === 'zh' ? '：' : ': '}
          {who.roles.map(role => role.name[language]).join(language === 'zh' ? '、' : ', ')}
        </p>
        {who.parties.length > 1 ? (
          <label className="account-party">
            {t.actFor}
            <select
              className="field"
              value={who.party.id}
              onChange={event => actFor.mutate(event.target.value)}
            >
              {who.parties.map(party => (
                <option key={party.id} value={party.id}>
                  {party.name[language]}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <Link className="link" to="/account" data-testid="account-page">
          {t.security}
        </Link>
        <button type="button" className="button" onClick={leave} data-testid="sign-out">
          {t.signOut}
        </button>
        <button type="button" className="button" onClick={leaveEverywhere} data-testid="sign-out-everywhere">
          {t.endEverywhere}
        </button>
      </div>
    </details>
  )
}
