import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Progress } from '../part/Progress.tsx'
import { Refusal } from '../part/Refusal.tsx'
import { useTitle } from '../part/title.ts'
import { downloadAddress } from '../remote/call.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { Drop } from './Drop.tsx'
import './new.css'
import { newTexts } from './new.texts.ts'
import { Rates } from './Rates.tsx'
import { fxOf, isBook, type RateRow } from './rates.ts'
import { useHandIn } from './use-hand-in.ts'

/** A workbook goes in: file, the day whose law applies, rates of exchange. */
export function NewPlanPage() {
  const t = useTexts(newTexts)
  useTitle(t.title)
  const { language } = useLanguage()
  const [file, setFile] = useState<File>()
  const [date, setDate] = useState('')
  const [rates, setRates] = useState<readonly RateRow[]>([])
  const [fault, setFault] = useState<string>()
  const handIn = useHandIn()
  const choose = (chosen: File) => {
    setFault(isBook(chosen.name) ? undefined : t.wrongFormat(chosen.name))
    setFile(isBook(chosen.name) ? chosen : undefined)
    handIn.reset()
  }
  const start = () => {
    const given = fxOf(rates)
    if ('bad' in given) return setFault(t.badRate(given.bad.currency || given.bad.rate))
    setFault(undefined)
    if (file) handIn.start({ file, date: date || undefined, fx: given.fx })
  }
  const { stage } = handIn
  return (
    <div className="page new-plan">
      <header className="page-head">
        <h1>{t.title}</h1>
        <Link to="/plans" data-back>
          ← {t.back}
        </Link>
        <p className="lead">{t.lead}</p>
      </header>
      <Drop file={file} choose={choose} isBusy={stage !== undefined} />
      <p>
        <a
          href={downloadAddress('customs.plan.template', { lang: language })}
          data-testid="template"
          download
        >
          {t.template}
        </a>
        <span className="quiet">
          {language === 'zh' ? '，' : ', '}
          {t.templateAbout}
        </span>
      </p>
      <label className="new-field">
        <span>{t.date}</span>
        <input
          className="field figures"
          type="date"
          value={date}
          onChange={event => setDate(event.target.value)}
          data-testid="plan-date"
        />
        <span className="quiet">{t.dateAbout}</span>
      </label>
      <Rates rates={rates} change={setRates} />
      {fault ? (
        <p className="refusal" role="alert">
          {fault}
        </p>
      ) : null}
      {handIn.error ? <Refusal error={handIn.error} /> : null}
      {stage === undefined ? (
        <button
          type="button"
          className="button main new-start"
          disabled={!file}
          onClick={start}
          data-testid="plan-start"
        >
          {t.start}
        </button>
      ) : (
        <div className="new-running" role="status">
          <Progress share={stage === 'starting' ? undefined : stage} label={t.start} />
          <span className="figures">
            {stage === 'starting' ? t.starting : t.sending(Math.round(stage * 100))}
          </span>
          <button type="button" className="button" onClick={handIn.stop}>
            {t.stop}
          </button>
        </div>
      )}
    </div>
  )
}
