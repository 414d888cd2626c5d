import { integer } from '../schema/kinds/number.ts'
import { text } from '../schema/kinds/text.ts'
import * as t from './terms.ts'

// What the counter tells in a receipt is not judged by our tables and forms: it is read as it comes.

const office = text(4)
const number = text(18)

export const told = {
  customsCode: [office, ...said(t.customsCode)],
  preNo: [number, ...said(t.preNo)],
  invtNo: [number, ...said(t.invtNo)],
  sumNo: [number, '汇总申请编号', 'Number given by the customs to the summary'],
  gcode: [text(10), ...said(t.gcode)],
  gnum: [integer(9), ...said(t.gnum)],
} as const

function said([, zh, en]: readonly [unknown, string, string, ...unknown[]]): readonly [string, string] {
  return [zh, en]
}
