import type { WarehouseKind } from '../rulebook.ts'

/** What a warehouse says of itself. */
export interface WarehouseFacts {
  readonly kind: string
  readonly country: string
  readonly customsDistrict?: string | undefined
}

export type WarehouseFault =
  | 'warehouse.kind_unknown'
  | 'warehouse.country_unfit'
  | 'warehouse.district_needed'
  | 'warehouse.district_unfit'

/** What a kind of warehouse demands and this one lacks; undefined: nothing. */
export function faultOf(
  kinds: Readonly<Record<string, WarehouseKind>>,
  { kind, country, customsDistrict }: WarehouseFacts,
): WarehouseFault | undefined {
  const demands = kinds[kind]
  if (!demands) return 'warehouse.kind_unknown'
  if (demands.inside !== undefined && country !== demands.inside) return 'warehouse.country_unfit'
  if (demands.outside !== undefined && country === demands.outside) return 'warehouse.country_unfit'
  if (demands.district === 'needed' && customsDistrict === undefined) return 'warehouse.district_needed'
  if (demands.district === 'none' && customsDistrict !== undefined) return 'warehouse.district_unfit'
  return undefined
}

/** The fields at fault, as a caller names them. */
export const placeOf: Readonly<Record<WarehouseFault, string>> = {
  'warehouse.kind_unknown': '/kind',
  'warehouse.country_unfit': '/country',
  'warehouse.district_needed': '/customsDistrict',
  'warehouse.district_unfit': '/customsDistrict',
}
