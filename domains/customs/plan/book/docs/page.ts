import { type Field, fields, fieldsOfLevel } from '../../fields.ts'
import { faultTexts } from '../faults.ts'
import { defaultBookLimits } from '../limits.ts'
import { neededOf, valuesOf } from '../write/words.ts'

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(header), row(header.map(() => '---')), ...rows.map(row)].join('\n')
}

const both = (zh: string, en: string) => (zh === en || zh === '' ? en : `${zh}<br>${en}`)

function fieldTable(list: readonly Field[]): string {
  const rows = list.map(field => [
    `\`${field.name}\``,
    [field.zh, ...field.also].join('、') + (field.header === field.name ? '' : `、${field.header}`),
    both(valuesOf(field, 'zh'), valuesOf(field, 'en')),
    both(neededOf(field, 'zh'), neededOf(field, 'en')),
    both(field.note.zh, field.note.en),
    field.example,
  ])
  return table(['field', '表头 headers', '取值 values', '必填 needed', '说明 note', '例 example'], rows)
}

function codeTable(): string {
  const rows = Object.entries(faultTexts).map(([code, { zh, en }]) => [`\`${code}\``, zh, en])
  return table(['code', '中文', 'English'], rows)
}

const plain = (level: Field['level']) => fieldsOfLevel(level).filter(field => !field.beyondPlan)

/** The page docs/order-book.md, made from the table of fields and the catalogue of faults. */
export function orderBookPage(): string {
  return `# 订单册 · The order book

<!-- Made from domains/customs/plan/fields.ts by domains/customs/plan/book/docs/write.ts; do not edit. -->

订单册可以是 .xlsx、.csv（UTF-8、UTF-16、GB18030）或 .json。表格每行一个商品行；同一订单的行连续排列，订单的字段可以每行重复，也可以只写在第一行。表头用下面的中文名或英文名都可以，大小写、空格、全角半角不计。

An order book is an .xlsx, a .csv (UTF-8, UTF-16, GB18030) or a .json. A table has one row per line of an order; the
rows of an order stand together, its own fields are repeated on each or stand on the first. Headers are the Chinese or
English names below; case, spaces and width do not matter.

JSON 的结构 · The layout in JSON: \`{ "orders": [ { …, "lines": [ { … } ] } ] }\`.

## 订单字段 · Fields of the order

${fieldTable(plain('order'))}

## 商品行字段 · Fields of a line

${fieldTable(plain('line'))}

## 报关还需要的字段 · Fields that a declaration needs beyond the plan

计划不用这些字段，随订单保存；申报时缺的会列出，绝不代填。

The plan does not use them and keeps them with the order; what is missing at submission is listed, never filled in.

${fieldTable(fields.filter(field => field.beyondPlan))}

## 怎样读 · How it is read

- 每个订单单独判断：一个订单有错，其他订单照常计划。 Each order is judged alone: a faulty one takes nothing from the others.
- 不认识的列不读取，给出提示；缺少必填列的工作表不读取。 A column that is not known is not read and warned of; a sheet that lacks a needed column is not read.
- 隐藏的工作表和模板中的“示例”“说明”不读取。 Hidden sheets, and the template's "Example" and "Instructions", are passed over.
- 同一订单号再次出现在别处时，以第一处为准，其后的拒绝。 Where an order number is used again elsewhere, the first stands and the later ones are refused.
- 公式的结果不采用。数字按所写的小数读取，不经浮点运算。 Results of formulas are not taken. Numbers are read as the decimals they are.
- 编号、证件号、商品编码请用文本格式：数字格式会丢失开头的 0 和超过 15 位的数字，发现后拒绝，不猜测。 Numbers of things and documents, and commodity codes, belong in text cells: a number cell loses leading zeros and digits beyond 15; that is refused, not guessed at.
- 一单最多 ${defaultBookLimits.maxLinesPerOrder} 行，一册最多 ${defaultBookLimits.maxOrders} 单。 At most ${defaultBookLimits.maxLinesPerOrder} lines per order, ${defaultBookLimits.maxOrders} orders per book.

## 代码 · Codes

每条都指明工作表、行、列（JSON 为指针）。 Each names sheet, row and column (in JSON, the pointer).

${codeTable()}
`
}
