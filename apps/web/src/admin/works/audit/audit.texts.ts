import { catalogue } from '../../../text/catalogue.ts'

export const auditTexts = catalogue({
  title: { zh: '审计', en: 'Audit' },
  lead: {
    zh: '谁在什么时候做了什么、被拒绝还是办成。每条都封存在链上，改动会露出来。',
    en: 'Who did what and when, done or refused. Each record is sealed in a chain: a change shows.',
  },
  onlyVerify: {
    zh: '您可以校验整条链；检索记录须有审计权限（kernel.audit.read），由审计员持有。',
    en: 'You may check the chain. Looking records up takes the permission kernel.audit.read, which auditors hold.',
  },
  verify: { zh: '校验', en: 'Check the chain' },
  words: { zh: '在内容里查找', en: 'Find in the records' },
  wordsHint: { zh: '内容、类型、拒绝代码　按 /', en: 'Content, type, code of a refusal  press /' },
  who: { zh: '谁（登录名）', en: 'Who (login)' },
  whoHint: { zh: '登录名，或主体编号', en: 'Login, or id of a party' },
  record: { zh: '哪条记录', en: 'Which record' },
  recordHint: { zh: '如 customs.plan/…', en: 'Such as customs.plan/…' },
  outcome: { zh: '结果', en: 'Outcome' },
  everyOutcome: { zh: '全部事件', en: 'All events' },
  done: { zh: '办成', en: 'Done' },
  refused: { zh: '被拒绝', en: 'Refused' },
  told: { zh: '事件', en: 'Event' },
  from: { zh: '自（日）', en: 'From' },
  to: { zh: '至（日）', en: 'To' },
  at: { zh: '时间', en: 'Time' },
  what: { zh: '做了什么', en: 'What' },
  by: { zh: '谁', en: 'Who' },
  party: { zh: '代表', en: 'For' },
  nobody: { zh: '未登录者', en: 'Not signed in' },
  installation: { zh: '系统', en: 'The installation' },
  about: { zh: '记录', en: 'Record' },
  position: { zh: '序号', en: 'Position' },
  block: { zh: '区块', en: 'Block' },
  notSealed: { zh: '待封存', en: 'not sealed yet' },
  nothing: { zh: '还没有记录。', en: 'There is no record yet.' },
  notFound: { zh: '没有符合的记录。', en: 'No record matches.' },
  notYet: {
    zh: (at: string) => `找到 ${at} 为止没有符合的。更早的还没有找。`,
    en: (at: string) => `None back to ${at}. What is older was not looked through yet.`,
  },
  searchOn: { zh: '继续往前找', en: 'Look further back' },
})

export const eventTexts = catalogue({
  back: { zh: '审计', en: 'Audit' },
  outcome: { zh: '结果', en: 'Outcome' },
  place: { zh: '位置', en: 'Place' },
  code: { zh: '拒绝代码', en: 'Refused for' },
  call: { zh: '操作', en: 'Call' },
  channel: { zh: '途径', en: 'Channel' },
  run: { zh: '操作编号', en: 'Run' },
  type: { zh: '类型', en: 'Type' },
  data: { zh: '内容', en: 'What it holds' },
  withheld: {
    zh: '证件号、密码等从不进入审计，以 (withheld) 代替。',
    en: 'Identity numbers, passwords and the like never enter the audit: (withheld) stands there.',
  },
  chain: { zh: '在链上的位置', en: 'Place in the chain' },
  notSealed: {
    zh: '还没有封存：几秒后封进下一区块。',
    en: 'Not sealed yet: the next block takes it within seconds.',
  },
  notYours: {
    zh: '链的内容由审计员查看。',
    en: 'The chain itself is for auditors to see.',
  },
  ofBlock: {
    zh: (n: number, of: number) => `第 ${n} 条，共 ${of} 条`,
    en: (n: number, of: number) => `${n} of ${of}`,
  },
  inBlock: { zh: '区块内', en: 'In the block' },
  sealedAt: { zh: '封存于', en: 'Sealed' },
  root: { zh: '区块根', en: 'Root of the block' },
  previous: { zh: '前一区块根', en: 'Root before' },
  digest: { zh: '本条摘要（SM3）', en: 'Digest of this record (SM3)' },
  key: { zh: '签名密钥', en: 'Signed with' },
  whole: {
    zh: '区块完好：摘要、根与签名刚刚重算，相符',
    en: 'The block is whole: digests, root and signature were recomputed just now',
  },
  broken: {
    zh: '区块被改动：重算的根或签名不符',
    en: 'The block was changed: root or signature do not fit what is computed from it',
  },
  anchored: { zh: '已锚定在数据库之外', en: 'Anchored outside the database' },
  notAnchored: { zh: '锚定文件里没有这个根', en: 'The anchor file does not name this root' },
  text: { zh: '封存的原文', en: 'The text that is sealed' },
  sameRun: { zh: '同一次操作的记录', en: 'Told in the same run' },
  all: { zh: '这条记录的全部事件', en: 'Everything about this record' },
  receipt: { zh: '下载凭证', en: 'Download a receipt' },
  receiptAbout: {
    zh: '一个 .tar：事件与区块原文、签名、公钥和校验脚本，只用 OpenSSL 就能校验。',
    en: 'A .tar of the texts, signatures, the public key and a script: OpenSSL alone checks it.',
  },
  older: { zh: '前一条', en: 'Before' },
  newer: { zh: '后一条', en: 'Next' },
})

export const verifyTexts = catalogue({
  title: { zh: '校验审计链', en: 'Check the chain' },
  lead: {
    zh: '从第一块起重算每条事件的摘要、每块的根与签名，并与数据库之外的锚定核对。',
    en: 'Recomputes the digest of every event, the root and signature of every block, and holds them against the anchors outside the database.',
  },
  start: { zh: '开始校验', en: 'Start' },
  again: { zh: '重新校验', en: 'Check again' },
  stop: { zh: '停止', en: 'Stop' },
  progress: {
    zh: (n: string, of: string) => `已校验 ${n} / ${of} 块`,
    en: (n: string, of: string) => `${n} of ${of} blocks checked`,
  },
  stopped: { zh: (n: string) => `停在第 ${n} 块`, en: (n: string) => `Stopped at block ${n}` },
  whole: { zh: '审计完好，未被改动', en: 'The audit is whole: nothing was changed' },
  broken: { zh: '审计有问题', en: 'The audit is not whole' },
  checked: {
    zh: (events: string, blocks: string) =>
      `${events} 条事件、${blocks} 个区块：每条的摘要、每块的根、前后相接与签名都已重算。`,
    en: (events: string, blocks: string) =>
      `${events} events in ${blocks} blocks: every digest, every root and its link, every signature was recomputed.`,
  },
  anchored: {
    zh: (n: string) => `${n} 个区块的根与锚定文件相符。`,
    en: (n: string) => `The roots of ${n} blocks are those of the anchor file.`,
  },
  unsealed: {
    zh: (n: string) => `最新的 ${n} 条还没有封存，只核对了序号不缺。`,
    en: (n: string) => `The latest ${n} are not sealed yet: only that their positions have no gap was seen.`,
  },
  key: { zh: (id: string) => `签名密钥 ${id}`, en: (id: string) => `Signed with ${id}` },
  took: { zh: (s: string) => `用时 ${s} 秒`, en: (s: string) => `Took ${s} s` },
  first: { zh: '第一处', en: 'The first' },
  faults: { zh: (n: number) => `${n} 处不符`, en: (n: number) => `${n} faults` },
  inBlock: { zh: (n: number) => `第 ${n} 块`, en: (n: number) => `Block ${n}` },
  positions: { zh: '序号', en: 'Positions' },
  what: { zh: '怎么办', en: 'What to do' },
  todo: {
    zh: '停止改动数据库，保全数据目录与锚定文件，与最近的备份和已发出的凭证核对。',
    en: 'Stop changes to the database, keep the data folder and the anchor file as they are, compare with the last backup and with receipts that were handed out.',
  },
  limits: {
    zh: '锚定文件若与数据在一起，能改数据的人也可能改它：请锚定到另一介质。',
    en: 'Anchors that lie with the data could be changed by who changes the data: anchor to another medium.',
  },
})
