import { legalDay } from '@tongqu/kernel/clock'
import type { Block, Field, TableBlock, Text, Value } from '@tongqu/print'
import { type Decimal, decimal, sum } from '../../declaration/form/decimal.ts'
import type { Content } from '../../declaration/form/kind.ts'
import { type Drawing, factsOf, Needs } from '../drawing.ts'
import { grouped, money } from '../figures.ts'
import { titleOfPaper } from '../kinds.ts'
import { type Named, type Names, withCode } from '../names.ts'
import type { RecordSubject } from '../subject.ts'
import { joined, joinedTexts, type Read, reader, recordsAt } from './content.ts'
import { sheetTexts as t } from './texts.ts'

/* The declaration sheet (报关单) of a DecMessage, place by place as the form has them (see texts.ts). */

/** What the parts of the sheet are drawn from. */
interface Drawn {
  readonly subject: RecordSubject
  readonly read: Read
  readonly needs: Needs
  readonly names: Names
  readonly isImport: boolean
}

/** @param opened the text with identity numbers as the reader may see them */
export async function drawDeclaration(
  subject: RecordSubject,
  names: Names,
  opened: (text: string) => string,
): Promise<Drawing> {
  const isImport = subject.direction === 'import'
  const drawn = { subject, read: reader(subject.content), needs: new Needs(), names, isImport }
  const lines = recordsAt(subject.content, 'DecLists.DecList')
  const blocks: Block[] = [
    {
      kind: 'title',
      text: titleOfPaper('declaration', subject),
      below: subject.row ? t.copy : t.draft,
    },
    { kind: 'fields', rows: [numbers(subject), ...(await headRows(drawn, opened))] },
    await goodsTable(drawn, lines),
    { kind: 'fields', rows: [statements(drawn), people(drawn)] },
    { kind: 'signatures', places: [{ title: t.sealed, ...agentName(drawn) }, { title: t.customs }] },
  ]
  return { isLandscape: true, blocks, missing: drawn.needs.missing, facts: await publicFacts(drawn, lines) }
}

const agentName = ({ read }: Drawn) => {
  const name = read('DecHead.AgentName')
  return name === undefined ? {} : { name }
}

/** The customs give both; before that they are empty. */
const numbers = ({ row, number }: RecordSubject): Field[] => [
  { title: t.preNo, value: row?.pre_no ?? row?.window_no ?? undefined, mayBeEmpty: true },
  { title: t.entryNo, value: row?.list_no ?? undefined, mayBeEmpty: true },
  { title: { zh: '企业编号', en: 'Own No.' }, value: number },
]

/** "境内发货人（91420100…）", as the form puts the code behind the title. */
const titled = (title: Text, code: string | undefined, value?: Named): Text =>
  code === undefined || code === value ? title : { zh: `${title.zh}（${code}）`, en: `${title.en} (${code})` }

async function headRows(drawn: Drawn, opened: (text: string) => string): Promise<Field[][]> {
  const { subject, read, needs, names, isImport } = drawn
  const head = (name: string) => read(`DecHead.${name}`)
  const code = async (title: Text, table: Parameters<Names['name']>[0], element: string, weight = 1) => {
    const name = await names.name(table, head(element))
    return needs.field(titled(title, head(element), name), name, weight)
  }
  const country = async (title: Text, element: string) => {
    const name = await names.country(head(element))
    return needs.field(titled(title, head(element), name), name)
  }
  const firm = (title: Text, prefix: string, credit: string, weight: number) =>
    needs.field(titled(title, head(credit) ?? head(`${prefix}Code`)), head(`${prefix}Name`), weight)
  const sent = subject.row?.sent_at
  const overseas = head(isImport ? 'OverseasConsignorEname' : 'OverseasConsigneeEname')
  return [
    [
      firm(isImport ? t.consignee : t.consignor, 'Trade', 'TradeCoScc', 3),
      await code(isImport ? t.entryOffice : t.exitOffice, 'customs_districts', 'IEPort', 2),
      needs.maybe(isImport ? t.importDay : t.exportDay, head('IEDate'), 1.5),
      needs.maybe(t.declaredDay, sent ? legalDay(sent) : undefined, 1.5),
      needs.maybe(t.recordNo, head('ManualNo'), 2),
    ],
    [
      needs.field(isImport ? t.overseasConsignor : t.overseasConsignee, overseas, 3),
      await code(t.transport, 'transport_modes', 'TrafMode', 2),
      needs.maybe(t.conveyance, joined([head('TrafName'), head('CusVoyageNo')], '/'), 3),
      needs.maybe(t.billNo, head('BillNo'), 2),
      ...(isImport ? [needs.field(t.goodsPlace, head('GoodsPlace'), 2)] : []),
    ],
    [
      firm(isImport ? t.consumer : t.producer, 'Owner', 'OwnerCodeScc', 3),
      await code(t.mode, 'trade_modes', 'TradeMode', 2),
      await code(t.nature, 'levy_natures', 'CutMode', 2),
      needs.maybe(t.licence, head('LicenseNo'), 2),
      ...(isImport ? [await code(t.dispatchPort, 'ports', 'DespPortCode', 2)] : []),
    ],
    [
      needs.maybe(t.contractNo, head('ContrNo')),
      await country(t.tradeCountry, 'TradeAreaCode'),
      await country(isImport ? t.dispatchCountry : t.arrivalCountry, 'TradeCountry'),
      await code(isImport ? t.transitPort : t.destinationPort, 'ports', 'DistinatePort'),
      await code(isImport ? t.entryPort : t.exitPort, 'entry_exit_ports', 'EntyPortCode'),
    ],
    [
      await code(t.packageKind, 'package_types', 'WrapType', 2),
      needs.field(t.packages, head('PackNo')),
      needs.field(t.gross, head('GrossWet') && grouped(head('GrossWet')!)),
      needs.field(t.net, head('NetWt') && grouped(head('NetWt')!)),
      await code(t.terms, 'transaction_modes', 'TransMode'),
      needs.maybe(t.freight, charge(head, 'Fee'), 1.4),
      needs.maybe(t.insurance, charge(head, 'Insur'), 1.4),
      needs.maybe(t.other, charge(head, 'Other'), 1.4),
    ],
    [needs.maybe(t.papers, attached(subject.content))],
    [needs.maybe(t.marks, remarks(subject.content, head('NoteS'), opened))],
  ]
}

/** Currency, amount and mark, as the form writes them: "USD/100/3". */
const charge = (head: Read, prefix: string): string | undefined =>
  head(`${prefix}Rate`) && joined([head(`${prefix}Curr`), head(`${prefix}Rate`), head(`${prefix}Mark`)], '/')

const attached = (content: Content): string | undefined =>
  joined(
    recordsAt(content, 'DecLicenseDocus.LicenseDocu').map(each =>
      joined([String(each.DocuCode), String(each.CertCode)], '：'),
    ),
    '；',
  )

/** Containers stand in the remarks of a sheet: number, kind and the lines that are in it. */
function remarks(
  content: Content,
  note: string | undefined,
  opened: (text: string) => string,
): string | undefined {
  const containers = recordsAt(content, 'DecContainers.Container').map(each =>
    joined([String(each.ContainerId), String(each.ContainerMd ?? ''), String(each.GoodsNo ?? '')], '；'),
  )
  return joined(
    [note && opened(note), containers.length > 0 ? `集装箱号：${joined(containers, ' / ')}` : undefined],
    '\n',
  )
}

async function goodsTable({ needs, names, isImport }: Drawn, lines: readonly Content[]): Promise<TableBlock> {
  const rows: Value[][] = []
  for (const line of lines) {
    const read = reader(line)
    const need = <V extends Value>(title: Text, value: V) => needs.need(title, value)
    const measured = async (qty: string, code: string) =>
      read(qty) && joinedTexts([grouped(read(qty)!), await names.name('units', read(code))])
    const quantities = [
      await measured('FirstQty', 'FirstUnit'),
      await measured('SecondQty', 'SecondUnit'),
      await measured('GQty', 'GUnit'),
    ]
    const currency = read('TradeCurr')
    const price = read('DeclPrice') && grouped(read('DeclPrice')!)
    const total = read('DeclTotal') && money(decimal(read('DeclTotal')!))
    rows.push([
      read('GNo'),
      need(t.hsCode, read('CodeTS')),
      joined([need(t.name, read('GName')), read('GModel')], '\n'),
      need(t.quantity, joinedTexts(quantities, '\n')),
      need(t.price, joinedTexts([price, total, await names.currency(currency)], '\n')),
      coded(need(t.origin, read('OriginCountry')), await names.country(read('OriginCountry'))),
      coded(need(t.destination, read('DestinationCountry')), await names.country(read('DestinationCountry'))),
      coded(
        need(t.source, read('DistrictCode')),
        await names.name('domestic_districts', read('DistrictCode')),
      ),
      coded(need(t.levy, read('DutyMode')), await names.name('duty_modes', read('DutyMode'))),
    ])
  }
  const column = (title: Text, weight: number, align?: 'right' | 'center') => ({
    title,
    weight,
    ...(align && { align }),
  })
  return {
    kind: 'table',
    title: t.goods,
    columns: [
      column(t.line, 4, 'center'),
      column(t.hsCode, 10, 'center'),
      column(t.name, 26),
      column(t.quantity, 12, 'right'),
      column(t.price, 12, 'right'),
      column(t.origin, 11, 'center'),
      column(t.destination, 11, 'center'),
      column(isImport ? t.domesticDestination : t.source, 11, 'center'),
      column(t.levy, 9, 'center'),
    ],
    rows,
  }
}

const coded = (code: string | undefined, named: Named | undefined): Value =>
  code === undefined ? undefined : withCode(named, code)

/** 价格说明: 1 yes, 0 no, 9 or nothing: not stated. Element names as the messages spell them. */
function statements({ read, needs }: Drawn): Field[] {
  const said = read('DecHead.PromiseItmes') ?? ''
  const answer = (at: number): Value => (said[at] === '1' ? t.yes : said[at] === '0' ? t.no : undefined)
  return [t.related, t.affected, t.royalties].map((title, at) => needs.maybe(title, answer(at)))
}

function people({ read, needs }: Drawn): Field[] {
  return [
    needs.maybe(t.declarer, read('DecHead.DeclareName')),
    needs.field(titled(t.agent, read('DecHead.AgentCodeScc')), read('DecHead.AgentName'), 2),
    { title: { zh: '申明', en: 'Statement' }, value: t.vow, weight: 3 },
  ]
}

async function publicFacts({ subject, read, names }: Drawn, lines: readonly Content[]) {
  const head = (name: string) => read(`DecHead.${name}`)
  const mode = head('TradeMode')
  return factsOf([
    [subject.direction === 'import' ? t.consignee : t.consignor, head('TradeName')],
    [t.entryNo, subject.row?.list_no ?? undefined],
    [t.mode, withCode(await names.name('trade_modes', mode), mode)],
    [t.lines, String(lines.length)],
    [t.packages, head('PackNo')],
    [t.gross, head('GrossWet')],
    [t.total, totals(lines)],
  ])
}

/** One figure a currency. */
function totals(lines: readonly Content[]): string | undefined {
  const byCurrency = new Map<string, Decimal[]>()
  for (const line of lines) {
    const { TradeCurr: currency, DeclTotal: total } = line as Record<string, string | undefined>
    if (!currency || !total) return undefined
    byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), decimal(total)])
  }
  return joined(
    [...byCurrency].map(([currency, all]) => `${currency} ${money(sum(all))}`),
    '；',
  )
}
