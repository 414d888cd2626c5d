import { Amount } from '../../part/Amount.tsx'
import { type State, StateMark } from '../../part/StateMark.tsx'
import type { DeclarationRead } from '../../remote/declarations.ts'
import { useTexts } from '../../text/language.tsx'
import { Part } from '../Part.tsx'
import { wordIn } from '../words.ts'
import { coverTexts } from './cover.texts.ts'

const marks: Readonly<Record<string, State>> = {
  held: 'runs',
  called: 'waits',
  written_off: 'done',
  short: 'refused',
  free: 'done',
}

/** What it rests on: the guarantee of its taxes, the lines of the bonded book. */
export function Coverage({ coverage }: Pick<DeclarationRead, 'coverage'>) {
  const t = useTexts(coverTexts)
  if (coverage.length === 0) return null
  return (
    <Part name={t.title} testId="coverage">
      <ul className="deadline-list">
        {coverage.map(({ kind, number, line, state, held, missing }) => (
          <li key={`${kind} ${number} ${line ?? ''}`}>
            <span>
              {t[kind]} <span className="figures">{number}</span> {line ? `#${line}` : ''}
            </span>
            <StateMark state={marks[state] ?? 'idle'}>{wordIn(t as never, state)}</StateMark>
            {held === undefined ? null : (
              <span className="source figures">
                {t.heldOf} <Amount value={held} />
                {missing ? (
                  <>
                    {' '}
                    · {t.missing} <Amount value={missing} />
                  </>
                ) : null}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}
