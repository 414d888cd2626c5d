import type { View } from '@tongqu/kernel/command'
import type { Static } from 'typebox'
import type { DeclarationRead, Listed, StatusRead } from './contract.ts'

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

const column = (zh: string, en: string) => ({ title: { zh, en } })
const NONE = ''

/** The list as a person works through it: what it is, how it stands, what is to be done. */
export function listView(output: unknown): View {
  const { declarations, next } = output as Static<typeof Listed>
  return [
    {
      table: {
        columns: [
          column('编号', 'Number'),
          column('订单', 'Order'),
          column('方式', 'Mode'),
          column('状态', 'State'),
          column('海关编号', 'Customs number'),
          column('回执所言', 'What was said'),
          column('应做', 'To do'),
        ],
        rows: declarations.map(each => [
          each.number,
          each.orderNo ?? (each.orders > 1 ? { zh: `${each.orders} 单`, en: `${each.orders} orders` } : NONE),
          each.mode,
          each.state,
          each.listNo ?? NONE,
          each.said ?? NONE,
          each.todo?.text ?? NONE,
        ]),
        none: { zh: '没有申报', en: 'No declarations' },
      },
    },
    ...(next === undefined ? [] : [{ facts: [[{ zh: '还有', en: 'More' }, `--after ${next}`] as const] }]),
  ]
}

/** A declaration with what is missing and its timeline. */
export function readView(output: unknown): View {
  const read = output as Static<typeof DeclarationRead>
  return [
    {
      facts: [
        [column('编号', 'Number').title, read.number],
        [column('状态', 'State').title, read.state],
        [column('方式', 'Mode').title, read.mode],
        [column('订单', 'Orders').title, (read.orderNos ?? []).join(' ')],
        [column('海关编号', 'Customs number').title, read.listNo ?? NONE],
        [column('应做', 'To do').title, read.todo?.text ?? NONE],
      ],
    },
    {
      table: {
        columns: [
          column('单证', 'Message'),
          column('所缺或不符', 'Missing or wrong'),
          column('怎么办', 'What to do'),
        ],
        rows: read.obstacleList.map(({ message, element, line, text }) => [
          message,
          line === undefined ? element : `${element} (${line})`,
          text,
        ]),
        none: { zh: '没有所缺', en: 'Nothing is missing' },
      },
    },
    {
      table: {
        columns: [
          column('时间', 'Time'),
          column('单证', 'Message'),
          column('事件', 'What'),
          column('含义', 'Meaning'),
          column('海关所言', 'What was said'),
        ],
        rows: read.timeline.map(({ at, kind, what, status, text, info }) => [
          at,
          kind,
          [what, status].filter(part => part !== undefined).join(' '),
          text ?? NONE,
          info ?? NONE,
        ]),
        none: { zh: '尚无经过', en: 'Nothing has happened yet' },
      },
    },
  ]
}
