import { catalogue } from '../text/catalogue.ts'

export const checkTexts = catalogue({
  title: { zh: '查验单据', en: 'Check a paper' },
  lead: {
    zh: '输入单据末尾的十二位验证码，查验由谁签发、是否仍有效。',
    en: 'Type the code of twelve characters that stands at the end of the paper: who issued it, and whether it still holds.',
  },
  code: { zh: '验证码', en: 'Code' },
  check: { zh: '查验', en: 'Check' },
  another: { zh: '查验另一份', en: 'Check another' },
  unknown: { zh: '本系统没有签发过这份单据', en: 'This paper was not issued here' },
  unknownAbout: {
    zh: '验证码书写正确，但没有对应的单据。请核对单据上印的网址是否就是本页的网址；若是，请勿采信这份单据。',
    en: 'The code is well written, but no paper has it. See whether the address on the paper is this page’s; if it is, do not rely on the paper.',
  },
  mistyped: { zh: '验证码抄写有误', en: 'The code is mistyped' },
  mistypedAbout: {
    zh: '校验位不符。请对照单据逐位再输：共十二位，不会出现 0、1、B、D、G、I、L、O、Q、S、U、V、Z。',
    en: 'Its check character does not fit. Compare it with the paper: twelve characters, never 0, 1, B, D, G, I, L, O, Q, S, U, V or Z.',
  },
  current: { zh: '有效：所载与现在的记录一致', en: 'It holds: it says what the record says' },
  superseded: {
    zh: '已被取代：记录后来有变更，或已另印新单',
    en: 'Superseded: the record says something else by now',
  },
  cancelled: { zh: '已作废：所载申报已撤销或撤回', en: 'Void: what it speaks of was cancelled' },
  withdrawn: { zh: '已被签发人撤回', en: 'Withdrawn by whoever issued it' },
  reason: { zh: '理由', en: 'Reason' },
  endedAt: { zh: '失效时间', en: 'Since' },
  issuer: { zh: '签发人', en: 'Issued by' },
  kind: { zh: '单据', en: 'Paper' },
  number: { zh: '编号', en: 'Number' },
  issuedAt: { zh: '签发时间', en: 'Issued at' },
  pages: { zh: '页数', en: 'Pages' },
  bytes: { zh: '文件大小（字节）', en: 'Size of the file, bytes' },
  file: { zh: '文件是否被改动', en: 'Was the file changed?' },
  fileAbout: {
    zh: '选择或拖入收到的 PDF。文件只在您的设备上计算摘要，不会上传。',
    en: 'Choose the PDF that you were given, or drop it here. Its digest is reckoned on your device; the file is not uploaded.',
  },
  choose: { zh: '选择 PDF 文件', en: 'Choose a PDF file' },
  reckoning: { zh: '正在计算……', en: 'Reckoning …' },
  same: { zh: '一致：这就是签发的文件，一个字节不差', en: 'It is the file that was issued, byte for byte' },
  changed: {
    zh: '不一致：这不是签发的文件，或已被改动',
    en: 'It is not the file that was issued, or it was changed',
  },
  changedAbout: {
    zh: '另存、打印后扫描、加盖电子印章都会使文件不同。请以上列签发信息为准，或向签发人索取原文件。',
    en: 'Saving it anew, scanning a print or adding a seal makes another file. Go by what is said above, or ask the issuer for the file itself.',
  },
  cannot: {
    zh: '此页面不是经 https 打开，浏览器不计算摘要。请自行计算文件的 SHA-256 并与下列值比较。',
    en: 'This page did not come over https, so the browser reckons no digest. Reckon the file’s SHA-256 and compare it with the one below.',
  },
  digests: { zh: '文件摘要', en: 'Digests of the file' },
})
