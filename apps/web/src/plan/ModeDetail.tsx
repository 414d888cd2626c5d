import { useLanguage, useTexts } from '../text/language.tsx'
import { LineTaxes } from './LineTaxes.tsx'
import { orderTexts } from './order.texts.ts'
import type { InputOrder, ModeJson } from './order-json.ts'
import { documentName, wordFor } from './words.ts'

interface Props {
  mode: ModeJson
  input: InputOrder
  override: ((mode: string) => void) | undefined
}

/** A mode opened: why, what would open it, taxes line by line, papers, deadlines. */
export function ModeDetail({ mode, input, override }: Props) {
  const t = useTexts(orderTexts)
  const { language } = useLanguage()
  const { remedy, documents = [], deadlines = [] } = mode
  return (
    <div className="mode-detail" data-testid="mode-detail">
      <section>
        <h3>{t.reasons}</h3>
        <Reasons mode={mode} />
      </section>
      {remedy ? (
        <section className="mode-remedy">
          <h3>{t.remedy}</h3>
          <p>{remedy.code === 'split' ? t.split(remedy.declarations) : wordFor(remedy.what, language)}</p>
        </section>
      ) : null}
      {mode.lines && mode.lines.length > 0 ? (
        <section>
          <h3>{t.byLine}</h3>
          <LineTaxes mode={mode} input={input} />
        </section>
      ) : null}
      <div className="mode-papers">
        {documents.length > 0 ? (
          <section>
            <h3>{t.documents}</h3>
            <ul className="mode-documents">
              {documents.map(code => (
                <li key={code} className="tag">
                  {documentName(code, language)}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {deadlines.length > 0 ? (
          <section>
            <h3>{t.deadlines}</h3>
            <ul>
              {deadlines.map(({ what, from, until }) => (
                <li key={what}>
                  {wordFor(what, language)}{' '}
                  <span className="figures nowrap">
                    {from ? t.deadlineFrom(from, until) : t.until(until)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
      {override ? (
        <button
          type="button"
          className="button"
          onClick={() => override(mode.mode)}
          data-testid={`override-${mode.mode}`}
        >
          {t.override} …
        </button>
      ) : null}
    </div>
  )
}

function Reasons({ mode }: { mode: ModeJson }) {
  const t = useTexts(orderTexts)
  if (mode.reasons.length === 0) return <p className="quiet">{t.noReasons}</p>
  return (
    <ul className="mode-reasons">
      {mode.reasons.map(reason => (
        <li key={`${reason.code} ${reason.line ?? ''} ${reason.text}`} title={reason.code}>
          {reason.line ? <span className="tag">{t.line(reason.line)}</span> : null}
          <span>{reason.text}</span>
          {reason.source ? (
            <cite>
              {t.source}: {reason.source}
            </cite>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
