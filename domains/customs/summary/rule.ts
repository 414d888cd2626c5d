/** What heads of lists must agree in to go into one declaration, by the pack's names. */
const headKeys = ['consignor', 'transportMode', 'producer', 'arrivalCountry', 'exitCustoms'] as const
/** What lines must agree in to become one line of it. */
const bodyKeys = ['finalCountry', 'hsCode', 'currency'] as const

export type HeadKey = (typeof headKeys)[number]
export type BodyKey = (typeof bodyKeys)[number]

/** How released lists of export are summed up into declarations (`retail_export.summary`). */
export interface SummaryRule {
  readonly head: readonly HeadKey[]
  readonly body: readonly BodyKey[]
  /** Most lines that one declaration has. */
  readonly maxLines: number
}

/** @throws Error where the parameter is not what it must be: a pack is checked when it is written */
export function summaryRule(value: unknown): SummaryRule {
  const { head, body, max_lines: most } = value as Readonly<Record<string, unknown>>
  const maxLines = Number(most)
  if (!Number.isInteger(maxLines) || maxLines < 1)
    throw new Error(`retail_export.summary: max_lines ${String(most)}`)
  return { head: known(headKeys, head, 'head'), body: known(bodyKeys, body, 'body'), maxLines }
}

function known<K extends string>(keys: readonly K[], value: unknown, where: string): K[] {
  const names = value as readonly string[]
  const strange = names.find(name => !(keys as readonly string[]).includes(name))
  if (strange !== undefined) throw new Error(`retail_export.summary: ${where} ${strange}`)
  return names as K[]
}
