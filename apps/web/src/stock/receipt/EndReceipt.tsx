import { ReasonAction } from '../../form/ReasonAction.tsx'
import { useCommand } from '../../form/use-command.ts'
import type { Receipt } from '../../remote/market.ts'
import { useMay, useWho } from '../../remote/session.ts'
import { useTexts } from '../../text/language.tsx'
import { receiveTexts } from './receive.texts.ts'

/** The keeper closes a receipt when nothing more comes; the owner takes an announcement back before anything came. */
export function EndReceipt({ receipt, isKeeper }: { receipt: Receipt; isKeeper: boolean }) {
  const t = useTexts(receiveTexts)
  const { who } = useWho()
  const close = useCommand('market.receipt.close', ['market.'])
  const cancel = useCommand('market.receipt.cancel', ['market.'])
  const mayAnnounce = useMay('market.receipt.announce')
  const isOwner = who?.party.id === receipt.owner && mayAnnounce && receipt.state === 'announced'
  const input = (reason: string | undefined) => ({ receipt: receipt.id, ...(reason ? { reason } : {}) })
  return (
    <div className="record-ends">
      {isKeeper ? (
        <ReasonAction
          label={t.close}
          about={t.closeAbout}
          problem={close.problem}
          isRunning={close.isRunning}
          act={reason => close.run(input(reason))}
          testId="close"
        />
      ) : null}
      {isOwner ? (
        <ReasonAction
          label={t.cancel}
          about={t.cancelAbout}
          problem={cancel.problem}
          isRunning={cancel.isRunning}
          act={reason => cancel.run(input(reason))}
          testId="cancel"
        />
      ) : null}
    </div>
  )
}
