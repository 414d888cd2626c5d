import type { Static } from 'typebox'
import { legalDay } from '../clock/index.ts'
import { type Definition, NoInput, query, type UnitOfWork } from '../command/index.ts'
import { unsafeInScope } from '../db/index.ts'
import type { HostServices } from '../host/services.ts'
import { scopeFor } from '../identity/actor.ts'
import type { Registry } from '../module/registry.ts'
import { isRecords } from '../search/findable.ts'
import type { Text } from '../text/index.ts'
import { Today } from './contract.ts'
import type { Waiting, WaitingItem } from './waiting.ts'
import { workingDaysTo } from './working-days.ts'

/** Shown of each kind. */
const MOST = 12
/** Shown of what somebody has begun. */
const BEGUN = 12

type Shown = Static<typeof Today>
type Group = Shown['waits'][number]

/** Calls of the first page. */
export function deskCalls({ registry }: Pick<HostServices, 'registry'>): Definition[] {
  return [
    query({
      name: 'kernel.desk.today',
      summary: {
        zh: '我的一天：待办、逾期、我发起的',
        en: 'Your day: what waits for you, what is late, what you began',
      },
      permission: 'signed-in',
      input: NoInput,
      output: Today,
      verb: 'today',
      example: { input: {} },
      async handle(work) {
        const today = legalDay(work.now)
        const waits: Group[] = []
        for (const waiting of registry().waits()) {
          const group = await groupOf(work, registry(), waiting, today)
          if (group) waits.push(group)
        }
        return { today, waits, started: await startedOf(work, registry()) }
      },
      view: ({ waits }) => [
        {
          table: {
            columns: [
              { title: { zh: '事项', en: 'What' } },
              { title: { zh: '编号', en: 'Number' } },
              { title: { zh: '截止', en: 'Due' } },
              { title: { zh: '办理', en: 'To do' } },
            ],
            rows: waits.flatMap(({ name, todo, items }) =>
              items.map(item => [name, item.number ?? item.title, item.due, todo]),
            ),
            none: { zh: '没有待办', en: 'Nothing waits for you' },
          },
        },
      ],
    }),
  ]
}

async function groupOf(
  work: UnitOfWork,
  registry: Registry,
  waiting: Waiting,
  today: string,
): Promise<Group | undefined> {
  const { actor } = work
  const scope = scopeFor(actor, waiting.permission)
  if (!scope || waiting.also?.some(permission => !scopeFor(actor, permission))) return undefined
  const found = await unsafeInScope(work.tx, scope, async () => {
    const items = await waiting.find(work, MOST + 1, scope === 'own' ? actor.party : undefined)
    return { items, parties: scope === 'own' ? new Map() : await namesOf(work, items) }
  })
  const items = found.items.slice(0, MOST)
  if (items.length === 0) return undefined
  const { kind, name, todo, page } = waiting
  return {
    kind,
    name,
    todo,
    page,
    isCut: found.items.length > MOST,
    items: items.map(item => shownItem(item, registry, today, found.parties)),
  }
}

async function namesOf(
  { tx }: UnitOfWork,
  items: readonly WaitingItem[],
): Promise<ReadonlyMap<string, Text>> {
  const ids = [...new Set(items.flatMap(({ party }) => party ?? []))]
  const rows = await tx.query<{ id: string; name: Text }>(
    'select id, name from kernel.party where id = any($1::uuid[])',
    [ids],
  )
  return new Map(rows.map(({ id, name }) => [id, { zh: name.zh, en: name.en ?? name.zh }]))
}

function shownItem(
  { number, title, party, page, since, due, isLate, count }: WaitingItem,
  registry: Registry,
  today: string,
  parties: ReadonlyMap<string, Text>,
): Group['items'][number] {
  const name = party && parties.get(party)
  const days = registry.workingDays()
  const left = due && days && workingDaysTo(days, today, due)
  return {
    ...(number !== undefined && { number }),
    ...(title && { title }),
    ...(name && { party: name }),
    page,
    ...(since && { since: since.toISOString() }),
    ...(due && { due }),
    ...(typeof left === 'number' && { workingDays: left }),
    isLate: isLate ?? (due !== undefined && due < today),
    ...(count !== undefined && { count }),
  }
}

interface StartedRow extends Record<string, unknown> {
  readonly kind: string
  readonly key: string
  readonly type: string
  readonly at: Date
  readonly number: string | null
  readonly title: Text
  readonly page: string
}

const STARTED = `
  select s.kind, s.key, s.type, s.at, e.number, e.title, e.page
  from kernel.started s join kernel.search_entry e on e.kind = s.kind and e.key = s.key
  where s.account_id = $1 and (s.party_id is null or s.party_id = $2) order by s.at desc limit $3`

/** Read in the scope of each kind's permission: what one may see no more is not told of. */
async function startedOf(work: UnitOfWork, registry: Registry): Promise<Shown['started']> {
  const { actor } = work
  if (!actor.account) return []
  const said = new Map(registry.begins().map(each => [each.type, each.said]))
  const names = new Map(registry.finds().map(each => [each.kind, each.name]))
  const rows = await unsafeInScope(work.tx, 'office', () =>
    work.query<StartedRow>(STARTED, [actor.account, actor.party ?? null, 2 * BEGUN]),
  )
  const seen = new Set<string>()
  for (const [kind, of] of Map.groupBy(rows, row => row.kind)) {
    const findable = registry.finds().find(each => each.kind === kind)
    const scope = findable && scopeFor(actor, findable.permission)
    if (!findable || !scope || !isRecords(findable)) continue
    const keys = await unsafeInScope(work.tx, scope, () =>
      work.query<{ key: string }>(findable.seen, [of.map(row => row.key)]),
    )
    for (const { key } of keys) seen.add(`${kind}/${key}`)
  }
  return rows
    .filter(({ kind, key }) => seen.has(`${kind}/${key}`))
    .slice(0, BEGUN)
    .map(({ kind, type, at, number, title, page }) => ({
      kind,
      kindName: names.get(kind)!,
      said: said.get(type)!,
      ...(number !== null && { number }),
      title,
      page,
      at: at.toISOString(),
    }))
}
