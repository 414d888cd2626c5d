import { ChoiceField, TextField } from '../../form/fields.tsx'
import type { GivenField } from '../../remote/declarations.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { recordTexts } from './record.texts.ts'

interface Props {
  field: GivenField
  place: string
  value: string
  change: (value: string) => void
  /** Messages that want it; absent: it may be given. */
  messages?: readonly string[]
}

/** A field of the order book, typed as its cell would be. */
export function GiveField({ field, place, value, change, messages }: Props) {
  const t = useTexts(recordTexts)
  const { language } = useLanguage()
  const about = [
    field.isSealed && field.value !== undefined ? t.sealed : field.note[language],
    field.isGiven ? t.given : '',
    messages ? t.neededBy(messages.join(', ')) : '',
  ]
    .filter(Boolean)
    .join(' ')
  const common = { place, label: field.title[language], about, value, change, testId: `give-${field.name}` }
  const choices =
    field.kind === 'yesNo'
      ? [
          { value: '是', name: t.yes },
          { value: '否', name: t.no },
        ]
      : field.choices.map(choice => ({ value: choice.value, name: choice[language] }))
  if (choices.length > 0) return <ChoiceField {...common} options={choices} none={t.choose} />
  const kind =
    field.kind === 'day' ? 'date' : field.kind === 'decimal' || field.kind === 'integer' ? 'decimal' : 'text'
  return <TextField {...common} kind={kind} hint={field.example} />
}
