import { Steps } from '../../chart/Steps.tsx'
import { grouped } from '../../part/amount.ts'
import { secondsOf } from '../../part/time.ts'
import type { StatementLine } from '../../remote/ledger.ts'
import { useTexts } from '../../text/language.tsx'
import { ledgerTexts } from '../ledger.texts.ts'

/** With fewer changes there is nothing to see. */
const FEWEST = 4

/** The balance after each change that is listed, drawn over time. */
export function BalanceLine({ lines }: { lines: readonly StatementLine[] }) {
  const t = useTexts(ledgerTexts)
  const sorted = lines.toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last || lines.length < FEWEST) return null
  const said = ({ at, standing }: StatementLine) => `${secondsOf(at)}  ${grouped(standing.balance)}`
  return (
    <Steps
      steps={sorted.map(({ at, standing }) => ({ at: Date.parse(at), value: Number(standing.balance) }))}
      label={`${t.balance}: ${said(first)} – ${said(last)}`}
      begin={said(first)}
      end={said(last)}
      testId="balance-line"
    />
  )
}
