import { useDeferredValue, useId, useState } from 'react'
import { useRefusalAt } from '../../form/Form.tsx'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { partTexts } from './part.texts.ts'
import { kindName } from './words.ts'

export interface ChosenParty {
  readonly id: string
  readonly name: { readonly zh: string; readonly en: string }
}

interface Props {
  /** Of what it holds in the command's input. */
  place: string
  value: ChosenParty | undefined
  change: (party: ChosenParty | undefined) => void
}

/** One party out of all that are open: found by name or credit code, chosen from what was found. */
export function PartyField({ place, value, change }: Props) {
  const t = useTexts(partTexts)
  const { language } = useLanguage()
  const id = useId()
  const problem = useRefusalAt(place)
  const [words, setWords] = useState('')
  const search = useDeferredValue(words.trim())
  const found = useAsk(
    'kernel.party.list',
    { search, closed: false, limit: 6 },
    { enabled: search !== '' && !value },
  )
  if (value) {
    return (
      <div className="form-field" data-testid="party-chosen">
        <span className="second">{t.party}</span>
        <span className="party-chosen">
          <b>{value.name[language]}</b>
          <button type="button" className="plain link" onClick={() => change(undefined)}>
            {t.partyOther}
          </button>
        </span>
        {problem ? <p className="form-problem">{problem.title}</p> : null}
      </div>
    )
  }
  return (
    <div className="form-field">
      <label htmlFor={id}>{t.party}</label>
      <input
        id={id}
        className="field"
        type="search"
        autoComplete="off"
        placeholder={t.partyHint}
        aria-invalid={problem ? true : undefined}
        value={words}
        onChange={event => setWords(event.target.value)}
        data-testid="party-search"
      />
      {problem ? (
        <p className="form-problem" role="alert" data-testid="field-refusal">
          {problem.title}
        </p>
      ) : null}
      {found.data && search ? (
        <ul className="party-found" data-testid="party-found">
          {found.data.parties.map(({ id: party, name, kind, creditCode }) => (
            <li key={party}>
              <button type="button" className="plain" onClick={() => change({ id: party, name })}>
                {name[language]}{' '}
                <span className="quiet">
                  {[kindName(kind, language), creditCode].filter(Boolean).join(' · ')}
                </span>
              </button>
            </li>
          ))}
          {found.data.parties.length === 0 ? <li className="quiet">{t.partyNone}</li> : null}
        </ul>
      ) : null}
    </div>
  )
}
