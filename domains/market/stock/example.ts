/*
 * Goods for the examples of calls. Examples run one after another on one installation, so each takes a tag of its own
 * for the codes that must be unique.
 */
type Made = readonly { readonly id: string }[]
type Given = { readonly call: string; readonly input: unknown }

export function exampleWarehouse(code: string) {
  return { code, name: { zh: '示例仓', en: 'Example warehouse' }, kind: 'own', country: 'CN' }
}

export function givenWarehouse(tag: string): Given {
  return { call: 'market.warehouse.register', input: exampleWarehouse(tag) }
}

export function exampleArticle(sku: string, tracking: 'none' | 'lot' = 'none') {
  return { sku, name: { zh: '示例商品', en: 'Example article' }, unit: '007', tracking }
}

/** Outputs: 0 a warehouse, 1 an article. */
export function givenArticle(tag: string, tracking: 'none' | 'lot' = 'none'): Given[] {
  return [givenWarehouse(tag), { call: 'market.article.register', input: exampleArticle(tag, tracking) }]
}

export function exampleReceipt([warehouse, article]: Made) {
  return {
    warehouse: warehouse!.id,
    source: 'supplier',
    lines: [{ article: article!.id, quantity: '100' }],
  }
}

/** Outputs: 0 a warehouse, 1 an article, 2 a receipt that announces a hundred. */
export function givenReceipt(tag: string): Given[] {
  return [...givenArticle(tag), { call: 'market.receipt.announce', input: exampleReceipt }]
}

export function exampleArrival([, , receipt]: Made) {
  return { receipt: receipt!.id, entries: [{ line: 1, quantity: '100' }] }
}

/** Outputs: 0 a warehouse, 1 an article, 2 a receipt, 3 what it became when a hundred came. */
export function givenGoods(tag: string): Given[] {
  return [...givenReceipt(tag), { call: 'market.receipt.receive', input: exampleArrival }]
}

/** The line that the hundred lie on. */
export function lineOf(outputs: readonly unknown[]): string {
  return (outputs[3] as { readonly stock: readonly string[] }).stock[0]!
}
