import { useState } from 'react'
import { ChoiceField, TextField } from '../../form/fields.tsx'
import { ReasonAction } from '../../form/ReasonAction.tsx'
import { useCommand } from '../../form/use-command.ts'
import { Refusal } from '../../part/Refusal.tsx'
import type { StockLine, WriteOff } from '../../remote/market.ts'
import { Refused } from '../../remote/problem.ts'
import { useMay } from '../../remote/session.ts'
import { useTexts } from '../../text/language.tsx'
import { PaperFields } from '../PaperFields.tsx'
import { noPaper, paperAsked } from '../paper.ts'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames } from '../use-stock.ts'
import { lineTexts } from './line.texts.ts'

/** What may be done with goods where they lie: block them, let them go again, write them off. */
export function LineActions({ line }: { line: StockLine }) {
  const mayBlock = useMay('market.stock.block')
  const mayWriteOff = useMay('market.stock.writeOff')
  return (
    <div className="record-ends">
      {mayBlock && line.state === 'blocked' ? <Unblock line={line} /> : null}
      {mayBlock && line.state !== 'blocked' ? <Block line={line} /> : null}
      {mayWriteOff ? <WritingOff line={line} /> : null}
    </div>
  )
}

function Block({ line }: { line: StockLine }) {
  const t = { ...useTexts(stockTexts), ...useTexts(lineTexts) }
  const [which, setWhich] = useState<'' | 'line' | 'lot'>('line')
  const block = useCommand('market.stock.block', ['market.'])
  const of = which === 'lot' && line.lot ? { lot: line.lot.id } : { line: line.line }
  return (
    <ReasonAction
      label={t.block}
      about={t.blockAbout}
      problem={block.problem}
      isRunning={block.isRunning}
      act={(reason = '') => block.run({ ...of, reason })}
      testId="block"
    >
      {line.lot ? (
        <ChoiceField
          place="/lot"
          label={t.which}
          none={t.choose}
          value={which}
          options={[
            { value: 'line', name: t.thisLine },
            { value: 'lot', name: t.wholeLot },
          ]}
          change={setWhich}
        />
      ) : null}
    </ReasonAction>
  )
}

/** Whether the line or its lot is blocked is not told apart here: the other is tried where the one is not. */
function Unblock({ line }: { line: StockLine }) {
  const t = useTexts(lineTexts)
  const unblock = useCommand('market.stock.unblock', ['market.'])
  const unblockLot = useCommand('market.stock.unblock', ['market.'])
  const problem = unblockLot.problem ?? unblock.problem
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => unblock.run({ line: line.line })}
        disabled={unblock.isRunning}
        data-testid="unblock"
      >
        {t.unblock} · {t.thisLine}
      </button>
      {line.lot ? (
        <button
          type="button"
          className="button"
          onClick={() => unblockLot.run({ lot: line.lot!.id })}
          disabled={unblockLot.isRunning}
        >
          {t.unblock} · {t.wholeLot}
        </button>
      ) : null}
      {problem ? <Refusal error={new Refused(problem)} /> : null}
    </>
  )
}

const kinds = ['spoiled', 'expired', 'destroyed', 'damaged', 'lost'] as const

function WritingOff({ line }: { line: StockLine }) {
  const t = { ...useTexts(stockTexts), ...useTexts(lineTexts) }
  const names = useStockNames()
  const [typed, setTyped] = useState({ quantity: '', kind: '' as '' | WriteOff['kind'], paper: noPaper })
  const writeOff = useCommand('market.stock.writeOff', ['market.'])
  const send = (reason = '') =>
    writeOff.run(
      {
        line: line.line,
        quantity: typed.quantity.trim(),
        // An open choice goes as it is: the server names the field.
        kind: typed.kind as 'lost',
        reason,
        ...paperAsked(typed.paper),
      },
      { onSuccess: () => setTyped({ quantity: '', kind: '', paper: noPaper }) },
    )
  return (
    <ReasonAction
      label={t.writeOff}
      about={t.writeOffAbout}
      problem={writeOff.problem}
      isRunning={writeOff.isRunning}
      act={send}
      testId="write-off"
    >
      <div className="form-pair">
        <TextField
          place="/quantity"
          label={`${t.quantity}（${names.unit(line.unit)}）`}
          kind="decimal"
          isFirst
          value={typed.quantity}
          change={quantity => setTyped({ ...typed, quantity })}
          testId="write-off-quantity"
        />
        <ChoiceField
          place="/kind"
          label={t.kind}
          none={t.choose}
          value={typed.kind}
          options={kinds.map(value => ({ value, name: t[value] }))}
          change={kind => setTyped({ ...typed, kind })}
          testId="write-off-kind"
        />
      </div>
      <PaperFields
        kind={line.warehouseKind}
        movement="write_off"
        paper={typed.paper}
        change={paper => setTyped({ ...typed, paper })}
      />
    </ReasonAction>
  )
}
