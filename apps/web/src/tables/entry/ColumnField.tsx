import { ChoiceField, TextField } from '../../form/fields.tsx'
import { useLanguage, useTexts } from '../../text/language.tsx'
import type { TableColumn } from '../rows/cell-columns.tsx'
import { entryTexts } from './entry.texts.ts'

interface Props {
  column: TableColumn
  value: string
  change: (value: string) => void
  isFixed: boolean
}

/** A field of a register's form, made from its column. */
export function ColumnField({ column, value, change, isFixed }: Props) {
  const t = useTexts(entryTexts)
  const { language } = useLanguage()
  const { name, label, kind, needed, choices } = column
  const common = {
    place: `/cells/${name}`,
    label: needed ? `${label[language]} *` : label[language],
    testId: `cell-${name}`,
  }
  if (isFixed) {
    const shown = choices?.find(each => each.value === value)?.[language] ?? value
    return (
      <div className="form-field">
        <span className="entry-fixed">{label[language]}</span>
        <b className="figures">{shown}</b>
      </div>
    )
  }
  if (choices) {
    return (
      <ChoiceField
        {...common}
        none={needed ? t.choose : t.none}
        value={value}
        options={choices.map(each => ({ value: each.value, name: each[language] }))}
        change={change}
      />
    )
  }
  return (
    <TextField
      {...common}
      kind={kind === 'rate' ? 'decimal' : kind === 'code' ? 'code' : 'text'}
      value={value}
      change={change}
    />
  )
}
