import type { Letter } from '../remote/contracts.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { letterTexts } from './letter.texts.ts'
import { selectRows, type Wanted } from './select.ts'

/** The letter's sections with their numbers of rows; a choice narrows the letter to it. */
export function Contents(props: { letter: Letter; wanted: Wanted; change: (part: Wanted) => void }) {
  const { letter, wanted, change } = props
  const t = useTexts(letterTexts)
  const { language } = useLanguage()
  const count = (section: string | undefined) => selectRows(letter, { ...wanted, section }, language).length
  const items = [
    { id: undefined, name: t.everySection, in: undefined },
    ...letter.sections.map(one => ({ id: one.id, name: one[language], in: one.in })),
  ]
  return (
    <nav className="letter-contents" aria-label={t.contents}>
      <h2>{t.contents}</h2>
      <ol>
        {items.map(item => (
          <li key={item.id ?? ''} className={item.in ? 'within' : undefined}>
            <button
              type="button"
              aria-current={wanted.section === item.id ? 'true' : undefined}
              onClick={() => change({ section: item.id })}
              className={count(item.id) === 0 ? 'none' : undefined}
            >
              <span className="letter-contents-name">
                {item.id && item.id !== '0' ? <i>{item.id}</i> : null}
                {item.name}
              </span>
              <span className="figures">{count(item.id)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
