import { fileURLToPath } from 'node:url'
import type { CallOptions } from '@tongqu/kernel/command'
import type { Host } from '@tongqu/kernel/host'
import type { Actor } from '@tongqu/kernel/identity'
import { createLog } from '@tongqu/kernel/log'
import { type Pack, readPack } from '@tongqu/kernel/pack'
import { answerOf, codeOf, someone, type TestHostOptions, testHost } from '@tongqu/kernel/testing'
import { accountsNow, ledgerModule } from '@tongqu/ledger'
import { marketModule } from '../../index.ts'
import { type AccountName, accountKinds } from '../books/chart.ts'

/** The repository's national pack. */
function ownPack(): Promise<Pack> {
  return readPack(fileURLToPath(new URL('../../../../packs/cn', import.meta.url)), 'cn')
}

const party = (n: number) => `00000000-0000-7000-8000-0000000000${n.toString(16).padStart(2, '0')}`
const all = ['market.*']
/** A firm that owns goods, one that keeps a warehouse, another owner, another keeper, and buyers. */
export const owner = someone(party(0xa), all)
export const keeper = someone(party(0xb), all)
export const otherOwner = someone(party(0xc), all)
export const otherKeeper = someone(party(0xd), all)
export const buyer = someone(party(0xe), all)
export const otherBuyer = someone(party(0xf), all)
/** Somebody else of the keeper's. */
export const secondKeeper = someone(party(0xb), all, party(0x1b))

/** An installation with stock on a test's database. */
export async function stockHost(url: string, more: Partial<TestHostOptions> = {}): Promise<Host> {
  const host = await testHost({
    packs: [await ownPack()],
    log: createLog('error'),
    ...more,
    url,
    modules: services => [ledgerModule(services), marketModule(services)],
  })
  const ids = [owner, keeper, otherOwner, otherKeeper, buyer, otherBuyer].map(each => each.party!)
  await host.database.transact({ scope: 'system' }, tx =>
    tx.execute(
      `insert into kernel.party (id, kind, name, created_at)
       select id, 'firm', '{"zh": "测试", "en": "test"}', $2 from unnest($1::uuid[]) as n (id) on conflict do nothing`,
      [ids, host.clock.now()],
    ),
  )
  return host
}

interface Made {
  readonly id: string
}

/** A test's hand: short calls on one installation. */
export class Hand {
  readonly host: Host
  #tags = 0

  constructor(host: Host) {
    this.host = host
  }

  /** The answer of a call that must not be refused. */
  do<T = Made>(name: string, input: unknown, actor: Actor, options?: CallOptions): Promise<T> {
    return answerOf<T>(this.host.call(name, input, actor, options))
  }

  /** The code that a call is refused with; `done` where it is not. */
  code(name: string, input: unknown, actor: Actor): Promise<string> {
    return codeOf(this.host.call(name, input, actor))
  }

  tag(): string {
    this.#tags++
    return `T${this.#tags}`
  }

  /** A warehouse that a keeper runs and in which an owner stores. */
  async warehouse(more: object = {}, by: Actor = keeper, whose: Actor = owner): Promise<string> {
    const { id } = await this.do(
      'market.warehouse.register',
      { code: this.tag(), name: { zh: '仓', en: 'W' }, kind: 'own', country: 'CN', ...more },
      by,
    )
    if (whose.party !== by.party) {
      await this.do('market.storage.offer', { warehouse: id, owner: whose.party }, by)
      await this.do('market.storage.agree', { warehouse: id }, whose)
    }
    return id
  }

  async article(more: object = {}, by: Actor = owner): Promise<string> {
    const input = { sku: this.tag(), name: { zh: '货', en: 'G' }, unit: '007', tracking: 'none', ...more }
    return (await this.do('market.article.register', input, by)).id
  }

  /** Takes in goods that a supplier sent. @returns the line of stock */
  async goods(warehouse: string, article: string, quantity: string, more: Goods = {}): Promise<string> {
    const { lot, paper, by = keeper, whose = owner } = more
    const receipt = await this.do(
      'market.receipt.announce',
      { warehouse, source: 'supplier', lines: [{ article, quantity }] },
      whose,
    )
    const received = await this.do<{ stock: string[] }>(
      'market.receipt.receive',
      { receipt: receipt.id, entries: [{ line: 1, quantity, ...(lot && { lot }) }], ...(paper && { paper }) },
      by,
    )
    return received.stock[0]!
  }

  /** What a party's accounts of a unit of account hold, by kind: credited less debited, in smallest pieces. */
  async books(ledger: number): Promise<Partial<Record<AccountName, bigint>>> {
    const rows = await this.host.database.transact({ scope: 'system' }, tx =>
      tx.query<{ code: number; sum: string }>(
        `select code, sum(credits_posted - debits_posted) as sum from ledger.account where ledger = $1 group by code`,
        [ledger],
      ),
    )
    const names = Object.entries(accountKinds) as [AccountName, { code: number }][]
    return Object.fromEntries(
      rows.map(row => [names.find(([, kind]) => kind.code === row.code)![0], BigInt(row.sum)]),
    )
  }

  /** Gives back what was held and whose time is over, as the ledger does every few seconds. */
  async expireHolds(): Promise<void> {
    await this.host.database.transact({ scope: 'system' }, tx =>
      tx.query(`select job.enqueue('ledger.hold.expire', '{}', null, null, null)`),
    )
    await this.host.settle()
  }

  /** What an account has left: credited, neither debited nor held. */
  async left(account: string): Promise<bigint> {
    const found = await this.host.database.transact({ scope: 'system' }, tx => accountsNow(tx, [account]))
    const { credits_posted, debits_posted, debits_pending } = found.get(account)!
    return credits_posted - debits_posted - debits_pending
  }
}

interface Goods {
  readonly lot?: object
  readonly paper?: object
  readonly by?: Actor
  readonly whose?: Actor
}
