import { type Bench, benchResult } from '@tongqu/tools/bench'
import { type OpenedShop, openShop } from './testing/opened.ts'
import type { Poster } from './testing/poster.ts'
import { tokenOf } from './testing/shop.ts'

const UNITS = 5000
const ATTEMPTS = Number(process.env.SELLOUT_ATTEMPTS ?? 1_000_000)
const CONNECTIONS = 256
/** Of those who got one, so many change their minds: at first; the last tenth of the buyers takes what was given back. */
const CHANGE_THEIR_MINDS = 0.5
const PARTS = 5

/**
 * Five thousand units and a million buyers, each by a session of its own: whoever gets one confirms or gives it back.
 * At the end exactly five thousand are sold, and at no instant were more taken, by the transfers themselves. The value
 * is attempts a second, refusals and all; each of them is decided in order and audited.
 */
export const bench: Bench = {
  name: 'sellout',
  async run() {
    const shop = await openShop(UNITS, ATTEMPTS, CONNECTIONS)
    try {
      const crowd = new Crowd(shop)
      const rates: number[] = []
      for (let part = 1; part <= PARTS; part++) {
        const begun = performance.now()
        const before = crowd.attempts
        await crowd.comeUntil(Math.floor((ATTEMPTS * part) / PARTS))
        rates.push(((crowd.attempts - before) * 1000) / (performance.now() - begun))
      }
      await judge(shop, crowd)
      return benchResult(
        'sellout',
        'attempts/s',
        { name: 'reservations a second, the goal', value: 5000 },
        rates,
      )
    } finally {
      await shop.close()
    }
  },
}

/** Buyers who come one after another on each connection. */
class Crowd {
  readonly #shop: OpenedShop
  attempts = 0
  placed = 0
  confirmed = 0
  cancelled = 0
  soldOut = 0

  constructor(shop: OpenedShop) {
    this.#shop = shop
  }

  async comeUntil(last: number): Promise<void> {
    const each = async (poster: Poster) => {
      while (this.attempts < last) await this.#buy(poster, this.attempts++)
    }
    await Promise.all(this.#shop.posters.map(each))
  }

  async #buy(poster: Poster, n: number): Promise<void> {
    const token = tokenOf(n)
    const input = { shelf: this.#shop.shelf, quantity: '1' }
    const { status, body } = await poster.post('/api/market/reservation/place', token, input)
    if (status === 409 && body.includes('"reservation.sold_out"')) {
      this.soldOut++
      return
    }
    if (status !== 200) throw new Error(body)
    this.placed++
    const { reservation } = JSON.parse(body) as { reservation: string }
    const givesBack = n < ATTEMPTS * 0.9 && Math.random() < CHANGE_THEIR_MINDS
    const verb = givesBack ? 'cancel' : 'confirm'
    const ended = await poster.post(`/api/market/reservation/${verb}`, token, { reservation })
    if (ended.status !== 200) throw new Error(ended.body)
    if (givesBack) this.cancelled++
    else this.confirmed++
  }
}

// Every transfer of the shelf in its order: what was taken after each of them. Flags: 2 pending, 4 post, 8 void.
const TAKEN = `
  with shelf as (select key, debits_posted, debits_pending from ledger.account where id = $1),
  taken as (
    select sum(case when t.flags & 2 <> 0 then t.amount when t.flags & 8 <> 0 then -t.amount
      when t.flags & 4 <> 0 then 0 else t.amount end) over (order by t.timestamp) as units
    from ledger.transfer t join shelf on t.debit_account = shelf.key)
  select (select max(units) from taken)::int as most, debits_posted::int as sold, debits_pending::int as held from shelf`

async function judge({ database, shelf }: OpenedShop, crowd: Crowd): Promise<void> {
  const { rows } = await database.pool.query<{ most: number; sold: number; held: number }>(TAKEN, [shelf])
  const { most, sold, held } = rows[0]!
  const { attempts, placed, confirmed, cancelled, soldOut } = crowd
  console.error(
    `${attempts} attempts: ${placed} placed, ${confirmed} confirmed, ${cancelled} given back, ${soldOut} sold out; ` +
      `in the books ${sold} sold, ${held} held, never more than ${most} taken`,
  )
  const isRight = sold === UNITS && confirmed === UNITS && held === 0 && most === UNITS
  if (!isRight || placed !== confirmed + cancelled || attempts !== placed + soldOut)
    throw new Error('the units do not add up')
}
