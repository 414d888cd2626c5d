import { getRouteApi } from '@tanstack/react-router'
import { Asked } from '../../part/Asked.tsx'
import { useTitle } from '../../part/title.ts'
import type { DeclarationRead } from '../../remote/declarations.ts'
import { useMay } from '../../remote/session.ts'
import { useAsk } from '../../remote/use-query.ts'
import { brisk, calm } from '../live.ts'
import { isCorrectable, isUnderWay } from '../words.ts'
import { Actions } from './Actions.tsx'
import { Correct } from './Correct.tsx'
import { Coverage } from './Coverage.tsx'
import { DeadlineList } from './DeadlineList.tsx'
import { Documents } from './Documents.tsx'
import { Head } from './Head.tsx'
import { Match } from './Match.tsx'
import { Obstacles } from './Obstacles.tsx'
import { Records } from './Records.tsx'
import { Taxes } from './Taxes.tsx'
import { Timeline } from './Timeline.tsx'

const route = getRouteApi('/declarations/$id')

/** One declaration: how it stands, what keeps it, what went out and came in, what may be done now. */
export function DeclarationPage() {
  const { id } = route.useParams()
  const declaration = useAsk(
    'customs.declaration.read',
    { id },
    { every: answer => (answer && isUnderWay(answer.state) ? brisk : calm()) },
  )
  return <Asked of={declaration}>{answer => <Whole declaration={answer} />}</Asked>
}

function Whole({ declaration }: { declaration: DeclarationRead }) {
  useTitle(declaration.number)
  const mayWrite = useMay('customs.declaration.write')
  const isOpen = isCorrectable(declaration.state)
  return (
    <>
      <Head declaration={declaration} />
      {isOpen && mayWrite ? (
        <Correct key={declaration.id} declaration={declaration} />
      ) : declaration.obstacleList.length > 0 ? (
        <section className="sheet obstacles">
          <Obstacles of={declaration.obstacleList} />
        </section>
      ) : null}
      {mayWrite ? <Actions key={declaration.stateAt} declaration={declaration} /> : null}
      <div className="columns">
        <div>
          <Timeline declaration={declaration} />
          <Match id={declaration.id} />
        </div>
        <div>
          <Records records={declaration.records} />
          <Documents id={declaration.id} />
          <Coverage coverage={declaration.coverage} />
          <DeadlineList deadlines={declaration.deadlines} />
          <Taxes declaration={declaration} />
        </div>
      </div>
    </>
  )
}
