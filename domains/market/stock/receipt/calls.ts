import { command, type Definition, query } from '@tongqu/kernel/command'
import { exampleArrival, exampleReceipt, givenArticle, givenReceipt } from '../example.ts'
import type { StockRules } from '../rulebook.ts'
import {
  AnnounceReceipt,
  CloseReceipt,
  ListReceipts,
  Receipt,
  ReceiptId,
  ReceiptList,
  Received,
  ReceiveGoods,
} from './contract.ts'
import { receive } from './receive.ts'
import { receiptRefusals } from './refusals.ts'
import * as service from './service.ts'

const READ = 'market.receipt.read'
const ANNOUNCE = 'market.receipt.announce'
const HANDLE = 'market.receipt.handle'
const QUANTITY = ['quantity.not_positive', 'quantity.too_fine', 'quantity.too_large', 'quantity.wrong_unit']
const LOTS = Object.keys(receiptRefusals.kinds).filter(code => code.startsWith('lot.'))
const STORING = ['warehouse.not_found', 'warehouse.not_stored_here']
const OPEN = ['receipt.not_found', 'receipt.ended']
const third = ([, , made]: readonly { id: string }[]) => ({ receipt: made!.id })

/** Calls on receipts: announced by the owner, taken in by the keeper. */
export function receiptCalls(rules: StockRules): Definition[] {
  return [
    command({
      name: 'market.receipt.announce',
      summary: { zh: '预报到货', en: 'Announce goods to a warehouse' },
      permission: ANNOUNCE,
      input: AnnounceReceipt,
      output: Receipt,
      refusals: ['stock.party_needed', 'article.not_found', ...STORING, ...QUANTITY],
      example: { given: givenArticle('R-ANNOUNCE'), input: exampleReceipt },
      handle: service.announce,
    }),
    command({
      name: 'market.receipt.receive',
      summary: { zh: '收货入库', en: 'Take in goods that came, or reject them' },
      permission: HANDLE,
      input: ReceiveGoods,
      output: Received,
      refusals: [
        ...OPEN,
        'receipt.no_such_line',
        'receipt.nothing_said',
        'receipt.over',
        'stock.not_keeper',
        'stock.not_enough',
        'stock.rule_missing',
        'paper.needed',
        'paper.unfit',
        'paper.type_unknown',
        ...STORING,
        ...LOTS,
        ...QUANTITY,
      ],
      example: { given: givenReceipt('R-RECEIVE'), input: exampleArrival },
      handle: (work, input) => receive(work, input, rules),
    }),
    command({
      name: 'market.receipt.close',
      summary: { zh: '关闭收货单', en: 'Close a receipt: nothing more will come' },
      permission: HANDLE,
      input: CloseReceipt,
      output: Receipt,
      refusals: [...OPEN, 'stock.not_keeper', 'receipt.reason_needed'],
      example: {
        given: givenReceipt('R-CLOSE'),
        input: (made: readonly { id: string }[]) => ({ ...third(made), reason: 'nothing came' }),
      },
      handle: service.close,
    }),
    command({
      name: 'market.receipt.cancel',
      summary: { zh: '取消预报', en: 'Take back an announcement before anything came' },
      permission: ANNOUNCE,
      input: CloseReceipt,
      output: Receipt,
      refusals: [...OPEN, 'stock.not_owner', 'receipt.begun'],
      example: { given: givenReceipt('R-CANCEL'), input: third },
      handle: service.cancel,
    }),
    query({
      name: 'market.receipt.list',
      summary: { zh: '收货单列表', en: 'Receipts, the newest first' },
      permission: READ,
      input: ListReceipts,
      output: ReceiptList,
      example: { input: {} },
      handle: service.list,
    }),
    query({
      name: 'market.receipt.get',
      summary: { zh: '一张收货单', en: 'A receipt: announced, taken in, rejected, by line' },
      permission: READ,
      input: ReceiptId,
      output: Receipt,
      refusals: ['receipt.not_found'],
      example: { given: givenReceipt('R-GET'), input: third },
      handle: (work, { receipt }) => service.get(work, receipt),
    }),
  ]
}
