import type { Text } from '@tongqu/kernel/text'

/* The papers that are printed of what exists, and of which orders and declarations each can be. */

export type PaperKind = 'contract' | 'invoice' | 'packing_list' | 'declaration' | 'list'

export const isOfOrder = (kind: PaperKind): kind is 'contract' | 'invoice' | 'packing_list' =>
  kind === 'contract' || kind === 'invoice' || kind === 'packing_list'

type Bilingual = Text & { readonly en: string }
type Way = { readonly direction: 'export' | 'import' }

const TITLES: Readonly<Record<PaperKind, Readonly<Record<Way['direction'], Bilingual>>>> = {
  contract: {
    export: { zh: '外销合同', en: 'SALES CONTRACT' },
    import: { zh: '购货合同', en: 'PURCHASE CONTRACT' },
  },
  invoice: {
    export: { zh: '商业发票', en: 'COMMERCIAL INVOICE' },
    import: { zh: '商业发票', en: 'COMMERCIAL INVOICE' },
  },
  packing_list: {
    export: { zh: '装箱单', en: 'PACKING LIST' },
    import: { zh: '装箱单', en: 'PACKING LIST' },
  },
  // The heads of the forms: 海关总署公告2018年第61号.
  declaration: {
    export: {
      zh: '中华人民共和国海关出口货物报关单',
      en: 'Export Declaration of the Customs of the P.R. China',
    },
    import: {
      zh: '中华人民共和国海关进口货物报关单',
      en: 'Import Declaration of the Customs of the P.R. China',
    },
  },
  // 海关总署公告2018年第194号 calls it 《申报清单》.
  list: {
    export: { zh: '跨境电子商务零售出口商品申报清单', en: 'Cross-border E-commerce Retail Export List' },
    import: { zh: '跨境电子商务零售进口商品申报清单', en: 'Cross-border E-commerce Retail Import List' },
  },
}

export const titleOfPaper = (kind: PaperKind, { direction }: Way): Bilingual => TITLES[kind][direction]

/** Short names, for menus. */
export const menuTitle = (kind: PaperKind, way: Way): Bilingual =>
  kind === 'declaration'
    ? { zh: '报关单', en: 'Customs declaration' }
    : kind === 'list'
      ? { zh: '申报清单', en: 'Retail list' }
      : { zh: TITLES[kind][way.direction].zh, en: sentence(TITLES[kind][way.direction].en) }

const sentence = (text: string) => text.charAt(0) + text.slice(1).toLowerCase()
