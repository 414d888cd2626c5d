import { ReasonAction } from '../../form/ReasonAction.tsx'
import { useCommand } from '../../form/use-command.ts'
import type { CountHead } from '../../remote/market.ts'
import { useTexts } from '../../text/language.tsx'
import { countsTexts } from './counts.texts.ts'

/** Gives a count up before it is posted. */
export function CancelCount({ count }: { count: CountHead }) {
  const t = useTexts(countsTexts)
  const cancel = useCommand('market.count.cancel', ['market.count.'])
  return (
    <div className="record-ends">
      <ReasonAction
        label={t.cancelCount}
        about={t.cancelAbout}
        problem={cancel.problem}
        isRunning={cancel.isRunning}
        act={(reason = '') => cancel.run({ count: count.id, reason })}
        testId="cancel"
      />
    </div>
  )
}
