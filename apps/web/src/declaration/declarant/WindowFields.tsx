import { ChoiceField, TextField } from '../../form/fields.tsx'
import { useTexts } from '../../text/language.tsx'
import { declarantTexts } from './declarant.texts.ts'
import { type WindowDraft, windowNames } from './profile-draft.ts'

const isCode: ReadonlySet<string> = new Set(['copCode', 'creditCode', 'icCode', 'certificate'])

interface Props {
  window: WindowDraft
  change: (window: WindowDraft) => void
}

/** Who enters and declares customs declarations at the single window. */
export function WindowFields({ window, change }: Props) {
  const t = useTexts(declarantTexts)
  const choices: Readonly<Record<string, readonly { value: string; name: string }[]>> = {
    ediId: (['1', '3', '5', '6'] as const).map(value => ({ value, name: t[`edi${value}`] })),
    entryType: (['0', 'L', 'W', 'D', 'M'] as const).map(value => ({ value, name: t[`entry${value}`] })),
  }
  return (
    <fieldset className="firm">
      <legend>{t.window}</legend>
      <p className="firm-about">{t.windowAbout}</p>
      <div className="form-pair">
        {windowNames.map(name => {
          const common = {
            place: `/window/${name}`,
            label: t[name],
            value: window[name],
            change: (text: string) => change({ ...window, [name]: text }),
          }
          const options = choices[name]
          return options ? (
            <ChoiceField key={name} {...common} options={options} none={t.choose} />
          ) : (
            <TextField key={name} {...common} kind={isCode.has(name) ? 'code' : 'text'} />
          )
        })}
      </div>
    </fieldset>
  )
}
