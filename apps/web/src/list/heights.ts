import type { VirtualItem } from '@tanstack/react-virtual'

/* Heights of rows that were measured, by list: who comes back from a record finds the list at the same row. */

const kept = new Map<string, VirtualItem[]>()
const most = 20

export const keptHeights = (place: string): VirtualItem[] => kept.get(place) ?? []

export function keepHeights(place: string, items: VirtualItem[]): void {
  kept.delete(place)
  kept.set(place, items)
  for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest)
}
