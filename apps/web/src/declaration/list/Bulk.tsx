import type { Chosen } from '../../list/use-chosen.tsx'
import { command } from '../../remote/call.ts'
import type { Declaration } from '../../remote/declarations.ts'
import { useTexts } from '../../text/language.tsx'
import { declarationsTexts } from './list.texts.ts'
import { useEach } from './use-each.ts'

interface Props {
  rows: readonly Declaration[]
  chosen: Chosen<Declaration>
}

/** What may be done with all that are chosen; what was refused is named, the others are done. */
export function Bulk({ rows, chosen }: Props) {
  const t = useTexts(declarationsTexts)
  const each = useEach('customs.')
  const keys = [...chosen.keys]
  const names = new Map(rows.map(row => [row.id, row.number]))
  const { running, finished } = each
  if (keys.length === 0 && !running && !finished) return null
  return (
    <section className="bulk sheet" aria-label={t.chosen(keys.length)} data-testid="bulk">
      <p role="status">
        {finished ? t.done(finished.done) : null} {t.chosen(keys.length)}
      </p>
      {running ? (
        <button type="button" className="button" onClick={each.stop}>
          {t.running(running.done, running.of)}
        </button>
      ) : (
        <>
          <button
            type="button"
            className="button"
            disabled={keys.length === 0}
            onClick={() => each.start(keys, id => command('customs.declaration.resend', { id }))}
            data-testid="bulk-resend"
          >
            {t.resend}
          </button>
          <button
            type="button"
            className="button"
            disabled={keys.length === 0}
            title={t.retryAbout}
            onClick={() => each.start(keys, id => command('customs.declaration.amend', { id }))}
            data-testid="bulk-retry"
          >
            {t.retry}
          </button>
          <button type="button" className="plain link" onClick={chosen.none}>
            {t.none}
          </button>
        </>
      )}
      {finished && finished.refused.length > 0 ? (
        <div className="bulk-refused" role="alert" data-testid="bulk-refused">
          <p>{t.refusedOf(finished.refused.length)}</p>
          <ul>
            {finished.refused.slice(0, 20).map(({ key, title }) => (
              <li key={key}>
                <span className="figures">{names.get(key) ?? key}</span> {title}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}
