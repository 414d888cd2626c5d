import { createRoute } from '@tanstack/react-router'
import { root } from '../root.tsx'
import { lazyRouteComponent } from '../shell/lazy-page.ts'
import {
  articlesSearch,
  countsSearch,
  kindSearch,
  levelsSearch,
  receiptsSearch,
  transfersSearch,
} from './search.ts'

const stock = createRoute({
  getParentRoute: () => root,
  path: '/stock',
  component: lazyRouteComponent(() => import('./StockDesk.tsx'), 'StockDesk'),
})

const receipts = createRoute({
  getParentRoute: () => stock,
  path: '/receipts',
  validateSearch: receiptsSearch,
  component: lazyRouteComponent(() => import('./receipt/ReceiptsPage.tsx'), 'ReceiptsPage'),
})

const announce = createRoute({
  getParentRoute: () => stock,
  path: '/receipts/new',
  component: lazyRouteComponent(() => import('./receipt/AnnouncePage.tsx'), 'AnnouncePage'),
})

const receipt = createRoute({
  getParentRoute: () => stock,
  path: '/receipts/$id',
  component: lazyRouteComponent(() => import('./receipt/ReceiptPage.tsx'), 'ReceiptPage'),
})

const transfers = createRoute({
  getParentRoute: () => stock,
  path: '/transfers',
  validateSearch: transfersSearch,
  component: lazyRouteComponent(() => import('./transfer/TransfersPage.tsx'), 'TransfersPage'),
})

const newTransfer = createRoute({
  getParentRoute: () => stock,
  path: '/transfers/new',
  component: lazyRouteComponent(() => import('./transfer/OrderTransferPage.tsx'), 'OrderTransferPage'),
})

const transfer = createRoute({
  getParentRoute: () => stock,
  path: '/transfers/$id',
  component: lazyRouteComponent(() => import('./transfer/TransferPage.tsx'), 'TransferPage'),
})

const articles = createRoute({
  getParentRoute: () => stock,
  path: '/articles',
  validateSearch: articlesSearch,
  component: lazyRouteComponent(() => import('./article/ArticlesPage.tsx'), 'ArticlesPage'),
})

const newArticle = createRoute({
  getParentRoute: () => stock,
  path: '/articles/new',
  component: lazyRouteComponent(() => import('./article/RegisterArticlePage.tsx'), 'RegisterArticlePage'),
})

const warehouses = createRoute({
  getParentRoute: () => stock,
  path: '/warehouses',
  validateSearch: kindSearch,
  component: lazyRouteComponent(() => import('./warehouse/WarehousesPage.tsx'), 'WarehousesPage'),
})

const newWarehouse = createRoute({
  getParentRoute: () => stock,
  path: '/warehouses/new',
  component: lazyRouteComponent(
    () => import('./warehouse/RegisterWarehousePage.tsx'),
    'RegisterWarehousePage',
  ),
})

const warehouse = createRoute({
  getParentRoute: () => stock,
  path: '/warehouses/$id',
  component: lazyRouteComponent(() => import('./warehouse/WarehousePage.tsx'), 'WarehousePage'),
})

const today = createRoute({
  getParentRoute: () => stock,
  path: '/',
  component: lazyRouteComponent(() => import('./today/TodayPage.tsx'), 'TodayPage'),
})

const levels = createRoute({
  getParentRoute: () => stock,
  path: '/levels',
  validateSearch: levelsSearch,
  component: lazyRouteComponent(() => import('./level/LevelsPage.tsx'), 'LevelsPage'),
})

const line = createRoute({
  getParentRoute: () => stock,
  path: '/lines/$id',
  component: lazyRouteComponent(() => import('./line/LinePage.tsx'), 'LinePage'),
})

const holds = createRoute({
  getParentRoute: () => stock,
  path: '/holds',
  component: lazyRouteComponent(() => import('./hold/HoldsPage.tsx'), 'HoldsPage'),
})

const newHold = createRoute({
  getParentRoute: () => stock,
  path: '/holds/new',
  component: lazyRouteComponent(() => import('./hold/PlaceHoldPage.tsx'), 'PlaceHoldPage'),
})

const hold = createRoute({
  getParentRoute: () => stock,
  path: '/holds/$id',
  component: lazyRouteComponent(() => import('./hold/HoldPage.tsx'), 'HoldPage'),
})

const counts = createRoute({
  getParentRoute: () => stock,
  path: '/counts',
  validateSearch: countsSearch,
  component: lazyRouteComponent(() => import('./count/CountsPage.tsx'), 'CountsPage'),
})

const newCount = createRoute({
  getParentRoute: () => stock,
  path: '/counts/new',
  component: lazyRouteComponent(() => import('./count/StartCountPage.tsx'), 'StartCountPage'),
})

const count = createRoute({
  getParentRoute: () => stock,
  path: '/counts/$id',
  component: lazyRouteComponent(() => import('./count/CountPage.tsx'), 'CountPage'),
})

const article = createRoute({
  getParentRoute: () => stock,
  path: '/articles/$id',
  component: lazyRouteComponent(() => import('./article/ArticlePage.tsx'), 'ArticlePage'),
})

export const stockRoutes = stock.addChildren([
  today,
  levels,
  line,
  holds,
  newHold,
  hold,
  counts,
  newCount,
  count,
  receipts,
  announce,
  receipt,
  transfers,
  newTransfer,
  transfer,
  articles,
  newArticle,
  article,
  warehouses,
  newWarehouse,
  warehouse,
])
