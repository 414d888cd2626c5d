import { useLanguage, useTexts } from '../text/language.tsx'
import type { Figure, Place } from './figures.ts'
import { onMap, useLand, world, worldHeight } from './land.ts'
import { Records } from './Records.tsx'
import { wallTexts } from './wall.texts.ts'
import { amountText, partName } from './words.ts'

interface Props {
  figure: Figure
  places: ReadonlyMap<string, Place>
}

/** Degrees: the largest circle and the smallest that is still seen from afar. */
const LARGEST = 11
const SMALLEST = 1.6
/** Countries that are named on the map; the table names all. */
const NAMED = 8

interface Spot {
  readonly part: Figure['parts'][number]
  readonly name: string
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** Circles where the countries are, as large as what was declared; each opens its declarations. */
export function WorldMap({ figure, places }: Props) {
  const t = useTexts(wallTexts)
  const { language } = useLanguage()
  const land = useLand()
  const most = Math.max(...figure.parts.map(part => Number(part.values[0])), 1)
  const spots = figure.parts.flatMap((part): Spot[] => {
    const place = places.get(part.key)
    if (!place) return []
    const radius = Math.max(SMALLEST, LARGEST * Math.sqrt(Number(part.values[0]) / most))
    return [{ part, name: place.name[language], ...onMap(place.longitude, place.latitude), radius }]
  })
  const told = figure.parts
    .slice(0, 5)
    .map(
      part =>
        `${partName(figure, part, language, { places, none: t.severalCountries })} ${amountText(part.values[0] ?? '0', 'CNY', language)}`,
    )
    .join(language === 'zh' ? '、' : ', ')
  return (
    <svg
      className="world"
      viewBox={`0 0 ${world.width} ${worldHeight}`}
      preserveAspectRatio="xMidYMid meet"
      data-testid="world"
    >
      <title>{t.mapOf(told || t.nothing)}</title>
      {land ? (
        <g className="land">
          <path d={land} />
          <path d={land} transform="translate(360 0)" />
        </g>
      ) : null}
      {/* The smaller above the larger, so that each can be met. */}
      {spots.map(({ part, name, x, y, radius }) => (
        <Records
          key={part.key}
          to={part.records ?? figure.records}
          testId={`spot-${part.key}`}
          title={`${name} ${amountText(part.values[0] ?? '0', 'CNY', language, true)}`}
        >
          <title>{`${name} ${amountText(part.values[0] ?? '0', 'CNY', language, true)}`}</title>
          <circle cx={x} cy={y} r={radius} />
        </Records>
      ))}
      <g className="spot-names">
        {apart(spots.slice(0, NAMED)).map(({ part, name, x, y, radius }) => (
          <text key={part.key} x={x} y={y - radius - 1.6}>
            {name}
          </text>
        ))}
      </g>
    </svg>
  )
}

/** Degrees: the height of a letter, and how wide a Chinese and a Latin one are. */
const LETTER = { high: 8, wide: 6.6, narrow: 3.8 } as const

const widthOf = (name: string): number =>
  [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? LETTER.wide : LETTER.narrow), 0)

/** Those whose names do not lie over one before. */
function apart(spots: readonly Spot[]): readonly Spot[] {
  const kept: Spot[] = []
  const isOver = (a: Spot, b: Spot) =>
    Math.abs(a.x - b.x) < (widthOf(a.name) + widthOf(b.name)) / 2 &&
    Math.abs(a.y - a.radius - (b.y - b.radius)) < LETTER.high
  for (const spot of spots) if (!kept.some(other => isOver(spot, other))) kept.push(spot)
  return kept
}
