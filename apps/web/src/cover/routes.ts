import { createRoute, redirect } from '@tanstack/react-router'
import { root } from '../root.tsx'
import { lazyRouteComponent } from '../shell/lazy-page.ts'
import { booksSearch, taxesSearch } from './search.ts'

const desk = createRoute({
  getParentRoute: () => root,
  path: '/covers',
  component: lazyRouteComponent(() => import('./CoverDesk.tsx'), 'CoverDesk'),
})

const first = createRoute({
  getParentRoute: () => desk,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/covers/guarantees', replace: true })
  },
})

const guarantees = createRoute({
  getParentRoute: () => desk,
  path: '/guarantees',
  component: lazyRouteComponent(() => import('./guarantee/GuaranteesPage.tsx'), 'GuaranteesPage'),
})

const register = createRoute({
  getParentRoute: () => desk,
  path: '/guarantees/new',
  component: lazyRouteComponent(() => import('./guarantee/RegisterPage.tsx'), 'RegisterPage'),
})

const guarantee = createRoute({
  getParentRoute: () => desk,
  path: '/guarantees/$id',
  component: lazyRouteComponent(() => import('./guarantee/GuaranteePage.tsx'), 'GuaranteePage'),
})

const taxes = createRoute({
  getParentRoute: () => desk,
  path: '/taxes',
  validateSearch: taxesSearch,
  component: lazyRouteComponent(() => import('./tax/TaxesPage.tsx'), 'TaxesPage'),
})

const tax = createRoute({
  getParentRoute: () => desk,
  path: '/taxes/$id',
  component: lazyRouteComponent(() => import('./tax/TaxPage.tsx'), 'TaxPage'),
})

const books = createRoute({
  getParentRoute: () => desk,
  path: '/books',
  component: lazyRouteComponent(() => import('./book/BooksPage.tsx'), 'BooksPage'),
})

const book = createRoute({
  getParentRoute: () => desk,
  path: '/books/$id',
  validateSearch: booksSearch,
  component: lazyRouteComponent(() => import('./book/BookPage.tsx'), 'BookPage'),
})

export const coverRoutes = desk.addChildren([first, guarantees, register, guarantee, taxes, tax, books, book])
