import { DeskFrame } from '../look/DeskFrame.tsx'
import { useTexts } from '../text/language.tsx'
import './stock.css'
import { stockTexts } from './stock.texts.ts'

const pages = [
  { to: '/stock', name: 'today', needs: 'market.stock.read', isFirst: true },
  { to: '/stock/levels', name: 'levels', needs: 'market.stock.read' },
  { to: '/stock/receipts', name: 'receipts', needs: 'market.receipt.read' },
  { to: '/stock/transfers', name: 'transfers', needs: 'market.transfer.read' },
  { to: '/stock/holds', name: 'holds', needs: 'market.hold.read' },
  { to: '/stock/counts', name: 'counts', needs: 'market.count.read' },
  { to: '/stock/articles', name: 'articles', needs: 'market.article.read' },
  { to: '/stock/warehouses', name: 'warehouses', needs: 'market.warehouse.read' },
] as const

/** The desk of whoever owns goods or keeps them: its pages, one question each. */
export function StockDesk() {
  const t = useTexts(stockTexts)
  return <DeskFrame className="stock" label={t.pages} pages={pages} names={t} />
}
