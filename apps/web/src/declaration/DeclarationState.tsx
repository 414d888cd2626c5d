import { StateMark } from '../part/StateMark.tsx'
import { useTexts } from '../text/language.tsx'
import { deskTexts } from './desk.texts.ts'
import { markOf, stateTexts, stateWord } from './words.ts'

interface Props {
  of: { readonly state: string; readonly isLate?: boolean; readonly isContradicted?: boolean }
}

/** How a declaration stands, in shape, colour and words; that it is late or contradicted comes with it. */
export function DeclarationState({ of: { state, isLate, isContradicted } }: Props) {
  const t = useTexts(stateTexts)
  const desk = useTexts(deskTexts)
  const more = isContradicted ? desk.contradicted : isLate ? desk.late : undefined
  return (
    <span className="declaration-state">
      <StateMark state={isContradicted ? 'refused' : isLate ? 'waits' : markOf(state)}>
        {stateWord(t, state)}
      </StateMark>
      {more ? <span className={isContradicted ? 'tag bad' : 'tag late'}>{more}</span> : null}
    </span>
  )
}
