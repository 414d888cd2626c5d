import { catalogue } from '../text/catalogue.ts'

export const homeTexts = catalogue({
  title: { zh: '今日', en: 'Today' },
  hello: { zh: (name: string) => `${name}，您好`, en: (name: string) => `Good day, ${name}` },
  waits: { zh: '等我办理', en: 'Waits for me' },
  late: { zh: '已逾期', en: 'Late' },
  started: { zh: '我发起的', en: 'What I began' },
  all: { zh: '全部', en: 'All' },
  more: { zh: '还有更多', en: 'and more' },
  nothingWaits: { zh: '没有等您办理的事。', en: 'Nothing waits for you.' },
  nothingWaitsHow: {
    zh: '按您的角色，需要您处理的申报、计划、收货等会出现在这里。',
    en: 'Declarations, plans, goods to take in and whatever else your roles let you act on will stand here.',
  },
  nothingLate: { zh: '没有逾期的事。', en: 'Nothing is late.' },
  nothingStarted: {
    zh: '您还没有发起什么。新建的计划、预报的到货、开立的账户会列在这里。',
    en: 'You have begun nothing yet. Plans that you make, goods that you announce, accounts that you open will stand here.',
  },
  newPlan: { zh: '新建通关计划', en: 'Make a plan' },
  announce: { zh: '预报到货', en: 'Announce goods' },
  levels: { zh: '查看库存', en: 'See the stock' },
  accounts: { zh: '查看账户', en: 'See the accounts' },
  letter: { zh: '读复函', en: 'Read the letter' },
  admin: { zh: '系统管理', en: 'Run the installation' },
  audit: { zh: '查审计', en: 'Look into the audit' },
  records: { zh: (n: number) => `${n} 项`, en: (n: number) => `${n} of them` },
  daysLeft: {
    zh: (n: number) => (n === 0 ? '今天到期' : `剩 ${n} 个工作日`),
    en: (n: number) => (n === 0 ? 'due today' : `${n} working day${n === 1 ? '' : 's'} left`),
  },
  daysOver: {
    zh: (n: number) => (n === 0 ? '已过期' : `逾期 ${n} 个工作日`),
    en: (n: number) => (n === 0 ? 'over' : `${n} working day${n === 1 ? '' : 's'} late`),
  },
  dueOn: { zh: (day: string) => `${day} 到期`, en: (day: string) => `due ${day}` },
  lateMark: { zh: '逾期', en: 'late' },
  since: { zh: (at: string) => `自 ${at}`, en: (at: string) => `since ${at}` },
})

export const entranceTexts = catalogue({
  title: { zh: '通衢', en: 'Tongqu' },
  lead: {
    zh: '一座城市做数字贸易所用的系统：商家在这里选通关方式、申报、管库存、看账，部门在这里看每个数字背后的记录。',
    en: 'What a city runs for its digital trade: merchants choose customs modes, declare, keep stock and accounts here, and offices see the records behind every figure.',
  },
  second: {
    zh: '不登录也可以核对一份单证、查一批货的进度、读复函和规则。',
    en: 'Without signing in you can check a paper, follow a consignment, and read the letter and the rules.',
  },
  check: { zh: '核对一份单证', en: 'Check a paper' },
  checkAbout: { zh: '扫码或输入单证上的核对码', en: 'Scan the code on it, or type it' },
  track: { zh: '查一批货的进度', en: 'Follow a consignment' },
  trackAbout: { zh: '用申报编号和核对码', en: 'By the number and code you were given' },
  letter: { zh: '读复函', en: 'Read the letter' },
  letterAbout: { zh: '城市承诺做什么，做到了哪里', en: 'What the city promised, and how far it is' },
  rules: { zh: '查规则', en: 'Look up the rules' },
  rulesAbout: { zh: '某日生效的限额、税率与依据', en: 'Limits and rates in force on a day, with sources' },
  tables: { zh: '查税则与代码', en: 'Look up tariff and codes' },
  tablesAbout: { zh: '税号、单位、国别、口岸', en: 'Tariff lines, units, countries, ports' },
  signIn: { zh: '登录', en: 'Sign in' },
  demo: {
    zh: '这是演示系统：登录页列有各角色的演示账号，一点即入。',
    en: 'This is a demonstration: the sign-in page lists an account for each role, one click away.',
  },
})
