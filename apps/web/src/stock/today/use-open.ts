import { useAsk } from '../../remote/use-query.ts'

const limit = 200

/** What waits in the reader's warehouses, or of the reader's goods; each list is asked for once and shown in parts. */
export function useOpen() {
  return {
    announced: useAsk('market.receipt.list', { state: 'announced', limit }),
    receiving: useAsk('market.receipt.list', { state: 'receiving', limit }),
    ordered: useAsk('market.transfer.list', { state: 'ordered', limit }),
    dispatched: useAsk('market.transfer.list', { state: 'dispatched', limit }),
    counts: useAsk('market.count.list', { limit }),
  }
}

/** The address of an open document by its own number or its owner's; undefined where none is called so. */
export function useFindOpen(): (code: string) => string | undefined {
  const { announced, receiving, ordered, dispatched, counts } = useOpen()
  return code => {
    const wanted = code.trim().toLowerCase()
    const isIt = (...names: (string | undefined)[]) => names.some(name => name?.toLowerCase() === wanted)
    const receipt = [...(announced.data?.receipts ?? []), ...(receiving.data?.receipts ?? [])].find(each =>
      isIt(each.number, each.reference),
    )
    if (receipt) return `/stock/receipts/${receipt.id}`
    const transfer = [...(ordered.data?.transfers ?? []), ...(dispatched.data?.transfers ?? [])].find(each =>
      isIt(each.number),
    )
    if (transfer) return `/stock/transfers/${transfer.id}`
    const count = counts.data?.counts.find(each => isIt(each.number))
    return count ? `/stock/counts/${count.id}` : undefined
  }
}
