import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { root } from '../root.tsx'
import { wordsSearch } from '../search.ts'
import { kindSearch, receiptsSearch } from './search.ts'

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

const articles = createRoute({
  getParentRoute: () => stock,
  path: '/articles',
  validateSearch: wordsSearch,
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

const first = createRoute({
  getParentRoute: () => stock,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/stock/receipts' })
  },
})

export const stockRoutes = stock.addChildren([
  first,
  receipts,
  announce,
  receipt,
  articles,
  newArticle,
  warehouses,
  newWarehouse,
  warehouse,
])
