import type { Text } from '../fields.ts'

/** What can be wrong with an order book, `{name}` standing for a parameter: what was found, what is expected. */
export const faultTexts = {
  'input.missing': {
    zh: '必填，但是空着；请填写，例如 {example}。',
    en: 'is needed but empty; fill it in, for example {example}.',
  },
  'input.formula': {
    zh: '是公式（{found}）；公式的结果不可信，请改为数值（复制后“选择性粘贴—数值”）。',
    en: 'is a formula ({found}); results of formulas are not trusted, put the value (paste special, values).',
  },
  'input.error_cell': { zh: '是错误值 {found}；请改正。', en: 'holds the error {found}; correct it.' },
  'input.not_a_value': {
    zh: '不是单个值；请写文字或数字。',
    en: 'is no single value; write a text or number.',
  },
  'input.not_a_number': {
    zh: '“{found}”不是数字；请只写数字，不带单位和符号，例如 {example}。',
    en: '"{found}" is no number; write digits only, without unit or sign, for example {example}.',
  },
  'input.number_grouping': {
    zh: '“{found}”带有逗号，无法确定是千分位还是小数点；请去掉逗号。',
    en: '"{found}" has a comma, which may group or be a decimal point; leave it out.',
  },
  'input.percent': {
    zh: '“{found}”是百分数；请写成小数，13% 写 0.13。',
    en: '"{found}" is a percentage; write a fraction, 0.13 for 13 %.',
  },
  'input.rate_over_one': {
    zh: '税率 {found} 大于 1；请写成小数，13% 写 0.13。',
    en: 'the rate {found} is above 1; write a fraction, 0.13 for 13 %.',
  },
  'input.not_positive': { zh: '为 {found}；必须大于 0。', en: 'is {found}; it must be above 0.' },
  'input.negative': { zh: '为 {found}；不能是负数。', en: 'is {found}; it must not be negative.' },
  'input.not_an_integer': { zh: '“{found}”不是整数。', en: '"{found}" is no whole number.' },
  'input.too_many_digits': {
    zh: '“{found}”超过 {limit} 位数字；请四舍五入。',
    en: '"{found}" has more than {limit} digits; round it.',
  },
  'input.bad_date': {
    zh: '“{found}”不是有效日期；请写年-月-日，例如 {example}。',
    en: '"{found}" is no valid date; write year-month-day, for example {example}.',
  },
  'input.not_yes_no': {
    zh: '“{found}”无法识别；请写“是”或“否”。',
    en: '"{found}" is not understood; write yes or no.',
  },
  'input.not_a_choice': {
    zh: '“{found}”不在可选值内；可选：{choicesZh}。',
    en: '"{found}" is not in the list; choose one of: {choices}.',
  },
  'input.unit_unknown': {
    zh: '“{found}”不在计量单位表内；请写单位代码或名称，例如 {example}。',
    en: '"{found}" is not in the table of units; write a code or name of it, for example {example}.',
  },
  'input.country_unknown': {
    zh: '“{found}”不在国别表内；请写两位字母代码，例如 {example}。',
    en: '"{found}" is not in the table of countries; write two letters, for example {example}.',
  },
  'input.currency_unknown': {
    zh: '“{found}”不在币制表内；请写三位字母代码，例如 {example}。',
    en: '"{found}" is not in the table of currencies; write three letters, for example {example}.',
  },
  'input.hs_shape': {
    zh: '“{found}”不是商品编码；应为 4 至 10 位数字，例如 {example}。',
    en: '"{found}" is no commodity code; it has 4 to 10 digits, for example {example}.',
  },
  'input.leading_zero_lost': {
    zh: '{found} 是数字格式，开头的 0 已丢失（应为 0{found}？）；请把单元格设为文本后重写。',
    en: '{found} was typed as a number and has lost its leading zero (0{found}?); make the cell text and type it again.',
  },
  'input.digits_lost': {
    zh: '“{found}”是数字格式，位数太长，末尾的数字已丢失；请把单元格设为文本后重写。',
    en: '"{found}" was typed as a number too long for one and has lost digits; make the cell text and type it again.',
  },
  'input.not_text': { zh: '“{found}”不是文字；请写文字。', en: '"{found}" is no text; write a text.' },
  'input.too_long': {
    zh: '有 {found} 个字符，上限 {limit}。',
    en: 'has {found} characters, the limit is {limit}.',
  },
  'input.control_character': {
    zh: '含有不可见的控制字符；请重写。',
    en: 'holds control characters; type it again.',
  },
  'input.hs_not_in_table': {
    zh: '商品编码 {found} 不在已载入的税则表内；只有本行写明税率才能计算。',
    en: 'the code {found} is not in the loaded tariff; it is planned only with rates of its own.',
  },
  'order.mixed_currencies': {
    zh: '同一订单有两种币种：第一处 {first}（{firstPlaceZh}），此处 {found}；一单只能用一种。',
    en: 'the order has two currencies: {first} first ({firstPlace}), {found} here; an order has one.',
  },
  'order.contradiction': {
    zh: '同一订单前后不一：第一处“{first}”（{firstPlaceZh}），此处“{found}”；请改成一致。',
    en: 'the order contradicts itself: "{first}" first ({firstPlace}), "{found}" here; make them agree.',
  },
  'order.duplicate': {
    zh: '订单号 {orderNo} 已经用过（{firstPlaceZh}）；同一订单的行须连续，不同订单须用不同的号。这一处未计划。',
    en: 'the order number {orderNo} is used before ({firstPlace}); rows of one order stand together, different orders have different numbers. This one is not planned.',
  },
  'order.no_lines': { zh: '订单没有商品行。', en: 'the order has no lines.' },
  'order.too_many_lines': {
    zh: '订单超过 {limit} 行；请拆分。',
    en: 'the order has more than {limit} lines; split it.',
  },
  'order.more_faults': {
    zh: '这一订单还有 {count} 处问题未列出。',
    en: '{count} more faults of this order are not listed.',
  },
  'order.cut_off': {
    zh: '文件在这一订单中间中断，订单可能不完整，没有计划。',
    en: 'the file breaks off within this order; it may be incomplete and is not planned.',
  },
  'book.unknown_column': {
    zh: '列“{found}”不认识，没有读取。',
    en: 'the column "{found}" is not known and was not read.',
  },
  'book.misspelt_column': {
    zh: '列“{found}”不认识，没有读取；是否指“{suggestionZh}”（{suggestion}）？',
    en: 'the column "{found}" is not known and was not read; did you mean {suggestion} ({suggestionZh})?',
  },
  'book.column_without_header': {
    zh: '该列有内容但没有表头，没有读取。',
    en: 'the column holds something but has no header; it was not read.',
  },
  'book.duplicate_column': {
    zh: '列“{found}”与 {first} 列是同一项；请只留一列。',
    en: 'the column "{found}" says the same as column {first}; keep one of them.',
  },
  'book.missing_column': {
    zh: '缺少必需的列“{wantedZh}”（{wanted}）；这张表没有读取。',
    en: 'the needed column {wanted} ({wantedZh}) is missing; the sheet was not read.',
  },
  'book.sheet_empty': { zh: '工作表没有内容。', en: 'the sheet is empty.' },
  'book.no_rows': { zh: '工作表只有表头，没有订单。', en: 'the sheet has a header but no orders.' },
  'book.sheet_without_header': {
    zh: '前 {rows} 行内没有找到订单表头，没有读取。',
    en: 'no header of an order book stands in the first {rows} rows; the sheet was not read.',
  },
  'book.no_orders': {
    zh: '文件中没有读到任何订单；可用模板重做。',
    en: 'no order was found in the file; begin with the template.',
  },
  'book.too_many_orders': {
    zh: '订单数超过上限 {limit}，其后未读；请拆成几个文件。',
    en: 'there are more than {limit} orders; the rest was not read. Split the file.',
  },
  'book.bad_json': { zh: '不是有效的 JSON（{detail}）。', en: 'this is no valid JSON ({detail}).' },
  'book.json_shape': {
    zh: '应为 { "orders": [ … ] } 的结构，订单和商品行各为一个对象。',
    en: 'expected { "orders": [ … ] }, every order and line an object.',
  },
  'book.json_too_large': {
    zh: 'JSON 文件过大（上限 {limit} 字节）；请拆分或用工作簿。',
    en: 'the JSON is too large (limit {limit} bytes); split it or use a workbook.',
  },
} as const satisfies Record<string, Text>

export type FaultCode = keyof typeof faultTexts
export type Params = Readonly<Record<string, string | number>>

/** What is wrong, before it is known where. */
export interface Fault {
  readonly code: FaultCode
  readonly params: Params
}
