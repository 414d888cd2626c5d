import type { Tx } from '@tongqu/kernel/db'
import type { Content } from '../declaration/form/kinds.ts'
import { type Elements, Merging, type SummaryDeclaration } from './merge.ts'
import type { SummaryRule } from './rule.ts'
import { contentsOf, type OpenList, openLists } from './store.ts'

/** Lists that one application can name: of one office, declared by one firm for one consignor. */
export interface Group {
  readonly office: string
  readonly agent: Firm
  readonly consignor: Firm
  readonly lists: readonly (OpenList & { readonly list_no: string })[]
  readonly declarations: readonly SummaryDeclaration[]
}

export interface Firm {
  readonly code: string
  readonly name: string
}

export interface Gathered {
  readonly groups: readonly Group[]
  /** Released lists that cannot be summed up now, each with its reason. */
  readonly blocked: readonly OpenList[]
}

/** Lists that are read and merged at once: the server answers others between. */
const PIECE = 1000

/**
 * Gathers a party's released lists that stand in no summary, and merges them.
 * @param before yyyyMMdd: lists released before that day
 */
export async function gather(tx: Tx, party: string, before: string, rule: SummaryRule): Promise<Gathered> {
  const open = await openLists(tx, party, before)
  const free = open.filter(isFree)
  const groups = new Map<string, Gathering>()
  for (let at = 0; at < free.length; at += PIECE) {
    const piece = free.slice(at, at + PIECE)
    const contents = await contentsOf(
      tx,
      piece.map(each => each.record_id),
    )
    const byRecord = new Map(contents.map(each => [each.id, each.content]))
    for (const list of piece) put(groups, list, byRecord.get(list.record_id)!, rule)
  }
  return {
    groups: [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { merging, ...group }]) => ({ ...group, declarations: merging.declarations() })),
    blocked: open.filter(each => !isFree(each)),
  }
}

type FreeList = OpenList & { readonly list_no: string }
const isFree = (list: OpenList): list is FreeList => list.blocked === null

interface Gathering {
  readonly office: string
  readonly agent: Firm
  readonly consignor: Firm
  readonly lists: FreeList[]
  readonly merging: Merging
}

function put(groups: Map<string, Gathering>, list: FreeList, content: Content, rule: SummaryRule): void {
  const head = content.InventoryHead as Elements
  const { customsCode: office = '', agentCode = '', agentName = '', ebcCode = '', ebcName = '' } = head
  const key = [office, agentCode, ebcCode].join('\u001f')
  let group = groups.get(key)
  if (!group) {
    const agent = { code: agentCode, name: agentName }
    group = {
      office,
      agent,
      consignor: { code: ebcCode, name: ebcName },
      lists: [],
      merging: new Merging(rule),
    }
    groups.set(key, group)
  }
  group.lists.push(list)
  group.merging.add({ listNo: list.list_no, head, lines: content.InventoryList as readonly Elements[] })
}
