import { invtKind } from './bonded.ts'
import { decKind } from './declaration.ts'
import * as outward from './export.ts'
import * as inward from './import.ts'
import type { Kind } from './kind.ts'

/** Everything that the counter takes, by its name. */
export const kinds: ReadonlyMap<string, Kind> = new Map(
  [...Object.values(inward), ...Object.values(outward), decKind, invtKind].map(kind => [kind.name, kind]),
)

/** The kind whose root element has that name: `CEB621Message`, `DecMessage`; a bonded list stands in a Signature. */
export function kindOfRoot(root: string): Kind | undefined {
  if (root === 'DecMessage') return decKind
  if (root === 'Signature') return invtKind
  return root.endsWith('Message') ? kinds.get(root.slice(0, -7)) : undefined
}
