import fc from 'fast-check'
import { owner, secondKeeper } from './ground.ts'
import { saleSteps } from './sale-steps.ts'
import { amount, ask, chosen, keepers, SECONDS, type Step, text, warehouse, which, without } from './scene.ts'

interface Hold {
  readonly id: string
  readonly parts: readonly { readonly part: string; readonly state: string }[]
}
interface WithLines {
  readonly id: string
  readonly state: string
  readonly lines: readonly { readonly line: number; readonly stock: string; readonly open: boolean }[]
}
const receive = fc.tuple(warehouse, amount).map(
  ([w, q]): Step =>
    async scene => {
      const { hand, model, article, warehouses } = scene
      scene.lines[w] = await hand.goods(warehouses[w]!, article, text(q), { by: keepers[w]! })
      model.received += q
      model.onHand[w]! += q
    },
)

const hold = fc.tuple(warehouse, amount).map(
  ([w, q]): Step =>
    async scene => {
      const { hand, model, article, warehouses } = scene
      const input = { article, warehouse: warehouses[w], quantity: text(q), seconds: SECONDS }
      const can = q <= model.free(w)
      const held = await ask(can, () => hand.do<Hold>('market.hold.place', input, owner))
      if (held) model.holds.push({ of: w, amount: q, until: model.now + SECONDS, id: held.id })
    },
)

const ship = fc.tuple(which, amount, fc.boolean()).map(
  ([n, q, keep]): Step =>
    async scene => {
      const { hand, model } = scene
      const held = chosen(model.holds, n)
      if (!held) return
      const { parts } = await hand.do<Hold>('market.hold.get', { hold: held.id }, owner)
      const { part } = parts.find(each => each.state === 'held')!
      const input = { hold: held.id, parts: [{ part, quantity: text(q) }], rest: keep ? 'keep' : 'release' }
      const shipped = await ask(q <= held.amount, () => hand.do('market.hold.ship', input, keepers[held.of]!))
      if (!shipped) return
      model.onHand[held.of]! -= q
      model.customers += q
      if (keep && q < held.amount) held.amount -= q
      else model.holds = without(model.holds, held)
    },
)

const release = which.map(
  (n): Step =>
    async ({ hand, model }) => {
      const held = chosen(model.holds, n)
      if (!held) return
      await hand.do('market.hold.release', { hold: held.id }, owner)
      model.holds = without(model.holds, held)
    },
)

const move = fc.tuple(warehouse, amount).map(
  ([w, q]): Step =>
    async scene => {
      const { hand, model, article, warehouses } = scene
      const lines = [{ article, quantity: text(q) }]
      const input = { from: warehouses[w], to: warehouses[1 - w], lines }
      const can = q <= model.free(w)
      const made = await ask(can, () => hand.do('market.transfer.order', input, owner))
      if (!made) return
      await hand.do('market.transfer.dispatch', { transfer: made.id }, keepers[w]!)
      model.onHand[w]! -= q
      model.transit.push({ of: 1 - w, amount: q, until: Number.POSITIVE_INFINITY, id: made.id })
    },
)

const arrive = fc.tuple(which, amount, fc.nat(3)).map(
  ([n, q, lost]): Step =>
    async scene => {
      const { hand, model } = scene
      const sent = chosen(model.transit, n)
      if (!sent) return
      const loss = lost > 0 ? { loss: { quantity: text(lost), kind: 'lost', reason: 'gone' } } : {}
      const input = { transfer: sent.id, entries: [{ line: 1, quantity: text(q), ...loss }] }
      const can = q + lost <= sent.amount
      const came = await ask(can, () => hand.do('market.transfer.arrive', input, keepers[sent.of]!))
      if (!came) return
      model.onHand[sent.of]! += q
      model.lost.lost += lost
      sent.amount -= q + lost
      if (sent.amount === 0) model.transit = without(model.transit, sent)
    },
)

const giveUp = fc.tuple(which, fc.boolean()).map(
  ([n, back]): Step =>
    async ({ hand, model }) => {
      const sent = chosen(model.transit, n)
      if (!sent) return
      const outcome = back ? 'turned_back' : 'lost'
      const by = back ? keepers[1 - sent.of]! : owner
      await hand.do('market.transfer.close', { transfer: sent.id, outcome, reason: 'never came' }, by)
      if (back) model.onHand[1 - sent.of]! += sent.amount
      else model.lost.lost += sent.amount
      model.transit = without(model.transit, sent)
    },
)

const writeOff = fc.tuple(warehouse, amount).map(
  ([w, q]): Step =>
    async scene => {
      const { hand, model } = scene
      const line = scene.lines[w]
      if (!line) return
      const input = { line, quantity: text(q), kind: 'spoiled', reason: 'mould' }
      const can = q <= model.free(w)
      const done = await ask(can, () => hand.do('market.stock.writeOff', input, keepers[w]!))
      if (!done) return
      model.onHand[w]! -= q
      model.lost.spoiled += q
    },
)

const count = fc.tuple(warehouse, fc.integer({ min: -3, max: 3 })).map(
  ([w, off]): Step =>
    async scene => {
      const { hand, model, warehouses } = scene
      const there = model.there(w)
      if (there === 0 || there + off < 0) return
      const by = keepers[w]!
      const sheet = await hand.do<WithLines>(
        'market.count.start',
        { warehouse: warehouses[w], owner: owner.party },
        by,
      )
      const entries = [{ line: 1, quantity: text(there + off) }]
      const enter = () => hand.do('market.count.enter', { count: sheet.id, entries }, by)
      const finish = () => hand.do<WithLines>('market.count.finish', { count: sheet.id }, by)
      await enter()
      if ((await finish()).state === 'recounting') {
        await enter()
        await finish()
      }
      const approver = w === 0 ? secondKeeper : owner
      const can = -off <= model.free(w)
      const approved = await ask(can, () => hand.do('market.count.approve', { count: sheet.id }, approver))
      if (!approved) {
        await hand.do('market.count.cancel', { count: sheet.id, reason: 'it is held' }, by)
        return
      }
      model.onHand[w]! += off
      model.difference -= off
    },
)

const pass = fc.constantFrom(10, 60, 101).map(
  (seconds): Step =>
    scene =>
      scene.pass(seconds),
)

/** Histories that begin with goods. */
export const histories = fc
  .tuple(
    fc.array(receive, { minLength: 2, maxLength: 4 }),
    fc.array(
      fc.oneof(
        receive,
        hold,
        hold,
        ship,
        ship,
        release,
        move,
        arrive,
        arrive,
        giveUp,
        writeOff,
        ...saleSteps,
        count,
        pass,
      ),
      { minLength: 8, maxLength: 30 },
    ),
  )
  .map(([first, then]) => [...first, ...then])
