import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Asked } from '../part/Asked.tsx'
import { useTitle } from '../part/title.ts'
import { useLanguage, useTexts } from '../text/language.tsx'
import { Alarms } from './Alarms.tsx'
import { type Figure, type Figures, useFigures, usePlaces } from './figures.ts'
import { Head } from './Head.tsx'
import { Numbers } from './Numbers.tsx'
import { Ranking } from './Ranking.tsx'
import { Records } from './Records.tsx'
import { TimePanel } from './TimePanel.tsx'
import { useWallScheme } from './use-wall-scheme.ts'
import './wall.css'
import { WorldMap } from './WorldMap.tsx'
import { wallTexts } from './wall.texts.ts'
import { amountText } from './words.ts'

const route = getRouteApi('/wall')

/** Figures for a wall, each opening its records. What stands where follows from how a figure is looked at. */
export function WallPage() {
  const t = useTexts(wallTexts)
  useTitle(t.title)
  const { period = 'day' } = route.useSearch()
  const [scheme, choose] = useWallScheme()
  const figures = useFigures(period)
  return (
    <div className="wall">
      <Head
        period={period}
        scheme={scheme}
        choose={choose}
        newsAt={figures.dataUpdatedAt}
        at={figures.data?.at}
      />
      <Asked of={figures} rows={6}>
        {answer => <Body answer={answer} scheme={scheme} />}
      </Asked>
    </div>
  )
}

function Body({ answer, scheme }: { answer: Figures; scheme: 'dark' | 'light' }) {
  const t = useTexts(wallTexts)
  const of = (...charts: Figure['chart'][]) => answer.figures.filter(({ chart }) => charts.includes(chart))
  const [numbers, bars, maps, alarms] = [of('number'), of('bars'), of('map'), of('alarm')]
  const times = [...of('time'), ...of('minutes').sort((a, b) => b.series.length - a.series.length)]
  if (answer.figures.length === 0) return <p className="wall-nothing">{t.none}</p>
  return (
    <>
      {numbers.length > 0 ? <Numbers figures={numbers} /> : null}
      {alarms.length > 0 ? <Alarms figures={alarms} /> : null}
      {bars.length + maps.length > 0 ? (
        <div className={maps.length > 0 ? 'wall-main' : 'wall-main no-map'}>
          {bars.length > 0 ? (
            <div className="wall-column">
              {bars.map(figure => (
                <Bars key={figure.key} figure={figure} />
              ))}
            </div>
          ) : null}
          {maps.map(figure => (
            <World key={figure.key} figure={figure} />
          ))}
        </div>
      ) : null}
      {times.length > 0 ? (
        <div className="wall-times">
          {times.map(figure => (
            <TimePanel key={figure.key} figure={figure} scheme={scheme} />
          ))}
        </div>
      ) : null}
    </>
  )
}

/** Rows for which a panel has room at least. */
const FEWEST = 3

function Bars({ figure }: { figure: Figure }) {
  const t = useTexts(wallTexts)
  const { language } = useLanguage()
  const id = figure.key.replaceAll('.', '-')
  return (
    <section
      className="wall-panel"
      style={{ flexGrow: Math.max(FEWEST, figure.parts.length) }}
      aria-labelledby={id}
      data-testid={`panel-${id}`}
    >
      <h2 id={id}>
        <Records to={figure.records} className="wall-name" title={figure.about[language]}>
          {figure.name[language]}
        </Records>
        <b className="figures wall-total" title={amountText(figure.value, figure.unit, language, true)}>
          {amountText(figure.value, figure.unit, language)}
        </b>
      </h2>
      <Ranking
        figure={figure}
        columns={figure.series.map((_, n) => n)}
        head={t.part}
        testId={`table-${id}`}
      />
    </section>
  )
}

/** The map, and beside it a table that says the same. */
function World({ figure }: { figure: Figure }) {
  const t = useTexts(wallTexts)
  const { language } = useLanguage()
  const { data } = usePlaces()
  const places = useMemo(() => new Map(data?.places.map(place => [place.code, place])), [data])
  return (
    <section className="wall-panel wall-world" aria-labelledby="wall-world">
      <h2 id="wall-world">
        <Records to={figure.records} className="wall-name" title={figure.about[language]}>
          {t.world}
        </Records>
        <b className="figures wall-total">{figure.value}</b>
      </h2>
      <div>
        <WorldMap figure={figure} places={places} />
        <Ranking
          figure={figure}
          columns={[0, figure.series.length - 1]}
          places={places}
          head={t.country}
          testId="table-countries"
        />
      </div>
    </section>
  )
}
