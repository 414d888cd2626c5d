import fc from 'fast-check'
import { type Hand, keeper, otherKeeper } from './ground.ts'
import type { Held, StockModel } from './model.ts'

/** Where a history plays: two warehouses of two keepers, one article. */
export interface Scene {
  readonly hand: Hand
  readonly model: StockModel
  readonly article: string
  readonly warehouses: readonly string[]
  /** Lines and shelves as far as they exist, by warehouse. */
  readonly lines: (string | undefined)[]
  readonly shelves: (string | undefined)[]
  /** Lets time pass, and what is due happen. */
  pass(seconds: number): Promise<void>
}

/** One step: done to both the product and the model, which must agree whether it can be. */
export type Step = (scene: Scene) => Promise<void>

export const keepers = [keeper, otherKeeper]
/** Time that things are held for; steps pass about as much. */
export const SECONDS = 100

/** What the product answered, or that it refused; it must refuse exactly where it cannot be. */
export async function ask<T>(can: boolean, what: () => Promise<T>): Promise<T | undefined> {
  try {
    const answer = await what()
    if (!can) throw new Error('The product did what cannot be.', { cause: answer })
    return answer
  } catch (error) {
    if (can || !(error as Error).message.startsWith('refused: ')) throw error
    return undefined
  }
}

export const text = String
export const chosen = (held: readonly Held[], n: number): Held | undefined =>
  held[n % Math.max(held.length, 1)]
export const without = (held: readonly Held[], one: Held) => held.filter(each => each !== one)

export const warehouse = fc.constantFrom(0, 1)
export const amount = fc.integer({ min: 1, max: 12 })
export const which = fc.nat(5)
