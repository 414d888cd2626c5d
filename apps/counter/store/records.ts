import type { Event, Store, Taken } from './store.ts'

/** The record of a kind with that key. */
export function recordOf(store: Store, kind: string, key: string): Taken | undefined {
  return taken(store.get('select * from record where kind = ? and key = ?', kind, key))
}

export function recordById(store: Store, id: number): Taken | undefined {
  return taken(store.get('select * from record where id = ?', id))
}

/** The records of a kind that are found by another name than their key, in the order they came. */
export function linkedTo(store: Store, kind: string, link: string): Taken[] {
  return store
    .all('select * from record where kind = ? and link = ? order by id', kind, link)
    .flatMap(row => taken(row) ?? [])
}

/** The first of the records that are found by another name than their key. */
export function firstLinked(store: Store, kind: string, link: string): Taken | undefined {
  return taken(store.get('select * from record where kind = ? and link = ? order by id limit 1', kind, link))
}

/** How many of the records found by that name have ended in some way. */
export function countMarked(store: Store, kind: string, link: string): number {
  const sql = 'select count(*) as n from record where kind = ? and link = ? and mark is not null'
  return Number(store.get(sql, kind, link)?.n)
}

type Texts = Record<'head' | 'lines' | 'numbers' | 'plan', string>

/** Lines are long and most often not asked for: they are read when they are. */
function taken(row: Record<string, unknown> | undefined): Taken | undefined {
  if (!row) return undefined
  const { head, lines, numbers, plan, ...rest } = row as unknown as Taken & Texts
  let read: Taken['lines'] | undefined
  return {
    ...rest,
    head: JSON.parse(head),
    numbers: JSON.parse(numbers),
    plan: JSON.parse(plan),
    get lines() {
      read ??= JSON.parse(lines) as Taken['lines']
      return read
    },
  }
}

/** Keeps a record, over an earlier one of the same key. @returns its id */
export function keepRecord(store: Store, one: Omit<Taken, 'id'>): number {
  const row = store.get(
    `insert into record (kind, key, link, attempt, sender, channel, taken, course, head, lines, numbers, plan, mark)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (kind, key) do update set link = excluded.link, attempt = excluded.attempt, sender = excluded.sender,
       channel = excluded.channel, taken = excluded.taken, course = excluded.course, head = excluded.head,
       lines = excluded.lines, numbers = excluded.numbers, plan = excluded.plan, mark = excluded.mark
     returning id`,
    one.kind,
    one.key,
    one.link,
    one.attempt,
    one.sender,
    one.channel,
    one.taken,
    one.course,
    JSON.stringify(one.head),
    JSON.stringify(one.lines),
    JSON.stringify(one.numbers),
    JSON.stringify(one.plan),
    one.mark,
  )
  return Number(row!.id)
}

export function keepPlan(store: Store, id: number, plan: Taken['plan'], numbers: Taken['numbers']): void {
  store.run(
    'update record set plan = ?, numbers = ? where id = ?',
    JSON.stringify(plan),
    JSON.stringify(numbers),
    id,
  )
}

export function markRecord(store: Store, id: number, mark: string | null): void {
  store.run('update record set mark = ? where id = ?', mark, id)
}

export function addEvent(store: Store, one: Omit<Event, 'id'>): void {
  store.run(
    'insert into event (due, record, attempt, what, at, status, info, copies, step) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    one.due,
    one.record,
    one.attempt,
    one.what,
    one.at,
    one.status,
    one.info,
    one.copies,
    one.step,
  )
}

/** Removes and gives the events that are due, the earliest first; a receipt's copies count as so many. */
export function takeEvents(store: Store, now: number, limit: number): Event[] {
  const rows = store.all('select * from event where due <= ? order by due, id limit ?', now, limit)
  let room = limit
  const events = (rows as unknown as Event[]).filter(({ copies }, n) => {
    if (n > 0 && room <= 0) return false
    room -= copies
    return true
  })
  for (const { id } of events) store.run('delete from event where id = ?', id)
  return events
}

/** When the next thing happens; undefined where nothing is left to happen. */
export function nextDue(store: Store): number | undefined {
  const row = store.get(
    'select min(due) as due from (select min(due) as due from event union all select min(due) from loose)',
  )
  return row?.due === null || row?.due === undefined ? undefined : Number(row.due)
}

/** A number that nobody has yet: the wanted one, else the next free. */
export function freeNumber(store: Store, prefix: string, wanted: number): string {
  for (let serial = wanted; ; serial = (serial + 1) % 1_000_000_000) {
    const number = `${prefix}${String(serial).padStart(9, '0')}`
    if (store.get('insert into number (number) values (?) on conflict do nothing returning number', number))
      return number
  }
}

/** A message that belongs to no record, written and waiting to leave. */
export interface Loose {
  readonly due: number
  readonly channel: string
  readonly sender: string
  readonly receiver: string
  readonly type: string
  readonly guid: string
  readonly body: string
}

export function addLoose(store: Store, { due, channel, sender, receiver, type, guid, body }: Loose): void {
  store.run(
    'insert into loose (due, channel, sender, receiver, type, guid, body) values (?, ?, ?, ?, ?, ?, ?)',
    due,
    channel,
    sender,
    receiver,
    type,
    guid,
    body,
  )
}

export function takeLoose(store: Store, now: number, limit: number): Loose[] {
  const rows = store.all('select * from loose where due <= ? order by due, id limit ?', now, limit)
  for (const { id } of rows) store.run('delete from loose where id = ?', Number(id))
  return rows as unknown as Loose[]
}
