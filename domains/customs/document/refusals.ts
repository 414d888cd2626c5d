import { refusals } from '@tongqu/kernel/refusal'

export const documentRefusals = refusals({
  'document.kind_unknown': {
    status: 422,
    text: { zh: '没有“{kind}”这类随附单据', en: 'There is no kind of paper {kind}' },
    remedy: {
      zh: '写 contract、commercial_invoice、packing_list 等名称，或随附单据类别的八位代码，或 cert_ 加监管证件代码',
      en: 'Write a name such as contract, the eight digits of the table of attachments, or cert_ and the code of a certificate',
    },
  },
  'document.number_needed': {
    status: 422,
    text: {
      zh: '监管证件须写明编号（至多 32 个半角字符）',
      en: 'A certificate is named by its number: up to 32 ASCII characters',
    },
    remedy: { zh: '以 --number 写明证件编号', en: 'Give its number (--number)' },
  },
  'document.type_refused': {
    status: 415,
    text: {
      zh: '文件内容是 {type}，只收 {allowed}',
      en: 'The file is {type} by its bytes; {allowed} are taken',
    },
    remedy: { zh: '另存为 PDF 后再附', en: 'Save it as a PDF' },
  },
  'document.too_large': {
    status: 413,
    text: {
      zh: '文件 {bytes} 字节，上限 {limit} 字节',
      en: 'The file has {bytes} bytes; the limit is {limit}',
    },
    remedy: { zh: '降低扫描分辨率，或分成几份', en: 'Scan it with fewer dots, or split it' },
  },
  'document.not_found': {
    status: 404,
    text: { zh: '没有随附单据 {id}，或已撤下', en: 'There is no paper {id}, or it was withdrawn' },
    remedy: { zh: '在申报的随附单据中查找', en: 'Look it up among the papers of the declaration' },
  },
})
