import type { Obstacle } from '../../remote/declarations.ts'

export interface ObstacleGroup {
  readonly first: Obstacle
  /** Numbers of the lines that it is about, each once. */
  readonly lines: readonly number[]
  /** Orders that it is about, of a declaration of several. */
  readonly orders: readonly string[]
  /** `CEB621 InventoryHead.netWeight`, each once. */
  readonly places: readonly string[]
}

/** One thing that several elements of several messages want, once. What is wrong or differs stays by itself. */
export function groupedObstacles(obstacles: readonly Obstacle[]): ObstacleGroup[] {
  const groups = new Map<string, ObstacleGroup>()
  for (const each of obstacles) {
    const { where, field, code, message, element, line, order } = each
    const key =
      where && field
        ? `${where} ${field}`
        : `${code} ${message} ${element} ${line ?? ''} ${field ?? ''} ${order ?? ''}`
    const before = groups.get(key)
    groups.set(key, {
      first: before?.first ?? each,
      lines: [...new Set([...(before?.lines ?? []), ...(line === undefined ? [] : [line])])],
      orders: [...new Set([...(before?.orders ?? []), ...(order === undefined ? [] : [order])])],
      places: [...new Set([...(before?.places ?? []), `${message} ${element}`.trim()])].filter(Boolean),
    })
  }
  return [...groups.values()]
}
