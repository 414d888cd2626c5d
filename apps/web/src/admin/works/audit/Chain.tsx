import { StateMark } from '../../../part/StateMark.tsx'
import { secondsOf } from '../../../part/time.ts'
import type { Answer } from '../../../remote/contracts.ts'
import { useMay } from '../../../remote/session.ts'
import { useTexts } from '../../../text/language.tsx'
import { auditTexts, eventTexts } from './audit.texts.ts'

type Event = Answer<'kernel.audit.event'>

/** Where in the chain a record stands, and whether its block is what was sealed. */
export function Chain({ event }: { event: Event }) {
  const t = { ...useTexts(auditTexts), ...useTexts(eventTexts) }
  const { block } = event
  const seesChain = useMay('kernel.audit.verify')
  return (
    <section className="sheet event-part" data-testid="event-chain">
      <h2>{t.chain}</h2>
      {block === undefined ? (
        <p className="second">{seesChain ? t.notSealed : t.notYours}</p>
      ) : (
        <>
          <p>
            <StateMark state={block.isWhole ? 'done' : 'refused'} />
            {block.isWhole ? t.whole : t.broken}
          </p>
          <p>
            <StateMark state={block.isAnchored ? 'done' : 'waits'} />
            {block.isAnchored ? t.anchored : t.notAnchored}
          </p>
          <dl className="chain-facts">
            <dt>{t.position}</dt>
            <dd className="figures">{event.position}</dd>
            <dt>{t.block}</dt>
            <dd className="figures">
              {block.number} · {t.inBlock}{' '}
              {t.ofBlock(event.position - block.from + 1, block.to - block.from + 1)}
            </dd>
            <dt>{t.sealedAt}</dt>
            <dd className="figures">{secondsOf(block.sealedAt)}</dd>
            <dt>{t.digest}</dt>
            <dd className="code">{event.digest}</dd>
            <dt>{t.root}</dt>
            <dd className="code">{block.root}</dd>
            <dt>{t.previous}</dt>
            <dd className="code">{block.previousRoot}</dd>
            <dt>{t.key}</dt>
            <dd className="code">{block.keyId}</dd>
          </dl>
        </>
      )}
      <details>
        <summary>{t.text}</summary>
        <pre className="code event-data">{event.text}</pre>
      </details>
    </section>
  )
}
