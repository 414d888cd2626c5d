import { catalogue } from '../../text/catalogue.ts'

export const documentTexts = catalogue({
  papers: { zh: '随附单据', en: 'Papers' },
  needed: { zh: (names: string) => `还需：${names}`, en: (names: string) => `Still needed: ${names}` },
  comma: { zh: '、', en: ', ' },
  bytes: { zh: (n: string) => `${n} 字节`, en: (n: string) => `${n} bytes` },
  withdrawn: { zh: (reason: string) => `已撤下：${reason}`, en: (reason: string) => `withdrawn: ${reason}` },
  withdraw: { zh: '撤下', en: 'Withdraw' },
  withdrawAbout: {
    zh: '撤下后仍留在记录里，说明为何。',
    en: 'It stays in the record; say why it is withdrawn.',
  },
  attach: { zh: '附一份单据…', en: 'Attach a paper …' },
  kind: { zh: '是什么', en: 'What it is' },
  kindNone: { zh: '先选类别', en: 'Choose its kind first' },
  number: { zh: '单据编号', en: 'Its number' },
  choose: { zh: '选择文件并上传', en: 'Choose the file' },
  /** Kinds that any declaration may have, beside those that its mode needs. */
  others: {
    zh: 'contract=合同|commercial_invoice=商业发票|packing_list=装箱单|bill_of_lading=提运单',
    en: 'contract=Contract|commercial_invoice=Commercial invoice|packing_list=Packing list|bill_of_lading=Bill of lading',
  },
})
