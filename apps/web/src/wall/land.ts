import { useQuery } from '@tanstack/react-query'
import { feature } from 'topojson-client'
import landAddress from 'world-atlas/land-110m.json?url'

/*
 * The outlines of the land, and nothing else: a map with borders is published in China only with a number of approval
 * (ADR 14). Plate carrée, in degrees, the Pacific in the middle: the land is drawn twice, a turn apart.
 */

type Ring = readonly (readonly number[])[]

/** What the file holds: one collection of the land's shapes. */
type Topology = Parameters<typeof feature>[0]
interface Land {
  readonly features: readonly { readonly geometry: { readonly coordinates: readonly (readonly Ring[])[] } }[]
}

/** The part of the world that is shown: degrees east from `west`, and north down to south. */
export const world = { west: -25, width: 360, north: 78, south: -56, stretch: 1.15 } as const
export const worldHeight = (world.north - world.south) * world.stretch

/** Where a place is on the picture. */
export function onMap(longitude: number, latitude: number): { x: number; y: number } {
  const x = (((longitude - world.west) % 360) + 360) % 360
  return { x, y: (world.north - latitude) * world.stretch }
}

/** A ring that crosses the day's line goes on beyond it instead of jumping back around the world. */
function unbroken(ring: Ring): Ring {
  let turn = 0
  return ring.map(([x = 0, y = 0], n) => {
    const before = ring[n - 1]?.[0] ?? x
    if (x - before > 180) turn -= 360
    if (before - x > 180) turn += 360
    return [x + turn, y]
  })
}

const pathOf = (ring: Ring): string =>
  `M${unbroken(ring)
    .map(
      ([x = 0, y = 0]) => `${(x - world.west).toFixed(1)} ${((world.north - y) * world.stretch).toFixed(1)}`,
    )
    .join('L')}Z`

/** Antarctica would take a third of the picture, and nobody trades there. */
const isFarSouth = (ring: Ring): boolean => ring.every(([, y = 0]) => y < world.south)

/** The land as one path; undefined while it is read, or where it cannot be. */
export function useLand(): string | undefined {
  const { data } = useQuery({
    queryKey: ['land'],
    staleTime: Number.POSITIVE_INFINITY,
    async queryFn({ signal }) {
      const answer = await fetch(landAddress, { signal })
      if (!answer.ok) throw new Error(`${landAddress}: ${answer.status}`)
      const topology = (await answer.json()) as Topology
      const { features } = feature(topology, topology.objects.land!) as unknown as Land
      return features
        .flatMap(({ geometry }) => geometry.coordinates)
        .flatMap(polygon => polygon.filter(ring => !isFarSouth(ring)).map(pathOf))
        .join('')
    },
  })
  return data
}
