import { useId } from 'react'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { toFixTexts } from '../to-fix.texts.ts'
import type { Fault, FixField } from './typed.ts'

interface Props {
  field: FixField
  /** As the book has it. */
  stood: string
  value: string
  change: (value: string) => void
  faults: readonly Fault[]
  /** Of a line: its number, for tests and screen readers. */
  line?: number
}

const yesNo = [
  { value: 'yes', zh: '是', en: 'yes' },
  { value: 'no', zh: '否', en: 'no' },
]

/** One cell of a refused order, with what is wrong with it below. */
export function FixCell({ field, stood, value, change, faults, line }: Props) {
  const t = useTexts(toFixTexts)
  const { language } = useLanguage()
  const id = useId()
  const { name, label, needed, note, example } = field
  const choices = field.kind === 'yesNo' ? yesNo : field.choices
  const isKnown = choices.some(each => each.value === value)
  const bound = {
    id,
    'aria-invalid': faults.length > 0 ? (true as const) : undefined,
    'aria-describedby': faults.length > 0 ? `${id}p` : undefined,
    'data-testid': `fix-cell-${line === undefined ? '' : `${line}-`}${name}`,
    value,
  }
  return (
    <div className="form-field">
      <label htmlFor={id} title={note[language]}>
        {label[language]}
        {needed ? ' *' : ''}
      </label>
      {choices.length > 0 ? (
        <select {...bound} className="field" onChange={event => change(event.target.value)}>
          <option value="">{t.none}</option>
          {value !== '' && !isKnown ? <option value={value}>{value}</option> : null}
          {choices.map(each => (
            <option key={each.value} value={each.value}>
              {each[language]}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...bound}
          className={field.kind === 'text' ? 'field' : 'field figures'}
          autoComplete="off"
          spellCheck={false}
          placeholder={example}
          onChange={event => change(event.target.value)}
        />
      )}
      {faults.length > 0 ? (
        <p id={`${id}p`} className="form-problem">
          {faults.map(each => each.text[language]).join(' ')}
        </p>
      ) : null}
      {value !== stood ? (
        <p className="form-about">
          {t.unchanged} {stood || t.none}
        </p>
      ) : null}
    </div>
  )
}
