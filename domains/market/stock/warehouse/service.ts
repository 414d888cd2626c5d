import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { unsafeInScope } from '@tongqu/kernel/db'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { accountsNow } from '@tongqu/ledger'
import type { Static } from 'typebox'
import { accountsInWarehouse } from '../line/store.ts'
import { stockRefusals } from '../refusals.ts'
import type { Named, StockRules } from '../rulebook.ts'
import { PAGE } from '../shapes.ts'
import type { ListWarehouses, RegisterWarehouse, Storage, StorageKey, Warehouse } from './contract.ts'
import { warehouseRefusals } from './refusals.ts'
import { faultOf, placeOf } from './rules.ts'
import * as store from './store.ts'

type Kinds = Readonly<Record<string, Named>>

function shown(row: store.WarehouseRow, kinds: Kinds): Static<typeof Warehouse> {
  const { id, code, name, kind, country, customs_district, keeper_id } = row
  const { zh, en } = kinds[kind] ?? { zh: kind, en: kind }
  return {
    id,
    code,
    name: { ...name },
    kind,
    kindName: { zh, en },
    country,
    ...(customs_district !== null && { customsDistrict: customs_district }),
    keeper: keeper_id,
  }
}

/** Registers a warehouse that the caller's party runs; it may keep its own goods there at once. */
export async function register(
  work: UnitOfWork,
  input: Static<typeof RegisterWarehouse>,
  rules: StockRules,
): Promise<Static<typeof Warehouse> | Refusal> {
  const { party } = work.actor
  if (!party) return stockRefusals.refuse('stock.party_needed')
  const kinds = rules.warehouseKinds(legalDay(work.now))
  if (isRefusal(kinds)) return kinds
  const fault = faultOf(kinds.value, input)
  const { code, name, kind, country, customsDistrict } = input
  if (fault)
    return warehouseRefusals.refuse(fault, { kind, country, kinds: Object.keys(kinds.value) }, placeOf[fault])
  const row = {
    id: work.newId(),
    keeper_id: party,
    code,
    name,
    kind,
    country,
    customs_district: customsDistrict ?? null,
  }
  if (!(await store.addWarehouse(work.tx, row, work.now)))
    return warehouseRefusals.refuse('warehouse.code_taken', { code }, '/code')
  const { now } = work
  await store.offerStorage(work.tx, {
    warehouse_id: row.id,
    party_id: party,
    keeper_id: party,
    offered_at: now,
    accepted_at: now,
    ended_at: null,
  })
  work.emit({
    type: 'market.warehouse.registered',
    record: `market.warehouse/${row.id}`,
    data: { code, kind, country },
  })
  return shown(row, kinds.value)
}

export async function list(work: UnitOfWork, input: Static<typeof ListWarehouses>, rules: StockRules) {
  const kinds = rules.warehouseKinds(legalDay(work.now))
  if (isRefusal(kinds)) return kinds
  const { kind, after, limit = PAGE } = input
  const rows = await store.listWarehouses(work.tx, kind, after, limit)
  const last = rows.length === limit ? rows.at(-1) : undefined
  return { warehouses: rows.map(row => shown(row, kinds.value)), ...(last && { next: last.id }) }
}

function storageShown(row: store.StorageRow): Static<typeof Storage> {
  const { warehouse_id, party_id, keeper_id, offered_at, accepted_at, ended_at } = row
  const at = ended_at ?? accepted_at ?? offered_at
  const state = ended_at ? 'ended' : accepted_at ? 'agreed' : 'offered'
  return { warehouse: warehouse_id, owner: party_id, keeper: keeper_id, state, at: at.toISOString() }
}

export async function storages(work: UnitOfWork, warehouse: string) {
  if (!(await store.findWarehouse(work.tx, warehouse)))
    return warehouseRefusals.refuse('warehouse.not_found', {}, '/warehouse')
  return { storages: (await store.listStorages(work.tx, warehouse)).map(storageShown) }
}

/** The keeper offers an owner to keep its goods; what is agreed already stays so. */
export async function offer(work: UnitOfWork, input: Static<typeof StorageKey>) {
  const warehouse = await store.findWarehouse(work.tx, input.warehouse)
  if (!warehouse) return warehouseRefusals.refuse('warehouse.not_found', {}, '/warehouse')
  if (warehouse.keeper_id !== work.actor.party) return stockRefusals.refuse('stock.not_keeper')
  const owner = input.owner ?? warehouse.keeper_id
  const before = await store.findStorage(work.tx, warehouse.id, owner)
  if (before && !before.ended_at) return storageShown(before)
  if (!(await unsafeInScope(work.tx, 'audit', () => store.isParty(work.tx, owner))))
    return warehouseRefusals.refuse('warehouse.owner_unknown', {}, '/owner')
  const row = {
    warehouse_id: warehouse.id,
    party_id: owner,
    keeper_id: warehouse.keeper_id,
    offered_at: work.now,
    accepted_at: owner === warehouse.keeper_id ? work.now : null,
    ended_at: null,
  }
  return keep(work, row, 'offered')
}

/** The owner agrees. */
export async function agree(work: UnitOfWork, input: Static<typeof StorageKey>) {
  const found = await ofCaller(work, input)
  if (isRefusal(found)) return found
  if (found.ended_at) return warehouseRefusals.refuse('warehouse.not_stored_here', {}, '/warehouse')
  if (found.party_id !== work.actor.party) return stockRefusals.refuse('stock.not_owner')
  if (found.accepted_at) return storageShown(found)
  return keep(work, { ...found, accepted_at: work.now }, 'agreed')
}

/** Either side ends it, once no goods are left. */
export async function end(work: UnitOfWork, input: Static<typeof StorageKey>) {
  const found = await ofCaller(work, input)
  if (isRefusal(found)) return found
  if (found.ended_at) return storageShown(found)
  const accounts = await accountsInWarehouse(work.tx, found.warehouse_id, found.party_id)
  const standing = await accountsNow(work.tx, accounts)
  if ([...standing.values()].some(each => each.credits_posted !== each.debits_posted))
    return warehouseRefusals.refuse('warehouse.goods_left', {}, '/warehouse')
  return keep(work, { ...found, ended_at: work.now }, 'ended')
}

async function ofCaller(work: UnitOfWork, { warehouse, owner }: Static<typeof StorageKey>) {
  const whose = owner ?? work.actor.party
  const found = whose && (await store.findStorage(work.tx, warehouse, whose, 'alone'))
  return found || warehouseRefusals.refuse('warehouse.not_found', {}, '/warehouse')
}

async function keep(work: UnitOfWork, row: store.StorageRow, what: 'offered' | 'agreed' | 'ended') {
  await (what === 'offered' ? store.offerStorage(work.tx, row) : store.changeStorage(work.tx, row))
  work.emit({
    type: `market.storage.${what}`,
    record: `market.warehouse/${row.warehouse_id}`,
    data: { owner: row.party_id },
  })
  return storageShown(row)
}

/** The warehouse, where it keeps this owner's goods; a refusal where it is unknown or does not. */
export async function storing(
  work: UnitOfWork,
  warehouse: string,
  owner: string,
  place: string,
): Promise<store.WarehouseRow | Refusal> {
  const found = await store.findWarehouse(work.tx, warehouse)
  if (!found) return warehouseRefusals.refuse('warehouse.not_found', {}, place)
  const storage = await store.findStorage(work.tx, warehouse, owner, 'shared')
  if (!storage?.accepted_at || storage.ended_at)
    return warehouseRefusals.refuse('warehouse.not_stored_here', {}, place)
  return found
}
