import fc from 'fast-check'
import { buyer, owner } from './ground.ts'
import { amount, ask, chosen, keepers, SECONDS, type Step, text, warehouse, which, without } from './scene.ts'

/* Steps of what is on sale. */

const fill = fc.tuple(warehouse, amount).map(
  ([w, q]): Step =>
    async scene => {
      const { hand, model } = scene
      const line = scene.lines[w]
      if (!line) return
      const can = q <= model.free(w)
      const filled = await ask(can, () => hand.do('market.shelf.fill', { line, quantity: text(q) }, owner))
      if (!filled) return
      scene.shelves[w] = filled.id
      model.onHand[w]! -= q
      model.shelf[w]! += q
    },
)

const clear = fc.tuple(warehouse, amount).map(
  ([w, q]): Step =>
    async scene => {
      const { hand, model } = scene
      const shelf = scene.shelves[w]
      if (!shelf) return
      const can = q <= model.onSale(w)
      const cleared = await ask(can, () => hand.do('market.shelf.clear', { shelf, quantity: text(q) }, owner))
      if (!cleared) return
      model.shelf[w]! -= q
      model.onHand[w]! += q
    },
)

const reserve = fc.tuple(warehouse, amount).map(
  ([w, q]): Step =>
    async scene => {
      const { hand, model } = scene
      const shelf = scene.shelves[w]
      if (!shelf) return
      const input = { shelf, quantity: text(q), seconds: SECONDS }
      const can = q <= model.onSale(w)
      const placed = await ask(can, () =>
        hand.do<{ reservation: string }>('market.reservation.place', input, buyer),
      )
      if (!placed) return
      model.reservations.push({ of: w, amount: q, until: model.now + SECONDS, id: placed.reservation })
    },
)

const decide = fc.tuple(which, fc.boolean()).map(
  ([n, buys]): Step =>
    async ({ hand, model }) => {
      const placed = chosen(model.reservations, n)
      if (!placed) return
      const name = buys ? 'market.reservation.confirm' : 'market.reservation.cancel'
      await hand.do(name, { reservation: placed.id }, buyer)
      model.reservations = without(model.reservations, placed)
      if (!buys) return
      model.shelf[placed.of]! -= placed.amount
      model.sold[placed.of]! += placed.amount
    },
)

const shipSold = fc.tuple(warehouse, amount).map(
  ([w, q]): Step =>
    async scene => {
      const { hand, model } = scene
      const shelf = scene.shelves[w]
      if (!shelf) return
      const can = q <= model.sold[w]!
      const shipped = await ask(can, () =>
        hand.do('market.shelf.ship', { shelf, quantity: text(q) }, keepers[w]!),
      )
      if (!shipped) return
      model.sold[w]! -= q
      model.customers += q
    },
)

/** What owners and buyers do with shelves. */
export const saleSteps = [fill, fill, clear, reserve, reserve, decide, decide, shipSold]
