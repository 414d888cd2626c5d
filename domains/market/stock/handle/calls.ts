import { command, type Definition } from '@tongqu/kernel/command'
import { givenGoods, lineOf } from '../example.ts'
import type { StockRules } from '../rulebook.ts'
import { block, unblock } from './block.ts'
import { Block, BlockGoods, UnblockGoods, WriteOff, WrittenOff } from './contract.ts'
import { writeOff } from './write-off.ts'

const TARGET = ['stock.not_found', 'stock.not_owner', 'stock.not_keeper', 'block.one_of']
const QUANTITY = ['quantity.not_positive', 'quantity.too_fine', 'quantity.too_large', 'quantity.wrong_unit']

const itsLine = (made: readonly unknown[]) => ({ line: lineOf(made) })
const exampleBlock = (made: readonly unknown[]) => ({
  ...itsLine(made),
  reason: 'water damage, to be looked at',
})

/** Calls on goods that are put aside or are no more. */
export function handleCalls(rules: StockRules): Definition[] {
  return [
    command({
      name: 'market.stock.block',
      summary: { zh: '封存批次或库存', en: 'Block a lot, or what lies in one place' },
      permission: 'market.stock.block',
      input: BlockGoods,
      output: Block,
      refusals: [...TARGET, 'block.already'],
      example: { given: givenGoods('B-BLOCK'), input: exampleBlock },
      handle: block,
    }),
    command({
      name: 'market.stock.unblock',
      summary: { zh: '解除封存', en: 'Lift a block' },
      permission: 'market.stock.block',
      input: UnblockGoods,
      output: Block,
      refusals: [...TARGET, 'block.not_blocked'],
      example: {
        given: [...givenGoods('B-UNBLOCK'), { call: 'market.stock.block', input: exampleBlock }],
        input: itsLine,
      },
      handle: unblock,
    }),
    command({
      name: 'market.stock.writeOff',
      summary: { zh: '核销货物', en: 'Write off goods that are spoiled, expired, destroyed or lost' },
      permission: 'market.stock.writeOff',
      input: WriteOff,
      output: WrittenOff,
      refusals: [
        'stock.not_found',
        'stock.not_keeper',
        'stock.not_enough',
        'stock.rule_missing',
        'paper.needed',
        'paper.unfit',
        'paper.type_unknown',
        ...QUANTITY,
      ],
      example: {
        given: givenGoods('B-WRITEOFF'),
        input: (made: readonly unknown[]) => ({
          ...itsLine(made),
          quantity: '2',
          kind: 'spoiled',
          reason: 'mould',
        }),
      },
      handle: (work, input) => writeOff(work, input, rules),
    }),
  ]
}
