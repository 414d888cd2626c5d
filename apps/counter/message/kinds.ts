import * as outward from './export.ts'
import * as inward from './import.ts'
import type { Kind } from './kind.ts'

/** Every cross-border message that the counter takes, by its name. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  [...Object.values(inward), ...Object.values(outward)].map(kind => [kind.name, kind]),
)

/** The kind whose root element has that name: `CEB621Message`. */
export function kindOfRoot(root: string): Kind | undefined {
  return root.endsWith('Message') ? kinds.get(root.slice(0, -7)) : undefined
}
