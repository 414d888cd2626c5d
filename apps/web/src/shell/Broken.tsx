import { useTexts } from '../text/language.tsx'
import { isProgramGone } from './lazy-page.ts'
import { shellTexts } from './shell.texts.ts'

/** A page that threw: an exception is our fault, and nothing of the reader's is lost by it. */
export function Broken({ error }: { error: unknown }) {
  const t = useTexts(shellTexts)
  const isGone = error instanceof Error && isProgramGone(error)
  return (
    <div className="page">
      <div className="refusal" role="alert" data-testid="broken">
        <h1 className="title">{isGone ? t.goneTitle : t.brokeTitle}</h1>
        <p>{isGone ? t.goneRemedy : t.brokeRemedy}</p>
        <p className="code">{error instanceof Error ? error.message : String(error)}</p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {t.reload}
        </button>
      </div>
    </div>
  )
}
