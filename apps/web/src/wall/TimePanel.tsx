import { useMemo, useState } from 'react'
import { Chart } from '../chart/Chart.tsx'
import type { ChartData } from '../chart/data.ts'
import { shortNumber } from '../chart/short.ts'
import type { Scheme } from '../look/scheme.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { type Bucket, bucketsOf } from './buckets.ts'
import type { Figure } from './figures.ts'
import { Records, useOpen } from './Records.tsx'
import { wallTexts } from './wall.texts.ts'
import { amountText } from './words.ts'

/** A figure over time, as columns or as a table; a column opens its records where there is a list of just them. */
export function TimePanel({ figure, scheme }: { figure: Figure; scheme: Scheme }) {
  const t = useTexts(wallTexts)
  const { language } = useLanguage()
  const [isTable, setTable] = useState(false)
  const [at, setAt] = useState<number>()
  const open = useOpen()
  const buckets = useMemo(() => bucketsOf(figure), [figure])
  const data = useMemo(() => dataOf(figure, buckets, language), [figure, buckets, language])
  const id = figure.key.replaceAll('.', '-')
  const bucket = at === undefined ? undefined : buckets[at]
  const most = Math.max(...buckets.map(({ part }) => Number(part?.values[0] ?? 0)))
  const said = (value: string, n: number) =>
    amountText(value, figure.series[n]?.unit ?? figure.unit, language, true)
  const total = said(figure.value, 0)
  return (
    <section className="wall-panel wall-time" aria-labelledby={id} data-testid={`panel-${id}`}>
      <h2 id={id}>
        <Records to={figure.records} className="wall-name" title={figure.about[language]}>
          {figure.name[language]}
        </Records>
        <b className="figures wall-total" title={total}>
          {amountText(figure.value, figure.unit, language)}
        </b>
        <span className="wall-said" aria-hidden="true">
          {bucket ? (
            `${bucket.label} ${said(bucket.part?.values[0] ?? '0', 0)}`
          ) : (
            <Legend figure={figure} data={data} />
          )}
        </span>
        <button type="button" className="button" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {isTable ? t.asChart : t.asTable}
        </button>
      </h2>
      {isTable ? (
        <TimeTable figure={figure} buckets={buckets} />
      ) : (
        <Chart
          data={data}
          label={t.chartOf(figure.name[language], total, amountText(String(most), figure.unit, language))}
          onPoint={setAt}
          onOpen={n => open(buckets[n]?.part?.records ?? figure.records)}
          scheme={scheme}
        />
      )}
    </section>
  )
}

/** Only series of one unit are drawn at one axis; the table has all. */
function dataOf(figure: Figure, buckets: readonly Bucket[], language: 'zh' | 'en'): ChartData {
  const unit = figure.series[0]?.unit
  return {
    labels: buckets.map(each => each.label),
    series: figure.series.flatMap((each, n) =>
      each.unit === unit
        ? [{ name: each.name[language], values: buckets.map(({ part }) => Number(part?.values[n] ?? 0)) }]
        : [],
    ),
    short: value => shortNumber(value, language),
  }
}

function Legend({ figure, data }: { figure: Figure; data: ChartData }) {
  const { language } = useLanguage()
  const { period } = figure
  if (data.series.length < 2)
    return period && period.from !== period.to ? `${period.from} – ${period.to}` : null
  return data.series.map(({ name }, n) => (
    <span
      key={name}
      className={n === 0 ? 'legend first' : 'legend second'}
      lang={language === 'zh' ? 'zh-CN' : 'en'}
    >
      {name}
    </span>
  ))
}

function TimeTable({ figure, buckets }: { figure: Figure; buckets: readonly Bucket[] }) {
  const t = useTexts(wallTexts)
  const { language } = useLanguage()
  const shown = buckets.filter(each => each.part)
  if (shown.length === 0) return <p className="wall-nothing">{t.nothing}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys.
    <section className="ranking" tabIndex={0} aria-label={figure.name[language]}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.time}</th>
            {figure.series.map(({ name }) => (
              <th key={name.en} scope="col" className="num">
                {name[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.reverse().map(({ key, label, part }) => (
            <tr key={key}>
              <th scope="row">{part?.records ? <Records to={part.records}>{label}</Records> : label}</th>
              {figure.series.map(({ name, unit }, n) => (
                <td key={name.en} className="num figures">
                  {amountText(part?.values[n] ?? '0', unit, language, true)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
