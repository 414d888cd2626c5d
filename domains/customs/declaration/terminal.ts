import type { View } from '@tongqu/kernel/command'
import type { Static } from 'typebox'
import type { StatusRead } from './contract.ts'

/* Answers as a person reads them on a terminal. */

export function statusView(output: unknown): View {
  const { states, waiting, late, contradicted, held, isGatewayOpen } = output as Static<typeof StatusRead>
  return [
    {
      table: {
        columns: [
          { title: { zh: '状态', en: 'State' } },
          { title: { zh: '份数', en: 'Declarations' }, right: true },
        ],
        rows: states.map(({ state, declarations }) => [state, declarations]),
        none: { zh: '没有申报', en: 'No declarations' },
      },
    },
    {
      facts: [
        [{ zh: '等待回执', en: 'Waiting for the counter' }, waiting],
        [{ zh: '逾时未回', en: 'Silent for too long' }, late],
        [{ zh: '回执矛盾', en: 'Contradicted' }, contradicted],
        [{ zh: '搁置的回执', en: 'Receipts held' }, held],
        [
          { zh: '对外通道', en: 'Gateway' },
          isGatewayOpen ? { zh: '开启', en: 'open' } : { zh: '关闭', en: 'shut' },
        ],
      ],
    },
  ]
}
