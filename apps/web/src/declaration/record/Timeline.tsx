import { getRouteApi } from '@tanstack/react-router'
import { secondsOf } from '../../part/time.ts'
import type { DeclarationRead, TimelineEntry } from '../../remote/declarations.ts'
import { useMay } from '../../remote/session.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Part } from '../Part.tsx'
import { saidText } from '../said.ts'
import { MessageView } from './MessageView.tsx'
import { recordTexts } from './record.texts.ts'
import { counterTime, isRefusal, signatureOf } from './timeline.ts'

/** Everything that went out and came in, the latest last: when, what it is, what it says, how it is signed. */
export function Timeline({ declaration }: { declaration: DeclarationRead }) {
  const t = useTexts(recordTexts)
  // A message carries many records: that of this declaration is found in it by its number.
  const keyOf = ({ kind }: TimelineEntry) =>
    declaration.records
      .find(record => record.kind === kind)
      ?.key.filter(Boolean)
      .at(-1)
  return (
    <Part name={t.timeline}>
      <ol className="timeline" data-testid="timeline">
        {declaration.timeline.map(entry => (
          <Entry
            key={[entry.at, entry.what, entry.kind, entry.status, entry.time, entry.message].join(' ')}
            entry={entry}
            find={keyOf(entry)}
          />
        ))}
      </ol>
    </Part>
  )
}

/** The counter’s text says no more than the name of its status. */
const repeats = (info: string, { text, status }: TimelineEntry) =>
  saidText(info) === `${text?.zh}（${status}）`

const route = getRouteApi('/declarations/$id')

function Entry({ entry, find }: { entry: TimelineEntry; find: string | undefined }) {
  const t = useTexts(recordTexts)
  const { language } = useLanguage()
  const mayRead = useMay('customs.message.read')
  const { message: open } = route.useSearch()
  const navigate = route.useNavigate()
  const { what, kind, title, status, text, info, time, copies, isLate, message, sm3 } = entry
  const words = { made: t.made, sent: t.sent, packed: t.packed, receipt: t.receipt, held: t.heldEntry }
  // One message carries many records, one receipt answers one of them: an entry is open by both.
  const name = message && [message, kind, status].filter(Boolean).join('~')
  const isOpen = name !== undefined && open === name
  const signature = signatureOf(entry.signature)
  const className = [what === 'receipt' ? 'in' : '', isRefusal(entry) ? 'bad' : ''].join(' ').trim()
  return (
    <li className={className || undefined} data-what={what}>
      <span className="figures second">{secondsOf(entry.at)}</span>
      <div>
        <p className="entry-head">
          <b>{Object.hasOwn(words, what) ? words[what as keyof typeof words] : what}</b>
          {kind ? (
            <span>
              {title[language]} <span className="code quiet">{kind}</span>
            </span>
          ) : null}
          {text ? (
            <span>
              {text[language]} {status ? <span className="code quiet">{status}</span> : null}
            </span>
          ) : null}
        </p>
        {info && what === 'receipt' && !repeats(info, entry) ? <p>{saidText(info)}</p> : null}
        <p className="entry-more">
          {time ? <span>{t.counterTime(counterTime(time))}</span> : null}
          {copies && copies > 1 ? <span>{t.copies(copies)}</span> : null}
          {isLate ? <span>{t.lateReceipt}</span> : null}
          {signature ? <span>{t.algorithm(signature)}</span> : null}
          {sm3 ? (
            <span className="sm3" title={sm3}>
              SM3 <span className="code">{sm3.slice(0, 16)}…</span>
            </span>
          ) : null}
          {name && mayRead ? (
            <button
              type="button"
              className="plain link print-not"
              aria-expanded={isOpen}
              onClick={() =>
                navigate({
                  search: { message: isOpen ? undefined : name },
                  resetScroll: false,
                  replace: true,
                })
              }
              data-testid="see-message"
            >
              {isOpen ? t.closeMessage : t.seeMessage}
            </button>
          ) : null}
        </p>
      </div>
      {isOpen && message ? <MessageView id={message} find={find} /> : null}
    </li>
  )
}
