import { catalogue, type Language } from '../text/catalogue.ts'

const names = catalogue({
  '/plans': { zh: '通关计划', en: 'Plans' },
  '/plans/new': { zh: '新建通关计划', en: 'New plan' },
  '/stock': { zh: '库存', en: 'Stock' },
  '/ledger': { zh: '账户', en: 'Accounts' },
  '/rules': { zh: '生效的规则', en: 'Rules in force' },
  '/tables': { zh: '税则与代码表', en: 'Tariff and code tables' },
  '/letter': { zh: '复函', en: 'The letter' },
})

const has = (page: string): page is keyof typeof names => Object.hasOwn(names, page)

/** A page's name for people; its address where it has none here. */
export function pageName(page: string, language: Language): string {
  return has(page) ? names[page][language] : page
}
