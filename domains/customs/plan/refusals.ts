import { refusals } from '@tongqu/kernel/refusal'

export const planRefusals = refusals({
  'plan.not_found': {
    status: 404,
    text: { zh: '没有编号为 {id} 的方案', en: 'There is no plan {id}' },
    remedy: { zh: '在方案列表中查找', en: 'Look it up in the list of plans' },
  },
  'plan.order_not_found': {
    status: 404,
    text: { zh: '方案中没有订单 {orderNo}', en: 'The plan has no order {orderNo}' },
    remedy: { zh: '在方案的订单列表中查找', en: "Look it up in the plan's list of orders" },
  },
  'plan.file_not_found': {
    status: 404,
    text: { zh: '没有文件 {sm3}', en: 'There is no file {sm3}' },
    remedy: { zh: '先上传订单文件', en: 'Upload the order book first' },
  },
  'plan.not_done': {
    status: 409,
    text: { zh: '方案尚未完成（现为“{state}”）', en: 'The plan is not done yet (it is {state})' },
    remedy: { zh: '等待完成后再试', en: 'Try again when it is done' },
  },
  'plan.party_needed': {
    status: 422,
    text: { zh: '方案须属于一个企业或商户', en: 'A plan belongs to a party' },
    remedy: { zh: '以企业账户登录后提交', en: 'Sign in for a party' },
  },
  'plan.mode_not_allowed': {
    status: 422,
    text: {
      zh: '订单 {orderNo} 不允许以 {mode} 方式通关',
      en: 'The law does not allow {mode} for the order {orderNo}',
    },
    remedy: { zh: '只能在允许的方式中改选', en: 'Choose among the modes that are allowed' },
  },
  'plan.input_refused': {
    status: 422,
    text: {
      zh: '改动后的订单无法计算：{column} {code}',
      en: 'The changed order cannot be planned: {column} {code}',
    },
    remedy: { zh: '改正所指的字段', en: 'Correct the field named' },
  },
  'plan.no_such_line': {
    status: 422,
    text: { zh: '订单没有第 {line} 行', en: 'The order has no line {line}' },
    remedy: { zh: '行号从 1 开始', en: 'Lines are numbered from 1' },
  },
  'plan.refusal_not_found': {
    status: 404,
    text: { zh: '方案中没有这一处未受理的内容', en: 'The plan has no such refusal' },
    remedy: { zh: '可能已改好；请重新打开待改列表', en: 'It may be put right already: open the list again' },
  },
  'plan.not_fixable': {
    status: 422,
    text: {
      zh: '这一处不在某个订单的行里，不能就地改正',
      en: 'This is not about the rows of one order and cannot be put right in place',
    },
    remedy: { zh: '改正文件后另建方案', en: 'Mend the file and make another plan' },
  },
  'plan.law_changed': {
    status: 409,
    text: {
      zh: '方案做成以后规则或税则有变动，单独补算一单会与其余不一致',
      en: 'Rules or the tariff have changed since the plan was made: one order planned now would not agree with the rest',
    },
    remedy: { zh: '改正文件后另建方案', en: 'Mend the file and make another plan' },
  },
})
