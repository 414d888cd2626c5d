import { Amount } from '../part/Amount.tsx'
import { Fact } from '../part/Fact.tsx'
import { StateMark } from '../part/StateMark.tsx'
import { useTexts } from '../text/language.tsx'
import { guideTexts } from './guide.texts.ts'
import { Part } from './Part.tsx'

/** How the page of a record begins. */
export function RecordHead() {
  const t = useTexts(guideTexts)
  return (
    <Part id="record" name={t.record}>
      <div className="record-head">
        <a href="#record" className="record-up">
          ← {t.list}
        </a>
        <div className="record-top">
          <h3>
            D26112400000001 <StateMark state="runs">{t.runs}</StateMark>
          </h3>
          <dl className="sums">
            <div>
              <dt>
                {t.total} <span className="quiet">CNY</span>
              </dt>
              <dd className="figures">
                <Amount value="18204.11" />
              </dd>
            </div>
          </dl>
        </div>
        <dl className="facts">
          <Fact name={t.party}>{t.recordName}</Fact>
          <Fact name={t.day}>2026-11-24</Fact>
          <Fact name={t.kind}>
            <span className="tag">{t.kindB}</span>
          </Fact>
        </dl>
      </div>
      <p className="remark">{t.remark}</p>
    </Part>
  )
}
