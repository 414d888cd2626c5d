import { type Refusal, type RefusalKind, type Refusals, refusals } from '@tongqu/kernel/refusal'
import {
  type AccountStatus,
  accountCodes,
  isTransient,
  type TransferRefusal,
  transferCodes,
} from './machine/index.ts'

/** What a caller of the ledger can be refused for beyond TigerBeetle's codes. */
export const ledgerRefusals = refusals({
  'ledger.other_writer': {
    status: 409,
    text: {
      zh: '账户 {account} 由另一记账方式专管',
      en: 'The account {account} belongs to another way of posting',
    },
    remedy: { zh: '经该账户所属的业务操作办理', en: 'Use the operation that the account belongs to' },
  },
  'ledger.account_unknown': {
    status: 404,
    text: { zh: '没有账户 {account}', en: 'There is no account {account}' },
    remedy: { zh: '核对账户编号', en: 'Check the id of the account' },
  },
  'ledger.account_elsewhere': {
    status: 409,
    text: {
      zh: '账户 {account} 已开立，属于另一主体或另一记账方式',
      en: 'The account {account} was opened for another party or another way of posting',
    },
    remedy: { zh: '换用新的账户编号', en: 'Open it under an id of its own' },
  },
  'ledger.period_not_past': {
    status: 422,
    text: { zh: '只能结账到已过去的时刻', en: 'A period is closed only up to an instant that is past' },
    remedy: { zh: '改为更早的时刻', en: 'Give an earlier instant' },
  },
  'ledger.period_not_after': {
    status: 409,
    text: {
      zh: '已结账至 {closed}，只能接着往后结账',
      en: 'Closed up to {closed} already: periods follow each other',
    },
    remedy: {
      zh: '改为更晚的时刻；更正以新的转账办理',
      en: 'Give a later instant; correct by a new transfer',
    },
  },
  'ledger.unit_unknown': {
    status: 404,
    text: { zh: '没有记账单位 {unit}', en: 'There is no unit of account {unit}' },
    remedy: { zh: '查看已有的记账单位', en: 'Look at the units of account that there are' },
  },
  'ledger.unit_ambiguous': {
    status: 422,
    text: { zh: '记账单位 {unit} 不止一个', en: 'More than one unit of account is called {unit}' },
    remedy: { zh: '以“种类/代码”或编号指明', en: 'Name it by KIND/CODE or by its number' },
  },
  'ledger.code_taken': {
    status: 409,
    text: {
      zh: '{kind} 类单位的科目代码 {code} 已由 {owner} 使用',
      en: 'The code {code} of the kind {kind} is in use by {owner}',
    },
    remedy: { zh: '换用未用的代码', en: 'Take a code that is free' },
  },
  'ledger.hold_needs_account': {
    status: 422,
    text: { zh: '已了的预留须按账户查询', en: 'Holds that ended are listed by account' },
    remedy: { zh: '指明账户，或只列未了的预留', en: 'Name the account, or list those that are open' },
  },
  'ledger.unit_not_in_use': {
    status: 422,
    text: { zh: '记账单位 {unit} 今日不在有效期内', en: 'The unit of account {unit} is not in use today' },
    remedy: { zh: '改用现行的记账单位', en: 'Use the unit that stands in its place' },
  },
  'ledger.unit_differs': {
    status: 409,
    text: {
      zh: '记账单位 {kind} {code} 已按 {kept} 位小数开立，不能按 {asked} 位再开',
      en: 'The unit {kind} {code} was opened with {kept} decimal places, not {asked}',
    },
    remedy: { zh: '按原有小数位记账，或另立代码', en: 'Count by its own places, or open another code' },
  },
  'ledger.unit_of_pack': {
    status: 422,
    text: {
      zh: '{kind} 类记账单位由数据包规定，其中没有 {code}',
      en: 'Units of the kind {kind} stand in packs, and {code} does not',
    },
    remedy: { zh: '在数据包的 units 文件夹中加入', en: "Add it to a file in the pack's folder units" },
  },
  'ledger.unit_contradicts': {
    status: 409,
    text: {
      zh: '{pack} 所列 {asked} 与已记账的 {kept} 不一致',
      en: '{pack} lists {asked}, against {kept} in the books',
    },
    remedy: {
      zh: '编号与小数位一经记账不可更改，请改正数据包',
      en: 'A number and scale that were counted by never change: mend the pack',
    },
  },
  'ledger.party_unknown': {
    status: 404,
    text: { zh: '没有此主体', en: 'There is no such party' },
    remedy: { zh: '核对主体编号，或以所属主体登录', en: 'Check the id of the party, or sign in for one' },
  },
})

/** TigerBeetle's codes as refusals: `ledger.transfer.exceeds_credits`. */
export const transferRefusals: Refusals = refusals(
  Object.fromEntries(
    Object.entries(transferCodes).map(([name, { zh, en }]) => [
      `ledger.transfer.${name}`,
      kindOf(name as TransferRefusal, zh, en),
    ]),
  ),
)

/** The refusal that a transfer's code becomes where its command refuses for it. */
export function transferRefused(status: TransferRefusal, transfer: string): Refusal {
  return transferRefusals.refuse(`ledger.transfer.${status}`, { transfer })
}

function kindOf(name: TransferRefusal, zh: string, en: string): RefusalKind {
  const isConflict = isTransient(name) || /^(exists|id_already|pending_transfer_(already|expired))/.test(name)
  return {
    status: isConflict ? 409 : 422,
    text: { zh: `转账 {transfer}:${zh}`, en: `Transfer {transfer}: ${en}` },
    remedy: isTransient(name)
      ? { zh: '条件具备后以新编号再办', en: 'Once the cause is gone, ask again with a new id' }
      : { zh: '核对后更正再办', en: 'Check and correct it, then ask again' },
  }
}

/** TigerBeetle's codes of accounts as refusals: `ledger.account.exists_with_different_code`. */
export const accountRefusals: Refusals = refusals(
  Object.fromEntries(
    Object.entries(accountCodes).map(([name, { zh, en }]) => [
      `ledger.account.${name}`,
      {
        status: name.startsWith('exists') ? 409 : 422,
        text: { zh: `账户 {account}:${zh}`, en: `Account {account}: ${en}` },
        remedy: { zh: '核对后更正再办', en: 'Check and correct it, then ask again' },
      },
    ]),
  ),
)
export const accountCodesRefused: readonly string[] = Object.keys(accountRefusals.kinds)

/** The refusal that an account's code becomes where its command refuses for it. */
export function accountRefused(status: Exclude<AccountStatus, 'created'>, account: string): Refusal {
  return accountRefusals.refuse(`ledger.account.${status}`, { account })
}
