import type { Clock } from '../clock/index.ts'
import { sm3 } from '../crypto/index.ts'
import type { Database, Tx } from '../db/index.ts'
import type { Log } from '../log/index.ts'
import { EVERYBODY, type Findable, type FindableTexts, isRecords } from './findable.ts'
import { keepEntries, keysOf, takeDue } from './store.ts'

/** Records of one transaction: reading Chinese names takes the processor for half a millisecond each. */
const AT_ONCE = 200
const EVERY = 500
const KINDS = 'search.kinds'

interface KeeperParts {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
}

/**
 * Keeps the index of what may be searched. Triggers mark a changed record in the transaction that changes it; here the
 * marks are taken, the records read and their entries made, all in one transaction, so that nothing that was committed is
 * ever missed. At a start, kinds whose edition or texts are others than before are made again.
 */
export class SearchKeeper {
  readonly #parts: KeeperParts
  readonly #kinds: ReadonlyMap<string, Findable>
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> = Promise.resolve()
  #isInstalled = false
  #isStopping = false

  constructor(parts: KeeperParts, findables: readonly Findable[]) {
    this.#parts = parts
    this.#kinds = new Map(findables.map(each => [each.kind, each]))
  }

  start(): void {
    const round = async () => {
      this.#running = this.settle().catch(error =>
        this.#parts.log.error({ error }, 'the search could not be brought up to date'),
      )
      await this.#running
      if (!this.#isStopping) this.#timer = setTimeout(round, EVERY)
    }
    this.#timer = setTimeout(round, 0)
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    clearTimeout(this.#timer)
    await this.#running
  }

  /** Brings the index up to what is committed. */
  async settle(): Promise<void> {
    if (this.#kinds.size === 0) return
    if (!this.#isInstalled) await this.#transact(tx => this.#install(tx))
    this.#isInstalled = true
    while (!this.#isStopping && (await this.#transact(tx => this.#some(tx)))) await new Promise(setImmediate)
  }

  #transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#parts.database.transact({ scope: 'system' }, work, { probing: true })
  }

  /** @returns whether there may be more */
  async #some(tx: Tx): Promise<boolean> {
    const due = await takeDue(tx, AT_ONCE)
    for (const { kind, keys } of due) {
      const findable = this.#kinds.get(kind)
      if (findable && isRecords(findable)) await keepEntries(tx, kind, keys, await findable.read(tx, keys))
    }
    return due.reduce((sum, { keys }) => sum + keys.length, 0) > 0
  }

  async #install(tx: Tx): Promise<void> {
    const [row] = await tx.query<{ value: Record<string, string> }>(
      'select value from kernel.installation where name = $1',
      [KINDS],
    )
    const before = row?.value ?? {}
    const now = Object.fromEntries([...this.#kinds.values()].map(each => [each.kind, editionOf(each)]))
    for (const each of this.#kinds.values()) if (before[each.kind] !== now[each.kind]) await remake(tx, each)
    if (JSON.stringify(before) === JSON.stringify(now)) return
    await tx.execute(
      `insert into kernel.installation (name, value, changed_at) values ($1, $2, $3)
       on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at`,
      [KINDS, JSON.stringify(now), this.#parts.clock.now()],
    )
  }
}

/** Edition of how tokens are made. */
const TOKENS = 1

function editionOf(findable: Findable): string {
  const own = `${TOKENS}.${findable.edition}`
  return isRecords(findable) ? own : `${own}.${sm3(JSON.stringify(findable.texts())).slice(0, 16)}`
}

async function remake(tx: Tx, findable: Findable): Promise<void> {
  if (isRecords(findable))
    await tx.execute(`insert into kernel.search_due (kind, key) select $1, key from (${findable.all}) as a`, [
      findable.kind,
    ])
  else await keepTexts(tx, findable)
}

async function keepTexts(tx: Tx, { kind, texts }: FindableTexts): Promise<void> {
  const entries = texts().map(text => ({ ...text, readers: [EVERYBODY] }))
  const keys = new Set([...(await keysOf(tx, kind)), ...entries.map(({ key }) => key)])
  await keepEntries(tx, kind, [...keys], entries)
}
