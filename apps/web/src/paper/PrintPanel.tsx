import { useEffect, useId, useRef, useState } from 'react'
import { useCommand } from '../form/use-command.ts'
import { Asked } from '../part/Asked.tsx'
import { Refusal } from '../part/Refusal.tsx'
import type { Commands, Queries } from '../remote/calls/index.ts'
import { Refused } from '../remote/problem.ts'
import { useMay } from '../remote/session.ts'
import { useAsk } from '../remote/use-query.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { emptyTab, showPaper } from './open-paper.ts'
import { PrintedPapers } from './PrintedPapers.tsx'
import type { PaperSubject } from './PrintMenu.tsx'
import { paperTexts } from './paper.texts.ts'

type Offer = Queries['customs.paper.list']['answer']['offered'][number]
type Printed = Commands['customs.paper.print']['answer']
type Kind = Commands['customs.paper.print']['input']['kind']
const languages = ['zh', 'en', 'both'] as const

/** What can be printed, in which language, what a paper that was just printed lacks, and what was printed before. */
export function PrintPanel({ of }: { of: PaperSubject }) {
  const t = useTexts(paperTexts)
  const list = useAsk('customs.paper.list', of)
  const [spoken, setSpoken] = useState<(typeof languages)[number]>()
  const id = useId()
  const printing = usePrinting(of)
  return (
    <div className="print-panel" data-testid="print-panel">
      <Asked of={list} rows={3}>
        {({ offered, papers }) => (
          <>
            {offered.length === 0 ? <p className="quiet">{t.none}</p> : null}
            <ul className="print-offers">
              {offered.map(offer => (
                <OfferItem key={offer.kind} offer={offer} printing={printing} language={spoken} />
              ))}
            </ul>
            <p className="print-language">
              <label htmlFor={id}>{t.language}</label>
              <select
                id={id}
                className="field"
                value={spoken ?? ''}
                onChange={event => setSpoken(languages.find(each => each === event.target.value))}
                data-testid="print-language"
              >
                <option value="">{t.usual}</option>
                {languages.map(each => (
                  <option key={each} value={each}>
                    {t[each]}
                  </option>
                ))}
              </select>
            </p>
            {printing.isRunning ? <p role="status">{t.printing}</p> : null}
            {printing.printed ? <Outcome paper={printing.printed} /> : null}
            {printing.problem ? <Refusal error={new Refused(printing.problem)} /> : null}
            {papers.length > 0 ? <PrintedPapers papers={papers} /> : null}
          </>
        )}
      </Asked>
    </div>
  )
}

/** What was just printed: its code, and what it lacks. */
function Outcome({ paper }: { paper: Printed }) {
  const t = useTexts(paperTexts)
  const { language } = useLanguage()
  const lacks = paper.missing.map(each => each[language]).join(language === 'zh' ? '、' : ', ')
  return (
    <div role="status" className="print-outcome" data-testid="print-outcome">
      <p>
        {t.printed} · {t.code} <b className="code">{paper.code}</b>
      </p>
      {lacks ? (
        <p className="print-lacks" data-testid="print-lacks">
          {t.lacks(lacks)}
        </p>
      ) : null}
    </div>
  )
}

interface OfferProps {
  offer: Offer
  printing: Printing
  language: (typeof languages)[number] | undefined
}

function OfferItem({ offer, printing, language: spoken }: OfferProps) {
  const t = useTexts(paperTexts)
  const { language } = useLanguage()
  const mayPrint = useMay('customs.paper.print')
  const mayFull = useMay('customs.paper.full')
  const kind = offer.kind as Kind
  if (!mayPrint) return null
  return (
    <li>
      <button
        type="button"
        className="plain link"
        disabled={printing.isRunning}
        onClick={() => printing.print(kind, spoken, false)}
        data-testid={`print-${kind}`}
      >
        {offer.title[language]}
      </button>
      {offer.isPersonal && mayFull ? (
        <button
          type="button"
          className="plain link print-full"
          disabled={printing.isRunning}
          onClick={() => printing.print(kind, spoken, true)}
          title={t.fullAbout}
          data-testid={`print-full-${kind}`}
        >
          {t.full}
        </button>
      ) : null}
    </li>
  )
}

type Printing = ReturnType<typeof usePrinting>

/** Prints and shows the paper in a new tab; where it is refused the tab goes away again. */
function usePrinting(of: PaperSubject) {
  const plain = useCommand('customs.paper.print', ['customs.paper.'])
  const full = useCommand('customs.paper.full', ['customs.paper.'])
  const tab = useRef<Window | null>(null)
  const [printed, setPrinted] = useState<Printed>()
  const problem = plain.problem ?? full.problem
  useEffect(() => {
    if (problem) tab.current?.close()
  }, [problem])
  return {
    printed,
    problem,
    isRunning: plain.isRunning || full.isRunning,
    print(kind: Kind, language: (typeof languages)[number] | undefined, isFull: boolean) {
      tab.current = emptyTab()
      setPrinted(undefined)
      plain.forget()
      full.forget()
      const onSuccess = (paper: Printed) => {
        setPrinted(paper)
        void showPaper(paper.id, tab.current)
      }
      const spoken = language ? { language } : {}
      if (isFull && 'declaration' in of && (kind === 'declaration' || kind === 'list'))
        full.run({ declaration: of.declaration, kind, ...spoken }, { onSuccess })
      else plain.run({ ...of, kind, ...spoken }, { onSuccess })
    },
  }
}
