import { command, type Definition } from '@tongqu/kernel/command'
import { EditEntry, EntryEdited } from '../contract.ts'
import { editEntry } from './edit.ts'

/** Changing single entries of tables. */
export function entryCalls(): Definition[] {
  return [
    command({
      name: 'customs.table.edit',
      summary: {
        zh: '更正、新增或结束表中的一个条目',
        en: 'Correct, add or end one entry of a table',
      },
      permission: 'customs.table.edit',
      input: EditEntry,
      output: EntryEdited,
      refusals: [
        'table.unknown',
        'table.entry_unknown',
        'table.entry_refused',
        'table.entry_changed',
        'table.entry_exists',
        'table.entry_same',
        'table.key_fixed',
        'table.period_reversed',
      ],
      example: {
        input: {
          table: 'exchange-rates',
          cells: { currency: 'USD', purpose: 'settlement', rate: '7.10' },
          from: '2031-01-01',
          to: '2031-01-31',
          source: 'an example',
          reason: 'an example of an entry',
        },
      },
      handle: editEntry,
    }),
  ]
}
