import { useMutation } from '@tanstack/react-query'
import { Refusal } from '../part/Refusal.tsx'
import { command } from '../remote/call.ts'
import type { Ask } from '../remote/trouble.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { troubleTexts } from './trouble.texts.ts'

interface Props {
  ask: Extract<Ask, { kind: 'moved' }>
  goOn: () => void
  leave: () => void
  signIn: () => void
}

/** Another window acts for another party, or as somebody else: which of the two is meant here? */
export function Moved({ ask: { was, now }, goOn, leave, signIn }: Props) {
  const t = useTexts(troubleTexts)
  const { language } = useLanguage()
  const goBack = useMutation({
    mutationFn: () => command('kernel.session.act', { party: was.party.id }),
    onSuccess: goOn,
  })
  const isOther = was.account.id !== now.account.id
  const of = (who: typeof was) => (isOther ? who.account.name[language] : who.party.name[language])
  return (
    <>
      <p className="second">
        {isOther ? t.movedAccountAbout(of(was), of(now)) : t.movedPartyAbout(of(was), of(now))}
      </p>
      {goBack.error ? <Refusal error={goBack.error} /> : null}
      <div className="trouble-choices">
        <button
          type="button"
          className="button main"
          onClick={() => (isOther ? signIn() : goBack.mutate())}
          data-testid="moved-back"
        >
          {isOther ? t.signBack(of(was)) : t.goBack(of(was))}
        </button>
        <button type="button" className="button" onClick={leave} data-testid="moved-now">
          {t.takeNow(of(now))}
        </button>
      </div>
    </>
  )
}
