import { useDeferredValue, useEffect, useEffectEvent, useId } from 'react'
import { useTyped } from '../list/use-typed.ts'
import { useAsk } from '../remote/use-query.ts'
import { useLanguage } from '../text/language.tsx'
import { unitName } from './words.ts'

interface Props {
  label: string
  hint: string
  /** `CNY`, or kind and code. */
  value: string | undefined
  change: (unit: string | undefined) => void
}

/** A unit of account: type a code or a name, choose from what begins so. */
export function UnitField({ label, hint, value, change }: Props) {
  const { language } = useLanguage()
  const list = useId()
  const { text, setText, tell } = useTyped(value, change)
  const wanted = text.trim()
  const search = useDeferredValue(wanted)
  const { data } = useAsk('ledger.unit.list', { search }, { enabled: search !== '' })
  const units = data?.units ?? []
  const isWhole = units.some(({ kind, code }) => code === wanted || `${kind}/${code}` === wanted)
  // A whole code is taken as soon as it is known to be one; anything else when the field is left.
  const take = useEffectEvent(tell)
  useEffect(() => {
    if (isWhole) take(wanted)
  }, [isWhole, wanted])
  return (
    <>
      <input
        className="field"
        type="text"
        list={list}
        aria-label={label}
        placeholder={hint}
        autoComplete="off"
        value={text}
        onChange={event => {
          setText(event.target.value)
          if (event.target.value.trim() === '') tell('')
        }}
        onBlur={() => tell(wanted)}
        onKeyDown={event => event.key === 'Enter' && tell(wanted)}
        data-testid="filter-unit"
      />
      <datalist id={list}>
        {units.map(unit => (
          <option
            key={unit.number}
            value={unit.kind === 'currency' ? unit.code : `${unit.kind}/${unit.code}`}
          >
            {unitName(unit, language)}
          </option>
        ))}
      </datalist>
    </>
  )
}
