import { useTitle } from '../part/title.ts'
import { useTexts } from '../text/language.tsx'
import { Colours } from './Colours.tsx'
import { Forms } from './Forms.tsx'
import './guide.css'
import { guideTexts } from './guide.texts.ts'
import { Lists } from './Lists.tsx'
import { Numbers } from './Numbers.tsx'
import { RecordHead } from './RecordHead.tsx'
import { States } from './States.tsx'

const parts = [
  'colours',
  'states',
  'time',
  'strength',
  'numbers',
  'progress',
  'actions',
  'form',
  'list',
  'record',
] as const

/** Every part of the console in its states, as it is: for whoever builds a desk, and for whoever judges one. */
export function GuidePage() {
  const t = useTexts(guideTexts)
  useTitle(t.title)
  return (
    <div className="page guide">
      <header className="page-head">
        <h1>{t.title}</h1>
        <div className="lead">
          <p>{t.lead}</p>
        </div>
      </header>
      <nav aria-label={t.contents} className="guide-row">
        {parts.map(part => (
          <a key={part} href={`#${part}`}>
            {t[part]}
          </a>
        ))}
      </nav>
      <Colours />
      <States />
      <Numbers />
      <Forms />
      <Lists />
      <RecordHead />
    </div>
  )
}
