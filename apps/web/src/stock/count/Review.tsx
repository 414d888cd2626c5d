import { useState } from 'react'
import { Form } from '../../form/Form.tsx'
import { useCommand } from '../../form/use-command.ts'
import type { Column } from '../../list/column.ts'
import { Export } from '../../list/Export.tsx'
import { Table } from '../../list/Table.tsx'
import { Amount } from '../../part/Amount.tsx'
import { Asked } from '../../part/Asked.tsx'
import { signOf } from '../../part/decimal.ts'
import type { CountHead, CountReview } from '../../remote/market.ts'
import { useMay } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { GoodsName } from '../GoodsName.tsx'
import { PaperFields } from '../PaperFields.tsx'
import { noPaper, paperAsked } from '../paper.ts'
import { stockTexts } from '../stock.texts.ts'
import { useStockNames, useWarehouses } from '../use-stock.ts'
import { countsTexts } from './counts.texts.ts'

/** What was expected, counted and differs; for whoever may, its approval. */
export function Review({ count }: { count: CountHead }) {
  const t = useTexts(countsTexts)
  const review = useAsk('market.count.review', { count: count.id })
  const columns = useReviewColumns()
  return (
    <section aria-label={t.review}>
      <Asked of={review}>
        {({ lines }) => (
          <>
            <div className="section-head">
              <h2>{t.review}</h2>
              <Export name={`${count.number} ${t.review}`} columns={columns} rows={lines} />
            </div>
            <Table
              label={t.review}
              columns={columns}
              rows={lines}
              keyOf={line => String(line.line)}
              testId="review"
            />
          </>
        )}
      </Asked>
      {count.state === 'counted' ? <Approve count={count} /> : null}
    </section>
  )
}

type Line = CountReview['lines'][number]

function useReviewColumns(): Column<Line>[] {
  const t = { ...useTexts(stockTexts), ...useTexts(countsTexts) }
  const names = useStockNames()
  const amount = (
    key: 'expected' | 'first' | 'second' | 'movedSince',
    narrow: Column<Line>['narrow'],
  ): Column<Line> => ({
    key,
    head: t[key],
    kind: 'number',
    text: line => line[key] ?? '',
    cell: line => <Amount value={line[key]} />,
    narrow,
  })
  return [
    {
      key: 'goods',
      head: t.article,
      text: line => line.sku,
      cell: line => <GoodsName sku={line.sku} name={names.article(line.article)} />,
      narrow: 'title',
    },
    { key: 'lot', head: t.lot, kind: 'figures', text: line => line.lot ?? '', narrow: 'left' },
    { key: 'unit', head: t.unit, text: line => names.unit(line.unit), narrow: 'mark' },
    amount('expected', 'right'),
    amount('first', 'left'),
    amount('second', 'right'),
    {
      key: 'difference',
      head: t.difference,
      kind: 'number',
      text: line => line.difference,
      cell: ({ difference }) =>
        signOf(difference) === 0 ? (
          <Amount value={difference} />
        ) : (
          <b>
            <Amount value={difference} signed />
          </b>
        ),
      narrow: 'left',
    },
    amount('movedSince', 'right'),
  ]
}

function Approve({ count }: { count: CountHead }) {
  const t = useTexts(countsTexts)
  const mayApprove = useMay('market.count.approve')
  const kind = useWarehouses()?.find(each => each.id === count.warehouse)?.kind
  const [paper, setPaper] = useState(noPaper)
  const approve = useCommand('market.count.approve', ['market.'])
  if (!mayApprove) return null
  return (
    <div className="receive">
      <Form
        problem={approve.problem}
        send={() => approve.run({ count: count.id, ...paperAsked(paper) })}
        testId="approve"
        actions={
          <button
            type="submit"
            className="button main"
            disabled={approve.isRunning}
            data-testid="approve-send"
          >
            {t.approve}
          </button>
        }
      >
        <p className="second">{t.approveAbout}</p>
        <PaperFields kind={kind} movement="count" paper={paper} change={setPaper} />
      </Form>
    </div>
  )
}
