import { Fact } from '../part/Fact.tsx'
import { type State, StateMark } from '../part/StateMark.tsx'
import { dayAndTime } from '../part/time.ts'
import type { Queries } from '../remote/calls/index.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { checkTexts } from './check.texts.ts'
import { FileCheck } from './FileCheck.tsx'

type Paper = NonNullable<Queries['kernel.paper.check']['answer']['paper']>

const marks: Readonly<Record<Paper['standing'], State>> = {
  current: 'done',
  superseded: 'waits',
  cancelled: 'refused',
  withdrawn: 'refused',
}

/** How it stands with a paper, what it is, and whether a file is the one that was issued. */
export function CheckedPaper({ paper }: { paper: Paper }) {
  const t = useTexts(checkTexts)
  const { language } = useLanguage()
  const { standing, reason, endedAt, issuer, title, number, issuedAt, facts, pages, bytes } = paper
  return (
    <>
      <div
        className={`public-answer is-${marks[standing]}`}
        role="status"
        data-testid="check-answer"
        data-answer={standing}
      >
        <p className="public-word">
          <StateMark state={marks[standing]}>{t[standing]}</StateMark>
        </p>
        {reason ? (
          <p>
            {t.reason}
            {language === 'zh' ? '：' : ': '}
            {reason}
          </p>
        ) : null}
        {endedAt ? (
          <p className="second">
            {t.endedAt} {dayAndTime(endedAt)}
          </p>
        ) : null}
      </div>
      <section className="sheet public-sheet">
        <dl className="public-facts" data-testid="check-facts">
          <Fact name={t.kind}>{title[language]}</Fact>
          <Fact name={t.issuer}>{issuer[language]}</Fact>
          <Fact name={t.number}>{number}</Fact>
          <Fact name={t.issuedAt}>{dayAndTime(issuedAt)}</Fact>
          {facts.map(({ title: name, value }) => (
            <Fact key={name.zh} name={name[language]}>
              {typeof value === 'string' ? value : value[language]}
            </Fact>
          ))}
          <Fact name={t.pages}>{pages}</Fact>
        </dl>
      </section>
      <FileCheck key={paper.code} sha256={paper.sha256} />
      <details className="sheet public-sheet more">
        <summary>{t.digests}</summary>
        <dl className="public-facts">
          <Fact name="SHA-256">
            <span className="code public-digest">{paper.sha256}</span>
          </Fact>
          <Fact name="SM3">
            <span className="code public-digest">{paper.sm3}</span>
          </Fact>
          <Fact name={t.bytes}>{bytes}</Fact>
        </dl>
      </details>
    </>
  )
}
