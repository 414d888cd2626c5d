import type { ReactNode } from 'react'
import { TextField } from '../../form/fields.tsx'
import { useTexts } from '../../text/language.tsx'
import { declarantTexts } from './declarant.texts.ts'
import type { FirmDraft } from './profile-draft.ts'

interface Props {
  place: string
  title: string
  about: string
  firm: { readonly code: string; readonly name: string; readonly creditCode?: string }
  change: (firm: FirmDraft) => void
  children?: ReactNode
}

/** A firm as the customs knows it: its code and its registered name. */
export function FirmFields({ place, title, about, firm, change, children }: Props) {
  const t = useTexts(declarantTexts)
  const whole = { creditCode: '', ...firm }
  return (
    <fieldset className="firm">
      <legend>{title}</legend>
      <p className="firm-about">{about}</p>
      <div className="form-pair">
        <TextField
          place={`${place}/code`}
          label={t.code}
          kind="code"
          value={firm.code}
          change={code => change({ ...whole, code })}
          testId={`declarant${place}/code`}
        />
        <TextField
          place={`${place}/name`}
          label={t.name}
          value={firm.name}
          change={name => change({ ...whole, name })}
          testId={`declarant${place}/name`}
        />
        {firm.creditCode === undefined ? null : (
          <TextField
            place={`${place}/creditCode`}
            label={t.creditCode}
            kind="code"
            value={firm.creditCode}
            change={creditCode => change({ ...whole, creditCode })}
          />
        )}
        {children}
      </div>
    </fieldset>
  )
}
