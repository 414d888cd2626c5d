import { catalogue } from '../../../text/catalogue.ts'

export const stateTexts = catalogue({
  title: { zh: '运行状况', en: 'Health' },
  lead: {
    zh: '每一部分现在怎样、该做什么。读不到的就说读不到。每半分钟自动更新。',
    en: 'How each part stands now and what to do. What cannot be read says so. Read again every half minute.',
  },
  at: { zh: (at: string) => `读于 ${at}`, en: (at: string) => `Read at ${at}` },
  again: { zh: '现在更新', en: 'Read now' },
  good: { zh: '正常', en: 'Good' },
  watch: { zh: '留意', en: 'Watch' },
  bad: { zh: '异常', en: 'Bad' },
  unknown: { zh: '未知', en: 'Not known' },
  allGood: { zh: '各部分正常', en: 'Every part is well' },
  some: {
    zh: (bad: number, watch: number, unknown: number) =>
      [bad && `${bad} 处异常`, watch && `${watch} 处留意`, unknown && `${unknown} 处未知`]
        .filter(Boolean)
        .join('，'),
    en: (bad: number, watch: number, unknown: number) =>
      [bad && `${bad} bad`, watch && `${watch} to watch`, unknown && `${unknown} not known`]
        .filter(Boolean)
        .join(', '),
  },
  todo: { zh: '怎么办', en: 'What to do' },
  open: { zh: '去处理', en: 'See to it' },
  away: {
    zh: '服务器没有回答。数据库若停了，它也答不了：看 /health 与 data/postgres 下的 postgres.log。',
    en: 'The server did not answer. Nor can it while its database is down: see /health, and postgres.log under data/postgres.',
  },
})
