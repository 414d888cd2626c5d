import { share } from '../part/amount.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import type { Figure, Part, Place } from './figures.ts'
import { Records } from './Records.tsx'
import { wallTexts } from './wall.texts.ts'
import { amountText, partName } from './words.ts'

interface Props {
  figure: Figure
  /** Columns beside the name, by their place among the series; the first one's length is drawn. */
  columns: readonly number[]
  places?: ReadonlyMap<string, Place>
  head: string
  testId: string
}

/** A figure's parts, the largest first, each with the length of its share; names open the records. */
export function Ranking({ figure, columns, places, head, testId }: Props) {
  const t = useTexts(wallTexts)
  const { language } = useLanguage()
  const most = figure.parts[0]?.values[columns[0] ?? 0] ?? '0'
  if (figure.parts.length === 0) return <p className="wall-nothing">{t.nothing}</p>
  const none = figure.keys === 'country' ? t.severalCountries : t.noMode
  const cell = (part: Part, n: number) => {
    const unit = figure.series[n]?.unit ?? figure.unit
    const value = part.values[n] ?? '0'
    return (
      <td key={n} className="num figures" title={amountText(value, unit, language, true)}>
        {amountText(value, unit, language)}
      </td>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys.
    <section className="ranking" tabIndex={0} aria-label={figure.name[language]}>
      <table data-testid={testId}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {columns.map(n => (
              <th key={n} scope="col" className="num">
                {figure.series[n]?.name[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figure.parts.map(part => (
            <tr key={part.key} data-key={part.key}>
              <th scope="row">
                <Records to={part.records ?? figure.records}>
                  {partName(figure, part, language, { places, none })}
                </Records>
                <span className="share" aria-hidden="true">
                  <i style={{ width: `${share(part.values[columns[0] ?? 0] ?? '0', most)}%` }} />
                </span>
              </th>
              {columns.map(n => cell(part, n))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
