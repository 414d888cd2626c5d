import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Values } from '../message/kind.ts'
import { schema } from './schema.ts'

/** When the customs come to which status: the truth of a record, whatever becomes of its receipts. */
export type Plan = readonly (readonly [at: number, status: number | string])[]

/** A record that the counter took. */
export interface Taken {
  readonly id: number
  readonly kind: string
  readonly key: string
  /** Another name that it is found by. */
  readonly link: string | null
  /** How often it has been sent. */
  readonly attempt: number
  readonly sender: string
  readonly channel: string
  readonly taken: number
  readonly course: string
  readonly head: Values
  readonly lines: readonly Values[]
  /** Numbers that the counter gave: preNo, invtNo. */
  readonly numbers: Values
  readonly plan: Plan
  /** What ended it beside its course: cancelled, summed up in an application. */
  readonly mark: string | null
}

/** Something that will happen to a record: its check, or a receipt that leaves. */
export interface Event {
  readonly id: number
  readonly due: number
  readonly record: number
  readonly attempt: number
  readonly what: 'check' | 'receipt' | 'tax' | 'tax status' | 'summary'
  /** The time that the receipt states. */
  readonly at: number
  readonly status: string
  readonly info: string
  readonly copies: number
  /** Which receipt of its record it is, from 0. */
  readonly step: number
}

type Row = Record<string, string | number | bigint | null | Uint8Array>

/** The counter's memory in one SQLite file: what a committed batch holds survives a kill. */
export class Store {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()
  /** What was counted, and which of it the file does not have yet. */
  #tally = new Map<string, number>()
  readonly #fresh = new Set<string>()

  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true })
    this.#db = new DatabaseSync(file)
    this.#hold(file)
  }

  /** Two counters on one memory would answer each other's records; the lock stays from the first write on. */
  #hold(file: string): void {
    try {
      this.#db.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full')
      this.#db.exec(`pragma cache_size = -64000;${schema}`)
      this.transaction(() => this.run("insert or replace into state (name, value) values ('held', 'yes')"))
      this.#loadTally()
    } catch (error) {
      this.#db.close()
      const isLocked = (error as Error).message.includes('locked')
      throw isLocked ? new Error(`${file} is held by another counter`) : error
    }
  }

  close(): void {
    this.#db.close()
  }

  /** Does all of it or nothing; durable when it returns. */
  transaction<T>(work: () => T): T {
    this.#db.exec('begin immediate')
    try {
      const done = work()
      this.#keepTally()
      this.#db.exec('commit')
      return done
    } catch (error) {
      this.#db.exec('rollback')
      this.#loadTally()
      throw error
    }
  }

  /** Counts something. @returns how often it has been counted */
  count(name: string): number {
    const counted = (this.#tally.get(name) ?? 0) + 1
    this.#tally.set(name, counted)
    this.#fresh.add(name)
    return counted
  }

  tallies(): Record<string, number> {
    return Object.fromEntries([...this.#tally].sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  #keepTally(): void {
    for (const name of this.#fresh)
      this.run('insert or replace into tally (name, count) values (?, ?)', name, this.#tally.get(name)!)
    this.#fresh.clear()
  }

  #loadTally(): void {
    this.#fresh.clear()
    this.#tally = new Map(
      this.all('select name, count from tally').map(row => [String(row.name), Number(row.count)]),
    )
  }

  get(sql: string, ...params: (string | number | null)[]): Row | undefined {
    return this.#prepared(sql).get(...params) as Row | undefined
  }

  all(sql: string, ...params: (string | number | null)[]): Row[] {
    return this.#prepared(sql).all(...params) as Row[]
  }

  run(sql: string, ...params: (string | number | null)[]): number {
    return Number(this.#prepared(sql).run(...params).lastInsertRowid)
  }

  #prepared(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (!statement) {
      statement = this.#db.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}
