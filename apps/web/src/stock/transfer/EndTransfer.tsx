import { useState } from 'react'
import { ChoiceField } from '../../form/fields.tsx'
import { ReasonAction } from '../../form/ReasonAction.tsx'
import { useCommand } from '../../form/use-command.ts'
import type { StockTransfer } from '../../remote/market.ts'
import { useMay, useWho } from '../../remote/session.ts'
import { useTexts } from '../../text/language.tsx'
import { PaperFields } from '../PaperFields.tsx'
import { noPaper, paperAsked } from '../paper.ts'
import { stockTexts } from '../stock.texts.ts'
import { useWarehouses } from '../use-stock.ts'
import { moveTexts } from './transfers.texts.ts'

/** The owner takes an order back before the goods leave; what is on the way and will not come is closed. */
export function EndTransfer({ transfer }: { transfer: StockTransfer }) {
  const t = useTexts(moveTexts)
  const { who } = useWho()
  const mayOrder = useMay('market.transfer.order')
  const cancel = useCommand('market.transfer.cancel', ['market.'])
  const isOwner = who?.party.id === transfer.owner
  return (
    <div className="record-ends">
      {transfer.state === 'ordered' && isOwner && mayOrder ? (
        <ReasonAction
          label={t.cancelOrder}
          about={t.cancelAbout}
          problem={cancel.problem}
          isRunning={cancel.isRunning}
          act={reason => cancel.run({ transfer: transfer.id, ...(reason ? { reason } : {}) })}
          testId="cancel"
        />
      ) : null}
      {transfer.state === 'dispatched' ? <Close transfer={transfer} /> : null}
    </div>
  )
}

/** That goods are lost is said by the owner or where they should have come; that they are back, where they left. */
function Close({ transfer }: { transfer: StockTransfer }) {
  const t = { ...useTexts(stockTexts), ...useTexts(moveTexts) }
  const { who } = useWho()
  const mayClose = useMay('market.transfer.close')
  const warehouses = useWarehouses()
  const close = useCommand('market.transfer.close', ['market.'])
  const [paper, setPaper] = useState(noPaper)
  const me = who?.party.id
  const outcomes = [
    ...(me === transfer.owner || me === transfer.toKeeper ? [{ value: 'lost' as const, name: t.lost }] : []),
    ...(me === transfer.fromKeeper ? [{ value: 'turned_back' as const, name: t.turnedBack }] : []),
  ]
  const [outcome, setOutcome] = useState<'' | 'lost' | 'turned_back'>(outcomes[0]?.value ?? '')
  if (!mayClose || outcomes.length === 0) return null
  const where = outcome === 'turned_back' ? transfer.from : transfer.to
  return (
    <ReasonAction
      label={t.close}
      about={t.closeAbout}
      problem={close.problem}
      isRunning={close.isRunning}
      act={(reason = '') =>
        close.run({ transfer: transfer.id, outcome: outcome as 'lost', reason, ...paperAsked(paper) })
      }
      testId="close"
    >
      <ChoiceField
        place="/outcome"
        label={t.outcome}
        none={t.choose}
        value={outcome}
        options={outcomes}
        change={setOutcome}
        testId="close-outcome"
      />
      <PaperFields
        kind={warehouses?.find(each => each.id === where)?.kind}
        movement={outcome === 'turned_back' ? 'turned_back' : 'transit_loss'}
        paper={paper}
        change={setPaper}
      />
    </ReasonAction>
  )
}
