import { catalogue } from '../text/catalogue.ts'

export const accountsTexts = catalogue({
  title: { zh: '账户', en: 'Accounts' },
  lead: {
    zh: '钱、货、额度、票券，都记在账户里。可用量已扣除预留。',
    en: 'Money, goods, quota, coupons: all stand in accounts. What is available is net of what is held.',
  },
  open: { zh: '开户', en: 'Open an account' },
  everyUnit: { zh: '全部单位', en: 'All units' },
  unitHint: { zh: '单位代码，如 CNY', en: 'Unit, such as CNY' },
  kindHint: { zh: '种类号', en: 'Kind' },
  find: { zh: '按编号或所代表的记录查找', en: 'Find by id or by the record it stands for' },
  findHint: { zh: '账户编号、记录　按 /', en: 'Account id, record  press /' },
  onlyParty: { zh: (name: string) => `只看 ${name}`, en: (name: string) => `Only ${name}` },
  nothing: { zh: '还没有账户。', en: 'There are no accounts yet.' },
  notFound: { zh: '没有符合的账户。', en: 'No account matches.' },
})
