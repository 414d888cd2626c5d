import { Link } from '@tanstack/react-router'
import { grouped } from '../../../part/amount.ts'
import { Progress } from '../../../part/Progress.tsx'
import { Refusal } from '../../../part/Refusal.tsx'
import { StateMark } from '../../../part/StateMark.tsx'
import { useTitle } from '../../../part/title.ts'
import { useMay } from '../../../remote/session.ts'
import { useLanguage, useTexts } from '../../../text/language.tsx'
import '../works.css'
import { auditTexts, verifyTexts } from './audit.texts.ts'
import { useVerification } from './use-verification.ts'
import type { Walk } from './walk.ts'

const figure = (n: number) => grouped(String(n))

/** Checks the whole audit, part by part, and says in words what was found. */
export function VerifyPage() {
  const t = { ...useTexts(verifyTexts), audit: useTexts(auditTexts).title }
  useTitle(t.title)
  const { walk, error, start, stop } = useVerification()
  const isRunning = walk !== undefined && !walk.isDone && !walk.isStopped && !error
  return (
    <article data-testid="verification">
      <header className="record-head">
        <Link to="/admin/audit" data-back className="record-up">
          ← {t.audit}
        </Link>
        <h1>{t.title}</h1>
        <p className="second">{t.lead}</p>
      </header>
      <p className="record-ends">
        {isRunning ? (
          <button type="button" className="button" onClick={stop} data-testid="verify-stop">
            {t.stop}
          </button>
        ) : (
          <button type="button" className="button main" onClick={start} data-testid="verify-start">
            {walk ? t.again : t.start}
          </button>
        )}
      </p>
      {error ? <Refusal error={error} again={start} /> : null}
      {isRunning ? (
        <section className="sheet works-running">
          <p className="figures" role="status">
            {t.progress(figure(walk.upTo), figure(walk.last))}
          </p>
          <Progress share={walk.last > 0 ? walk.upTo / walk.last : undefined} label={t.title} />
        </section>
      ) : null}
      {walk?.isStopped ? <p className="second figures">{t.stopped(figure(walk.upTo))}</p> : null}
      {walk && (walk.isDone || walk.faults.length > 0) ? <Result walk={walk} /> : null}
    </article>
  )
}

function Result({ walk }: { walk: Walk }) {
  const t = useTexts(verifyTexts)
  const isWhole = walk.faults.length === 0
  return (
    <section className={`sheet verdict ${isWhole ? 'verdict-good' : 'verdict-bad'}`} data-testid="verdict">
      <h2 role="status">
        <StateMark state={isWhole ? 'done' : 'refused'}>{isWhole ? t.whole : t.broken}</StateMark>
      </h2>
      {isWhole ? null : <Faults walk={walk} />}
      <ul className="verdict-said figures">
        <li>{t.checked(figure(walk.events), figure(walk.blocks))}</li>
        <li>{t.anchored(figure(walk.anchored))}</li>
        {walk.unsealed > 0 ? <li>{t.unsealed(figure(walk.unsealed))}</li> : null}
      </ul>
      <p className="quiet figures">
        {t.key(walk.keyId)} · {t.took((walk.milliseconds / 1000).toFixed(1))}
      </p>
      <p className="quiet">{t.limits}</p>
    </section>
  )
}

/** Of thousands the first are the ones to begin with. */
const most = 50

function Faults({ walk }: { walk: Walk }) {
  const t = useTexts(verifyTexts)
  const { language } = useLanguage()
  const mayRead = useMay('kernel.audit.read')
  return (
    <>
      <p className="second figures">{t.faults(walk.faults.length)}</p>
      <ol className="faults" data-testid="faults">
        {walk.faults.slice(0, most).map(({ code, text, block, positions }, n) => (
          <li key={`${code} ${block}`}>
            {n === 0 ? <span className="tag">{t.first}</span> : null} <b>{text[language]}</b>
            <span className="figures"> · {t.inBlock(block)}</span>
            {positions?.length ? (
              <span className="figures">
                {' · '}
                {t.positions}{' '}
                {positions.slice(0, 10).map((position, at) => (
                  <span key={position}>
                    {at > 0 ? ', ' : ''}
                    {mayRead ? (
                      <Link to="/admin/audit/$position" params={{ position: String(position) }}>
                        {position}
                      </Link>
                    ) : (
                      position
                    )}
                  </span>
                ))}
              </span>
            ) : null}
            <span className="code quiet"> {code}</span>
          </li>
        ))}
      </ol>
      <p className="remark">
        <b>{t.what}</b> {t.todo}
      </p>
    </>
  )
}
