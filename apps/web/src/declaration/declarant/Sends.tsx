import { useTexts } from '../../text/language.tsx'
import { declarantTexts } from './declarant.texts.ts'

const kinds = ['CEB311', 'CEB411', 'CEB511', 'CEB303', 'CEB505', 'CEB403'] as const

interface Props {
  chosen: readonly string[]
  change: (chosen: readonly string[]) => void
}

/** Which of the messages on order, payment and waybill the party sends itself. */
export function Sends({ chosen, change }: Props) {
  const t = useTexts(declarantTexts)
  const turn = (kind: string) =>
    change(chosen.includes(kind) ? chosen.filter(each => each !== kind) : [...chosen, kind])
  return (
    <fieldset className="firm">
      <legend>{t.sends}</legend>
      <p className="firm-about">{t.sendsAbout}</p>
      <div className="sends">
        {kinds.map(kind => (
          <label key={kind} className="send">
            <input
              type="checkbox"
              className="choose"
              checked={chosen.includes(kind)}
              onChange={() => turn(kind)}
              data-testid={`sends-${kind}`}
            />
            {t[kind]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
