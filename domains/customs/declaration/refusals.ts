import { refusals } from '@tongqu/kernel/refusal'

export const declarationRefusals = refusals({
  'declaration.not_found': {
    status: 404,
    text: { zh: '没有申报 {id}', en: 'There is no declaration {id}' },
    remedy: { zh: '在申报列表中查找', en: 'Look it up in the list of declarations' },
  },
  'declaration.plan_not_found': {
    status: 404,
    text: { zh: '没有方案 {plan}', en: 'There is no plan {plan}' },
    remedy: { zh: '在方案列表中查找', en: 'Look it up in the list of plans' },
  },
  'declaration.plan_not_done': {
    status: 409,
    text: { zh: '方案 {plan} 尚未完成', en: 'The plan {plan} is not done' },
    remedy: { zh: '完成后再申报', en: 'Submit it when it is done' },
  },
  'declaration.no_such_order': {
    status: 404,
    text: { zh: '方案中没有订单 {orderNo}', en: 'The plan has no order {orderNo}' },
    remedy: { zh: '核对订单号', en: 'Check the number of the order' },
  },
  'declaration.no_declarant': {
    status: 404,
    text: { zh: '尚未填写申报主体资料', en: 'The declarant’s record is not there yet' },
    remedy: {
      zh: '先填写海关注册编码等资料（customs.declarant.set，命令行 ./tongqu declare declarant）',
      en: 'Give the registration numbers first (customs.declarant.set; ./tongqu declare declarant)',
    },
  },
  'declarant.no_demonstration': {
    status: 403,
    text: { zh: '只有演示环境才有现成的申报主体资料', en: 'Only a demonstration has ready-made declarants' },
    remedy: { zh: '填写本单位的申报主体资料', en: 'Give the record of the party itself' },
  },
  'declaration.party_needed': {
    status: 422,
    text: {
      zh: '申报须属于一个企业或商户，未找到所指的一个',
      en: 'A declaration belongs to a party, and none was found',
    },
    remedy: {
      zh: '以企业账户登录；命令行则在 --party 写其编号、全称或统一社会信用代码（./tongqu kernel party list 可查）',
      en: 'Sign in for a party; on the command line give --party its id, whole name or credit code (./tongqu kernel party list)',
    },
  },
  'declaration.dxp_taken': {
    status: 409,
    text: { zh: '传输编号 {dxpId} 已属于另一主体', en: 'The exchange number {dxpId} is another party’s' },
    remedy: { zh: '核对电子口岸传输编号', en: 'Check the number given by the exchange platform' },
  },
  'declaration.not_possible': {
    status: 409,
    text: { zh: '申报 {number} 现为“{state}”，不能{actZh}', en: '{number} is {state}: it cannot be {act}' },
    remedy: { zh: '查看申报的时间线，按其状态处理', en: 'See its timeline, and act by its state' },
  },
  'declaration.still_missing': {
    status: 422,
    text: {
      zh: '仍有 {count} 项缺少或不符，第一项：{first}',
      en: '{count} things are missing or wrong, the first: {first}',
    },
    remedy: { zh: '逐项补填或改正后再试', en: 'Give or correct each of them' },
  },
  'declaration.not_covered': {
    status: 409,
    text: { zh: '{zh}', en: '{en}' },
    remedy: {
      zh: '担保或账册结余足够后再提交',
      en: 'Declare it again when the guarantee or the book has enough',
    },
  },
  'declaration.no_list_number': {
    status: 409,
    text: { zh: '海关尚未给出 {number} 的清单编号', en: 'The customs has given {number} no list number yet' },
    remedy: { zh: '等待清单编号的回执', en: 'Wait for the receipt that carries it' },
  },
  'declaration.by_person': {
    status: 409,
    text: {
      zh: '报关单 {number} 的修改、撤销没有已知的报文',
      en: 'No message is known by which the declaration {number} is amended or cancelled',
    },
    remedy: {
      zh: '由申报人员在单一窗口提交修改或撤销申请（删改单），海关同意后按新编号另行申报',
      en: 'The declarant applies for it in the single window; once granted, the goods are declared anew',
    },
  },
  'declaration.unknown_field': {
    status: 422,
    text: {
      zh: '{field} 不是申报时可以补填的字段',
      en: '{field} is no field that can be given for a declaration',
    },
    remedy: {
      zh: '货物、数量、价格的改动须重新规划订单',
      en: 'Goods, quantities and prices change with another plan of the order',
    },
  },
  'declaration.bad_value': {
    status: 422,
    text: { zh: '{field} 的值无法读取：{code}', en: 'The value of {field} cannot be read: {code}' },
    remedy: { zh: '按订单文件该列的写法填写', en: 'Write it as in that column of the order book' },
  },
  'declaration.key_taken': {
    status: 409,
    text: {
      zh: '{message} 的业务编号已被海关接收，不能改动',
      en: 'The counter already has {message} by its number',
    },
    remedy: { zh: '先撤销后以新编号申报', en: 'Cancel it, then declare under another number' },
  },
  'declaration.return_too_late': {
    status: 422,
    text: { zh: '退货期限为 {until}', en: 'Goods could be sent back until {until}' },
    remedy: { zh: '逾期退货须另行办理', en: 'A later return goes another way' },
  },
  'declaration.no_such_line': {
    status: 422,
    text: {
      zh: '清单没有第 {line} 行，或数量超出',
      en: 'The list has no line {line}, or not that much of it',
    },
    remedy: { zh: '核对行号与数量', en: 'Check line and quantity' },
  },
  'counter.shut': {
    status: 409,
    text: { zh: '对外通道已关闭：{reason}', en: 'The gateway is shut: {reason}' },
    remedy: { zh: '核对后由管理员重新开启', en: 'An administrator opens it after reconciling' },
  },
  'counter.message_not_found': {
    status: 404,
    text: { zh: '没有报文 {id}', en: 'There is no message {id}' },
    remedy: { zh: '在申报的时间线中查找', en: 'Look it up in the timeline of the declaration' },
  },
})
