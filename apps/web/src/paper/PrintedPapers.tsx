import { ReasonAction } from '../form/ReasonAction.tsx'
import { useCommand } from '../form/use-command.ts'
import { type State, StateMark } from '../part/StateMark.tsx'
import { dayAndTime } from '../part/time.ts'
import { downloadAddress } from '../remote/call.ts'
import type { Queries } from '../remote/calls/index.ts'
import { useMay } from '../remote/session.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { emptyTab, showPaper } from './open-paper.ts'
import { paperTexts } from './paper.texts.ts'

type Paper = Queries['customs.paper.list']['answer']['papers'][number]

const marks: Readonly<Record<Paper['standing'], State>> = {
  current: 'done',
  superseded: 'idle',
  cancelled: 'refused',
  withdrawn: 'refused',
}

/** Papers that were printed, the last first: how each stands, and the very file again. */
export function PrintedPapers({ papers }: { papers: readonly Paper[] }) {
  const t = useTexts(paperTexts)
  return (
    <details className="print-before" data-testid="print-before">
      <summary>
        {t.before}（{papers.length}）
      </summary>
      <ul>
        {papers.map(paper => (
          <PrintedItem key={paper.id} paper={paper} />
        ))}
      </ul>
    </details>
  )
}

function PrintedItem({ paper }: { paper: Paper }) {
  const t = useTexts(paperTexts)
  const { language } = useLanguage()
  const mayWithdraw = useMay('customs.paper.print')
  const mayFull = useMay('customs.paper.full')
  const withdraw = useCommand('customs.paper.withdraw', ['customs.paper.'])
  const { id, title, code, standing, issuedAt, isFull } = paper
  const mayOpen = !isFull || mayFull
  return (
    <li data-testid="printed">
      <p>
        <b>{title[language]}</b> <StateMark state={marks[standing]}>{t[standing]}</StateMark>
      </p>
      <p className="second figures">
        <span className="code">{code}</span> · {dayAndTime(issuedAt)}
        {isFull ? ` · ${t.full}` : ''}
      </p>
      <p className="print-acts">
        {mayOpen ? (
          <>
            <button type="button" className="plain link" onClick={() => void showPaper(id, emptyTab())}>
              {t.open}
            </button>
            <a href={downloadAddress('customs.paper.fetch', { id })} download data-testid="printed-save">
              {t.save}
            </a>
          </>
        ) : null}
      </p>
      {standing === 'current' && mayWithdraw ? (
        <ReasonAction
          label={t.withdraw}
          about={t.withdrawAbout}
          problem={withdraw.problem}
          isRunning={withdraw.isRunning}
          act={reason => withdraw.run({ id, reason: reason ?? '' })}
          testId="printed-withdraw"
        />
      ) : null}
    </li>
  )
}
