import { useCommand } from '../../form/use-command.ts'
import { Refusal } from '../../part/Refusal.tsx'
import type { Hold } from '../../remote/market.ts'
import { Refused } from '../../remote/problem.ts'
import { useTexts } from '../../text/language.tsx'
import { stockHoldsTexts } from './holds.texts.ts'

/** The owner gives back what is still held. */
export function Release({ hold }: { hold: Hold }) {
  const t = useTexts(stockHoldsTexts)
  const release = useCommand('market.hold.release', ['market.'])
  return (
    <div className="record-ends">
      <button
        type="button"
        className="button"
        onClick={() => release.run({ hold: hold.id })}
        disabled={release.isRunning}
        data-testid="release"
      >
        {t.releaseAll}
      </button>
      {release.problem ? <Refusal error={new Refused(release.problem)} /> : null}
    </div>
  )
}
