import { type State, StateMark } from '../../part/StateMark.tsx'
import type { StockLine } from '../../remote/market.ts'
import { useTexts } from '../../text/language.tsx'
import { levelsTexts } from './levels.texts.ts'

const marks: Record<StockLine['state'], State> = { good: 'done', blocked: 'waits', expired: 'refused' }

/** Whether the goods may go out; why not, where they were blocked. */
export function StockState({ line }: { line: Pick<StockLine, 'state' | 'blocked'> }) {
  const t = useTexts(levelsTexts)
  return (
    <>
      <StateMark state={marks[line.state]}>{t[line.state]}</StateMark>
      {line.blocked ? <span className="unit">{line.blocked}</span> : null}
    </>
  )
}
