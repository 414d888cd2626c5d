import { digitsOf } from '../time.ts'
import { leaves } from '../xml/write.ts'
import { decimal, units } from './decimal.ts'
import type { Entry, Values } from './kind.ts'

/** A list of export in a summary: with the number that the customs gave it. */
export interface Summed extends Entry {
  readonly invtNo: string
}

/** One declaration of a summary: the lines of lists that went into it. */
export interface Declaration {
  readonly lists: readonly Summed[]
  readonly lines: readonly { readonly list: Summed; readonly line: Values }[]
}

/** 海关总署公告2018年第194号: heads that agree in these go together, lines that agree in those become one. */
const headKeys = ['ebcCode', 'ownerCode', 'trafMode', 'country', 'portCode', 'customsCode']
const lineKeys = ['gcode', 'country', 'currency']
/** Makers that are not registered (NO) are told apart by their names. */
const headKeyOf = (head: Values) =>
  keyOf(head, head.ownerCode === 'NO' ? [...headKeys, 'ownerName'] : headKeys)
const keyOf = (values: Values, names: readonly string[]) =>
  names.map(name => values[name] ?? '').join('\u001f')

/** Sums lists up into declarations of at most so many merged lines. */
export function summedUp(lists: readonly Summed[], most: number): Declaration[] {
  const groups = Map.groupBy(lists, ({ head }) => headKeyOf(head))
  return [...groups.values()].flatMap(group => split(group, most))
}

function split(group: readonly Summed[], most: number): Declaration[] {
  const all = group.flatMap(list => list.lines.map(line => ({ list, line })))
  const merged = [...Map.groupBy(all, ({ line }) => keyOf(line, lineKeys)).values()]
  const declarations: Declaration[] = []
  for (let at = 0; at < merged.length; at += most) {
    const lines = merged.slice(at, at + most).flat()
    declarations.push({ lists: [...new Set(lines.map(({ list }) => list))], lines })
  }
  return declarations
}

/** The numbers of a declaration that a summary became, and which message about it of how many. */
export interface Result {
  readonly guid: string
  readonly at: number
  readonly sumNo: string
  readonly declSeqNo: string
  readonly entryId: string
  readonly number: number
  readonly of: number
}

/** Lines that one result holds, by the e-port's schema. */
const PIECE = 100

/** The lines of a declaration in pieces that one result holds. */
export function resultLines({ lines }: Declaration): Declaration['lines'][] {
  return Array.from({ length: Math.ceil(lines.length / PIECE) }, (_, n) =>
    lines.slice(n * PIECE, (n + 1) * PIECE),
  )
}

/** CEB792: one declaration of a summary, or a piece of it. The values of decState are in no source; P is that of a released one. */
export function summaryResult(
  head: Values,
  declaration: Declaration,
  lines: Declaration['lines'],
  result: Result,
): string {
  // A list whose lines went into several declarations is weighed in that of its first line.
  const first = new Set(declaration.lines.filter(({ line }) => line.gnum === '1').map(({ list }) => list))
  const weight = (name: string) => decimal([...first].reduce((all, list) => all + units(list.head[name]), 0n))
  const body = leaves({
    guid: result.guid,
    customsCode: head.customsCode,
    sumNo: result.sumNo,
    opDate: digitsOf(result.at, 17),
    declSeqNo: result.declSeqNo,
    entryId: result.entryId,
    decState: 'P',
    agentCode: head.agentCode,
    agentName: head.agentName,
    ebcCode: head.ebcCode,
    ebcName: head.ebcName,
    declAgentCode: head.declAgentCode,
    declAgentName: head.declAgentName,
    grossWeight: weight('grossWeight'),
    netWeight: weight('netWeight'),
    msgCount: String(result.of),
    msgSeqNo: String(result.number),
  })
  const rows = lines.map(({ list: { invtNo, head: of }, line }) =>
    leaves({ invtNo, logisticsNo: of.logisticsNo, gnum: line.gnum, gcode: line.gcode }),
  )
  const list = rows.map(row => `<SummaryResultList>${row}</SummaryResultList>`).join('')
  return `<SummaryResult><SummaryResultHead>${body}</SummaryResultHead>${list}</SummaryResult>`
}
