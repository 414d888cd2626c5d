import { Bilingual, closed, Id, Instant } from '@tongqu/kernel/command'
import { Type } from 'typebox'
import { Name, paging } from '../shapes.ts'

/** What callers see of warehouses: schemas only. */
export const RegisterWarehouse = closed({
  code: Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{0,29}$', description: "The keeper's own code" }),
  name: Bilingual,
  /** Of the rule `stock.warehouse_kinds`: own, bonded, abroad. */
  kind: Type.String({ pattern: '^[a-z_]{1,30}$' }),
  country: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1, two letters' }),
  customsDistrict: Type.Optional(
    Type.String({ pattern: '^\\d{4}$', description: 'Code of the customs district' }),
  ),
})

export const Warehouse = closed({
  id: Id,
  code: Type.String(),
  name: Name,
  kind: Type.String(),
  kindName: Name,
  country: Type.String(),
  customsDistrict: Type.Optional(Type.String()),
  /** Party that runs it. */
  keeper: Id,
})

export const ListWarehouses = closed({ kind: Type.Optional(Type.String({ maxLength: 30 })), ...paging })
export const WarehouseList = closed({ warehouses: Type.Array(Warehouse), next: Type.Optional(Id) })

export const StorageKey = closed({
  warehouse: Id,
  /** Party whose goods are kept; absent: the caller's. */
  owner: Type.Optional(Id),
})
export const Storage = closed({
  warehouse: Id,
  owner: Id,
  keeper: Id,
  state: Type.Union([Type.Literal('offered'), Type.Literal('agreed'), Type.Literal('ended')]),
  at: Instant,
})
export const StorageList = closed({ storages: Type.Array(Storage) })
