import type { PoolClient, QueryResultRow } from 'pg'

/** How far a reader sees: own party's records, an office's remit, the audit, everything (subscribers, jobs). */
export type Scope = 'own' | 'office' | 'audit' | 'system'

/** Whom row security takes the transaction to be acting for. */
export interface Setting {
  readonly scope: Scope
  /** UUID of the party; absent: nobody is signed in. */
  readonly party?: string | undefined
  /** UUID of the user. */
  readonly user?: string | undefined
}

export type Row = QueryResultRow

/**
 * One open transaction. Statements are prepared once per connection under a name made from their text, so a
 * statement's text must be constant: values go into parameters, never into the text.
 */
export interface Tx {
  query<R extends Row = Row>(text: string, values?: readonly unknown[]): Promise<R[]>
  /** The number of rows that a statement wrote. */
  execute(text: string, values?: readonly unknown[]): Promise<number>
}

export interface TxOptions {
  readonly readOnly?: boolean
  readonly isolation?: 'repeatable read' | 'serializable'
  /**
   * Its statements find rows by the keys that arrays bring: planned once for any of them, and by index, whatever the
   * planner thinks of tables that were empty when it first planned.
   */
  readonly probing?: boolean
}

const names = new Map<string, string>()

function statementName(text: string): string {
  let name = names.get(text)
  if (!name) {
    name = `s${names.size}`
    names.set(text, name)
  }
  return name
}

export function txOn(client: PoolClient, { probing }: TxOptions = {}): Tx {
  // A plan is kept under its statement's name: one that was made for probing is used for nothing else.
  const nameOf = (text: string) => (probing ? `p${statementName(text)}` : statementName(text))
  const run = <R extends Row>(text: string, values: readonly unknown[]) =>
    client.query<R>({ name: nameOf(text), text, values: values as unknown[] })
  return {
    query: async <R extends Row>(text: string, values: readonly unknown[] = []) =>
      (await run<R>(text, values)).rows,
    execute: async (text, values = []) => (await run(text, values)).rowCount ?? 0,
  }
}

const PROBING = [
  ['plan_cache_mode', 'force_generic_plan'],
  ['enable_seqscan', 'off'],
  ['enable_hashjoin', 'off'],
  ['enable_mergejoin', 'off'],
]
  .map(([name, value]) => `,set_config('${name}','${value}',true)`)
  .join('')

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/**
 * The first statement of a transaction: begin, and the three settings that row security reads, in one round
 * trip. It is the one place where values stand in a statement's text; they are checked for their shape first.
 */
export function beginStatement(setting: Setting, options: TxOptions): string {
  for (const id of [setting.party, setting.user])
    if (id !== undefined && !uuid.test(id)) throw new Error(`Not a UUID: ${id}`)
  const isolation = options.isolation ? ` isolation level ${options.isolation}` : ''
  const readOnly = options.readOnly ? ' read only' : ''
  return (
    `begin${isolation}${readOnly};` +
    `select set_config('tongqu.scope','${setting.scope}',true),` +
    `set_config('tongqu.party','${setting.party ?? ''}',true),` +
    `set_config('tongqu.user','${setting.user ?? ''}',true)` +
    (options.probing ? PROBING : '')
  )
}
