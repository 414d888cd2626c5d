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
  return (
    <search className="filters letter-filters">
      <input
        className="field"
        type="search"
        data-search
        aria-label={t.find}
        placeholder={t.findHint}
        value={wanted.q ?? ''}
        onChange={event => change({ q: event.target.value || undefined })}
      />
      <select
        className="field"
        aria-label={t.unit}
        value={wanted.unit ?? ''}
        onChange={event => change({ unit: event.target.value || undefined })}
      >
        <option value="">{t.everyUnit}</option>
        {letter.units.map(unit => (
          <option key={unit.id} value={unit.id}>
            {unit[language]}
          </option>
        ))}
      </select>
      <select
        className="field narrow-only"
        aria-label={t.contents}
        value={wanted.section ?? ''}
        onChange={event => change({ section: event.target.value || undefined })}
      >
        <option value="">{t.everySection}</option>
        {letter.sections.map(section => (
          <option key={section.id} value={section.id}>
            {section.id === '0' ? '' : `${section.id} `}
            {section[language]}
          </option>
        ))}
      </select>
      <select
        className="field"
        aria-label={t.state}
        value={wanted.state ?? ''}
        onChange={event => change({ state: rowStates.find(state => state === event.target.value) })}
      >
        <option value="">{`${t.state}${language === 'zh' ? '：' : ': '}${t.all}`}</option>
        {rowStates.map(state => (
          <option key={state} value={state}>
            {t[state]}
          </option>
        ))}
      </select>
      <span className="quiet figures" role="status" data-testid="letter-shown">
        {isNarrowed ? t.shown(shown, letter.rows.length) : null}
      </span>
      {isNarrowed ? (
        <button
          type="button"
          className="plain link"
          onClick={() => change({ q: undefined, unit: undefined, section: undefined, state: undefined })}
        >
          {t.clear}
        </button>
      ) : null}
    </search>
  )
}
