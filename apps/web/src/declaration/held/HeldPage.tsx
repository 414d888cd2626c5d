import { ReasonAction } from '../../form/ReasonAction.tsx'
import { useCommand } from '../../form/use-command.ts'
import type { Column } from '../../list/column.ts'
import { Export } from '../../list/Export.tsx'
import { Listed } from '../../list/Listed.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { Table } from '../../list/Table.tsx'
import { usePages } from '../../list/use-pages.ts'
import { dayAndTime } from '../../part/time.ts'
import { useTitle } from '../../part/title.ts'
import type { HeldReceipt } from '../../remote/declarations.ts'
import { useMay } from '../../remote/session.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { calm } from '../live.ts'
import { heldTexts } from './held.texts.ts'

const limit = 100

/** Receipts that fit no record here, each with the reason; whoever may says what was done about it. */
export function HeldPage() {
  const t = useTexts(heldTexts)
  useTitle(t.title)
  const { language } = useLanguage()
  const maySettle = useMay('customs.receipt.settle')
  const receipts = usePages<'customs.receipt.held', HeldReceipt>(
    'customs.receipt.held',
    { limit },
    {
      rows: answer => answer.receipts,
      next: ({ receipts: rows }) => (rows.length === limit ? rows.at(-1)!.id : undefined),
      every: calm,
      isCalm: true,
    },
  )
  const columns: Column<HeldReceipt>[] = [
    { key: 'kind', head: t.kind, kind: 'code', text: row => row.kind, narrow: 'title' },
    {
      key: 'key',
      head: t.key,
      kind: 'figures',
      text: row => row.key.filter(Boolean).join(' '),
      className: 'breaks',
    },
    { key: 'status', head: t.status, kind: 'code', text: row => row.status, narrow: 'mark' },
    { key: 'reason', head: t.reason, text: row => row.text[language] },
    { key: 'info', head: t.info, text: row => row.info ?? '', className: 'breaks' },
    { key: 'at', head: t.at, kind: 'figures', text: row => dayAndTime(row.at), className: 'nowrap second' },
  ]
  const settle: Column<HeldReceipt> = {
    key: 'settle',
    head: t.settle,
    text: () => '',
    cell: row => <Settle id={row.id} />,
  }
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        tools={receipts.rows?.length ? <Export name={t.title} columns={columns} rows={receipts.all} /> : null}
      />
      <Listed of={receipts} empty={t.nothing}>
        {rows => (
          <Table
            label={t.title}
            columns={maySettle ? [...columns, settle] : columns}
            rows={rows}
            keyOf={row => row.id}
            testId="held"
          />
        )}
      </Listed>
    </>
  )
}

function Settle({ id }: { id: string }) {
  const t = useTexts(heldTexts)
  const settle = useCommand('customs.receipt.settle', ['customs.receipt.', 'customs.declaration.status'])
  return (
    <ReasonAction
      label={t.settle}
      about={t.settleAbout}
      problem={settle.problem}
      isRunning={settle.isRunning}
      act={reason => settle.run({ id, reason: reason ?? '' })}
      testId="settle"
    />
  )
}
