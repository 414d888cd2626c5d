import type { Pack } from '@tongqu/kernel/pack'
import type { Static } from 'typebox'
import { parse } from 'yaml'
import type { Places } from './contract.ts'

/** A line of a pack's table of places: a plain CSV without quotes, for nothing in it needs them. */
const LINE = /^([A-Z]{2}),(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/

interface Content {
  readonly kind: string
  readonly table?: string
  readonly file: string
  readonly source?: string
}

/**
 * Where countries are on a map, of the narrowest pack that says so, with the names of the packs' table of countries: a
 * country of that table that the map has no place for is left out, and so is a place without a country.
 * @throws Error where a pack's file is not there or a line of it cannot be read
 */
export function placesOf(packs: readonly Pack[]): Static<typeof Places> {
  const names = new Map<string, { zh: string; en: string }>()
  let found: Static<typeof Places> = { source: '', places: [] }
  for (const pack of packs) {
    const { contents = [] } = parse(pack.files.get('pack.yaml') ?? '') as { contents?: Content[] }
    for (const { kind, table, file, source } of contents) {
      const text = pack.files.get(file)
      if (kind === 'codes' && table === 'countries')
        for (const [code, name] of namesIn(text ?? '')) names.set(code, name)
      if (kind !== 'places') continue
      if (text === undefined) throw new Error(`${pack.id}/pack.yaml lists ${file}, which is not there.`)
      found = { source: source ?? '', places: placesIn(text, `${pack.id}/${file}`, names) }
    }
  }
  return found
}

function placesIn(text: string, file: string, names: ReadonlyMap<string, { zh: string; en: string }>) {
  const [, ...lines] = text.trim().split(/\r?\n/)
  return lines.flatMap((line, n) => {
    const [, code, longitude, latitude] = LINE.exec(line) ?? []
    if (code === undefined) throw new Error(`${file}: line ${n + 2} cannot be read.`)
    const name = names.get(code)
    return name ? [{ code, name, longitude: Number(longitude), latitude: Number(latitude) }] : []
  })
}

/** Names by two-letter code, from `alpha2,code,zh,en,also`; only an English name may stand in quotes. */
function namesIn(text: string): (readonly [string, { zh: string; en: string }])[] {
  return text.split(/\r?\n/).flatMap(line => {
    const [, code, zh, quoted, plain] =
      /^([A-Z]{2}),[A-Z]{3},([^,"]+),(?:"([^"]+)"|([^,]*)),/.exec(line) ?? []
    return code === undefined || zh === undefined ? [] : [[code, { zh, en: quoted ?? plain ?? zh }] as const]
  })
}
