import { catalogue } from '../text/catalogue.ts'

export const openTexts = catalogue({
  title: { zh: '开户', en: 'Open an account' },
  lead: {
    zh: '只开立业务操作不会自动开立的账户。开立后单位、种类和限制不能改。',
    en: 'For accounts that no business operation opens by itself. Unit, kind and limit stay for ever.',
  },
  nameZh: { zh: '中文名称', en: 'Chinese name' },
  nameEn: { zh: '英文名称', en: 'English name' },
  unitAbout: { zh: '货币代码如 CNY，其他写“类别/代码”', en: 'A currency such as CNY; others as kind/code' },
  kindAbout: { zh: '1 到 65535，按科目表', en: '1 to 65535, by the chart of accounts' },
  limitNone: { zh: '不设限', en: 'No limit' },
  limitDebits: { zh: '不得透支（借方不超过贷方）', en: 'No overdraft (debits within credits)' },
  limitCredits: { zh: '不得超发（贷方不超过借方）', en: 'No over-issue (credits within debits)' },
  choose: { zh: '请选择', en: 'Choose' },
  partyId: { zh: '户主编号', en: "The holder's id" },
  partyAbout: { zh: '空着即本单位', en: 'Empty: your own party' },
  send: { zh: '开户', en: 'Open' },
})
