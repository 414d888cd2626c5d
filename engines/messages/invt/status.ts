import type { Text } from '../schema/text.ts'

/** What a code of a receipt means, by a name that does not change. */
export interface InvtStatus<Name extends string> {
  readonly name: Name | 'unknown'
  readonly text: Text
  readonly source: string
}

export type InvtOutcome =
  | 'taken_in'
  | 'not_taken_in'
  | 'written_off'
  | 'manual_review'
  | 'rejected'
  | 'provisionally_written_off'
  | 'passed_not_written_off'

const OTHERS = '他人程序中的代码表 / a table of codes in others’ programs (weak)'

function known<Name extends string>(name: Name, zh: string, en: string, source = OTHERS): InvtStatus<Name> {
  return { name, text: { zh, en }, source }
}

/** manageResult of INV201. Y and Z tell of the database, the numbers of the judgement. */
export const invtOutcomes: Readonly<Record<string, InvtStatus<InvtOutcome>>> = {
  Y: known('taken_in', '入库成功', 'Taken in', '见过的报文 / seen in messages'),
  Z: known('not_taken_in', '入库失败', 'Not taken in'),
  1: known('written_off', '通过（已核扣）', 'Passed and written off'),
  2: known('manual_review', '转人工', 'Under review by a person'),
  3: known('rejected', '退单', 'Rejected'),
  4: known('provisionally_written_off', '预核扣', 'Provisionally written off'),
  5: known('passed_not_written_off', '通过（未核扣）', 'Passed, not written off'),
}

/** manageResult of INV202. */
export const entryOutcomes: Readonly<Record<string, InvtStatus<'made' | 'not_made'>>> = {
  1: known('made', '生成成功', 'A declaration was made', '见过的报文 / seen in messages'),
  2: known('not_made', '生成失败', 'No declaration could be made'),
}

/** vrfdedMarkcd: whether the book line has been written off. */
export const writeOffs: Readonly<Record<string, InvtStatus<'none' | 'provisional' | 'done' | 'settled'>>> = {
  0: known('none', '未核扣', 'Not written off'),
  1: known('provisional', '预核扣', 'Provisionally written off'),
  2: known('done', '已核扣', 'Written off'),
  3: known('settled', '已核销', 'Settled'),
}

/** invtStucd: state of the list at the customs. */
export const listStates: Readonly<
  Record<string, InvtStatus<'passed' | 'declared' | 'rejected' | 'deleted'>>
> = {
  0: known('passed', '审核通过', 'Passed'),
  1: known('declared', '申报', 'Declared'),
  2: known('rejected', '退单', 'Rejected'),
  3: known('deleted', '删单', 'Deleted'),
}

/** invtIochkptStucd: whether the goods went through the gate. */
export const gateStates: Readonly<Record<string, InvtStatus<'none' | 'part' | 'all'>>> = {
  1: known('none', '未过卡', 'Not through the gate'),
  2: known('part', '部分过卡', 'Partly through the gate'),
  3: known('all', '全部过卡', 'All through the gate'),
}

/** What a code says by one of the tables above; one that none of them has is said to be unknown. */
export function invtStatusOf<Name extends string>(
  table: Readonly<Record<string, InvtStatus<Name>>>,
  code: string,
): InvtStatus<Name> {
  if (Object.hasOwn(table, code)) return table[code]!
  return { name: 'unknown', text: { zh: '含义未知', en: 'Its meaning is not known' }, source: '' }
}
