import { closed, command, type Definition, Id, query } from '@tongqu/kernel/command'
import { exampleWarehouse, givenWarehouse } from '../example.ts'
import type { StockRules } from '../rulebook.ts'
import {
  ListWarehouses,
  RegisterWarehouse,
  Storage,
  StorageKey,
  StorageList,
  Warehouse,
  WarehouseList,
} from './contract.ts'
import * as service from './service.ts'

const READ = 'market.warehouse.read'
const KEEP = 'market.warehouse.keep'
const first = ([made]: readonly { id: string }[]) => ({ warehouse: made!.id })

/** Calls on warehouses and on whose goods they keep. */
export function warehouseCalls(rules: StockRules): Definition[] {
  return [
    command({
      name: 'market.warehouse.register',
      summary: { zh: '登记仓库', en: 'Register a warehouse that one runs' },
      permission: KEEP,
      input: RegisterWarehouse,
      output: Warehouse,
      refusals: [
        'stock.party_needed',
        'stock.rule_missing',
        'warehouse.code_taken',
        'warehouse.kind_unknown',
        'warehouse.country_unfit',
        'warehouse.district_needed',
        'warehouse.district_unfit',
      ],
      example: { input: exampleWarehouse('W-REGISTER') },
      handle: (work, input) => service.register(work, input, rules),
    }),
    query({
      name: 'market.warehouse.list',
      summary: { zh: '仓库列表', en: 'Warehouses that one runs or stores in' },
      permission: READ,
      input: ListWarehouses,
      output: WarehouseList,
      refusals: ['stock.rule_missing'],
      example: { input: {} },
      handle: (work, input) => service.list(work, input, rules),
    }),
    query({
      name: 'market.storage.list',
      summary: { zh: '仓库的货主', en: 'Whose goods a warehouse keeps' },
      permission: READ,
      input: closed({ warehouse: Id }),
      output: StorageList,
      refusals: ['warehouse.not_found'],
      example: { given: [givenWarehouse('W-STORAGES')], input: first },
      handle: (work, { warehouse }) => service.storages(work, warehouse),
    }),
    command({
      name: 'market.storage.offer',
      summary: { zh: '向货主提出存放', en: 'Offer an owner to keep its goods' },
      permission: KEEP,
      input: StorageKey,
      output: Storage,
      refusals: ['warehouse.not_found', 'warehouse.owner_unknown', 'stock.not_keeper'],
      example: { given: [givenWarehouse('W-OFFER')], input: first },
      handle: service.offer,
    }),
    command({
      name: 'market.storage.agree',
      summary: { zh: '货主同意存放', en: 'Agree that a warehouse keeps one’s goods' },
      permission: 'market.storage.agree',
      input: StorageKey,
      output: Storage,
      refusals: ['warehouse.not_found', 'warehouse.not_stored_here', 'stock.not_owner'],
      example: { given: [givenWarehouse('W-AGREE')], input: first },
      handle: service.agree,
    }),
    command({
      name: 'market.storage.end',
      summary: { zh: '终止存放', en: 'End the keeping of goods, once none are left' },
      permission: 'market.storage.end',
      input: StorageKey,
      output: Storage,
      refusals: ['warehouse.not_found', 'warehouse.goods_left'],
      example: { given: [givenWarehouse('W-END')], input: first },
      handle: service.end,
    }),
  ]
}
