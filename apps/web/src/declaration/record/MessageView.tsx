import { useCommand } from '../../form/use-command.ts'
import { Asked } from '../../part/Asked.tsx'
import { grouped } from '../../part/amount.ts'
import { Fact } from '../../part/Fact.tsx'
import { Refusal } from '../../part/Refusal.tsx'
import { StateMark } from '../../part/StateMark.tsx'
import type { MessageRead } from '../../remote/declarations.ts'
import { Refused } from '../../remote/problem.ts'
import { useMay } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { indented } from './indented.ts'
import { Marked } from './Marked.tsx'
import { recordTexts } from './record.texts.ts'

/** A message as text, never as markup: who sent it to whom, its signature, what it says. */
export function MessageView({ id, find }: { id: string; find: string | undefined }) {
  const message = useAsk('customs.message.read', { id })
  const mayOpen = useMay('customs.message.open')
  const open = useCommand('customs.message.open', [])
  const t = useTexts(recordTexts)
  return (
    <div className="message-view" data-testid="message">
      <Asked of={message} rows={4}>
        {answer => (
          <>
            <Facts of={answer} />
            <Shown of={open.answer ?? answer} find={find} />
          </>
        )}
      </Asked>
      {mayOpen && open.answer === undefined ? (
        <p className="print-not">
          <button
            type="button"
            className="plain link"
            disabled={open.isRunning}
            onClick={() => open.run({ id })}
            data-testid="open-message"
          >
            {t.openNumbers}
          </button>
        </p>
      ) : null}
      {open.problem ? <Refusal error={new Refused(open.problem)} /> : null}
    </div>
  )
}

function Facts({ of }: { of: MessageRead }) {
  const t = useTexts(recordTexts)
  const { envelope, bytes, records, sm3 } = of
  return (
    <dl className="message-facts">
      {envelope ? (
        <>
          <Fact name={t.sender}>{envelope.sender}</Fact>
          <Fact name={t.receivers}>{envelope.receivers.join(', ')}</Fact>
        </>
      ) : null}
      <Fact name={t.size}>{t.sizeOf(grouped(String(bytes)), records)}</Fact>
      <Fact name="SM3">
        <span className="code sm3">{sm3}</span>
      </Fact>
      <Fact name={t.signature}>
        <Signature of={of} />
      </Fact>
    </dl>
  )
}

function Signature({ of: { signature, direction } }: { of: MessageRead }) {
  const t = useTexts(recordTexts)
  const { language } = useLanguage()
  if (!signature) return direction === 'out' ? t.unsigned : '—'
  const { algorithm, serial, isValid, fault } = signature
  return (
    <>
      {algorithm} {serial ? `· ${t.serial} ${serial}` : null}{' '}
      {isValid === undefined ? (
        <span className="second">{t.unverified}</span>
      ) : isValid ? (
        <StateMark state="done">{t.valid}</StateMark>
      ) : (
        <StateMark state="refused">
          {t.invalid} {fault?.[language]}
        </StateMark>
      )}
    </>
  )
}

function Shown({
  of: { xml, isMasked, isCut, kind, id },
  find,
}: {
  of: MessageRead
  find: string | undefined
}) {
  const t = useTexts(recordTexts)
  const notes = [isMasked ? t.masked : '', isCut ? t.cut : ''].filter(Boolean)
  return (
    <details open>
      <summary>
        {t.messageText} <span className="quiet">{notes.join(' · ')}</span>
      </summary>
      {/* What is downloaded is what is shown: the bytes as they were signed are in the proof. */}
      <p className="print-not">
        <a
          href={`data:application/xml;charset=utf-8,${encodeURIComponent(xml)}`}
          download={`${kind || 'message'}-${id}.xml`}
        >
          {t.download}
        </a>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className="message-xml" tabIndex={0} aria-label={t.messageText}>
        <pre data-testid="message-xml">
          <Marked text={indented(xml)} find={find} />
        </pre>
      </section>
    </details>
  )
}
