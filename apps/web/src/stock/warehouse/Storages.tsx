import { useState } from 'react'
import { Form } from '../../form/Form.tsx'
import { TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import type { Column } from '../../list/column.ts'
import { Table } from '../../list/Table.tsx'
import { Asked } from '../../part/Asked.tsx'
import { Refusal } from '../../part/Refusal.tsx'
import { type State, StateMark } from '../../part/StateMark.tsx'
import { dayAndTime } from '../../part/time.ts'
import type { Storage, Warehouse } from '../../remote/market.ts'
import { Refused } from '../../remote/problem.ts'
import { useMay, useWho } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames } from '../use-stock.ts'
import { warehousesTexts } from './warehouses.texts.ts'

const stateOf: Record<Storage['state'], State> = { offered: 'waits', agreed: 'done', ended: 'idle' }

/** Whose goods the warehouse keeps: offered by the keeper, agreed to by the owner, ended by either. */
export function Storages({ warehouse }: { warehouse: Warehouse }) {
  const t = { ...useTexts(stockTexts), ...useTexts(warehousesTexts) }
  const storages = useAsk('market.storage.list', { warehouse: warehouse.id })
  const columns = useStorageColumns(t)
  const { who } = useWho()
  const mayKeep = useMay('market.warehouse.keep')
  return (
    <section aria-label={t.storages} className="storages">
      <h2>{t.storages}</h2>
      <Asked of={storages}>
        {answer => (
          <Table
            label={t.storages}
            columns={columns}
            rows={answer.storages}
            keyOf={each => each.owner}
            testId="storages"
          />
        )}
      </Asked>
      {who?.party.id === warehouse.keeper && mayKeep ? <Offer warehouse={warehouse} /> : null}
    </section>
  )
}

type T = ReturnType<typeof useTexts<typeof stockTexts>> & ReturnType<typeof useTexts<typeof warehousesTexts>>

function useStorageColumns(t: T): Column<Storage>[] {
  const names = useStockNames()
  return [
    { key: 'owner', head: t.owner, text: each => names.party(each.owner), narrow: 'title' },
    {
      key: 'state',
      head: t.state,
      text: each => t[each.state],
      cell: each => <StateMark state={stateOf[each.state]}>{t[each.state]}</StateMark>,
      narrow: 'mark',
    },
    { key: 'since', head: t.since, kind: 'figures', text: each => dayAndTime(each.at), narrow: 'left' },
    { key: 'act', head: '', text: () => '', cell: each => <Actions storage={each} />, narrow: 'right' },
  ]
}

function Actions({ storage }: { storage: Storage }) {
  const t = useTexts(warehousesTexts)
  const { who } = useWho()
  const agree = useCommand('market.storage.agree', ['market.'])
  const end = useCommand('market.storage.end', ['market.'])
  const { warehouse, owner } = storage
  const isOwner = who?.party.id === owner
  const problem = agree.problem ?? end.problem
  if (storage.state === 'ended') return null
  return (
    <>
      {storage.state === 'offered' && isOwner ? (
        <button
          type="button"
          className="plain link"
          onClick={() => agree.run({ warehouse })}
          data-testid="agree"
        >
          {t.agree}
        </button>
      ) : (
        <button type="button" className="plain link" onClick={() => end.run({ warehouse, owner })}>
          {t.end}
        </button>
      )}
      {problem ? <Refusal error={new Refused(problem)} /> : null}
    </>
  )
}

function Offer({ warehouse }: { warehouse: Warehouse }) {
  const t = useTexts(warehousesTexts)
  const [owner, setOwner] = useState('')
  const offer = useCommand('market.storage.offer', ['market.storage.'])
  return (
    <div className="sheet form-sheet">
      <Form
        problem={offer.problem}
        send={() =>
          offer.run({ warehouse: warehouse.id, owner: owner.trim() }, { onSuccess: () => setOwner('') })
        }
        actions={
          <button type="submit" className="button" disabled={offer.isRunning} data-testid="offer-send">
            {t.offer}
          </button>
        }
      >
        <TextField
          place="/owner"
          label={t.offerTo}
          about={t.offerAbout}
          kind="code"
          value={owner}
          change={setOwner}
          testId="offer-owner"
        />
      </Form>
    </div>
  )
}
