import { exampleProfile } from '@tongqu/customs/declaration/example'
import { Caller, finished, type Product } from './product.ts'

/** How to sign the demonstration's trader in at a product, also after it was started again and says no password. */
export function traderOf(first: Product): (product: Product) => Promise<Caller> {
  const password = first.password('trader')
  return async product => {
    const caller = new Caller(product.address)
    await caller.signIn('trader', password)
    return caller
  }
}

/** Plans a book of orders as the example's declarant and hands it over to be declared. @returns the plan's id */
export async function submitBook(caller: Caller, orders: readonly unknown[]): Promise<string> {
  await caller.must('customs.declarant.set', exampleProfile)
  const file = await caller.upload('book.json', Buffer.from(JSON.stringify({ orders })))
  const { id } = await caller.must<{ id: string }>('customs.plan.create', { file, date: '2026-11-23' })
  await finished(caller, id)
  await caller.must('customs.declaration.submit', { plan: id })
  return id
}
