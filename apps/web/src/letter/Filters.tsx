import { Choice } from '../list/Choice.tsx'
import { Filters as Bar } from '../list/Filters.tsx'
import { Search } from '../list/Search.tsx'
import type { Letter } from '../remote/contracts.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { letterTexts } from './letter.texts.ts'
import type { Wanted } from './select.ts'
import { rowStates } from './states.ts'

interface Props {
  letter: Letter
  wanted: Wanted
  change: (part: Wanted) => void
  shown: number
}

/** Words, unit, state; on a phone the sections as well, whose list has no room there. */
export function Filters({ letter, wanted, change, shown }: Props) {
  const t = useTexts(letterTexts)
  const { language } = useLanguage()
  const isNarrowed = Boolean(wanted.q || wanted.unit || wanted.section || wanted.state)
  const named = (id: string, name: string) => ({ value: id, name: id === '0' ? name : `${id} ${name}` })
  return (
    <Bar
      className="letter-filters"
      shown={isNarrowed ? t.shown(shown, letter.rows.length) : ''}
      clear={isNarrowed ? () => change(everything) : undefined}
      testId="letter-shown"
    >
      <Search label={t.find} hint={t.findHint} value={wanted.q} change={q => change({ q })} />
      <Choice
        label={t.unit}
        every={t.everyUnit}
        value={wanted.unit}
        options={letter.units.map(unit => ({ value: unit.id, name: unit[language] }))}
        change={unit => change({ unit })}
      />
      <Choice
        label={t.contents}
        every={t.everySection}
        value={wanted.section}
        options={letter.sections.map(section => named(section.id, section[language]))}
        change={section => change({ section })}
        className="narrow-only"
      />
      <Choice
        label={t.state}
        every={`${t.state}${language === 'zh' ? '：' : ': '}${t.all}`}
        value={wanted.state}
        options={rowStates.map(state => ({ value: state, name: t[state] }))}
        change={state => change({ state })}
      />
    </Bar>
  )
}

export const everything = { q: undefined, unit: undefined, section: undefined, state: undefined }
