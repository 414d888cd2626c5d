/**
 * An order as the engine takes it: plain values, the field names of the order-book layout.
 *
 * Decimals are strings as they were written ("12.50"), so that nothing passes through floating point before
 * the engine scales it; dates are ISO days ("2026-11-23"); countries ISO 3166 alpha-2; currencies ISO 4217.
 * An absent field is a fact nobody stated: the engine never fills it in with a default unless the layout
 * states one.
 */
export type Direction = 'export' | 'import'

/** How the goods were sold; it decides which customs modes come into question. */
export type Channel = 'market' | 'b2b' | 'b2c' | 'warehouse' | 'bonded' | 'postal' | 'luggage'

export type SellerKind = 'stall' | 'trader' | 'producer'

export type Incoterm = 'EXW' | 'FOB' | 'CFR' | 'CIF'

/** A non-negative decimal as written, without sign, grouping or exponent: "4210", "0.13", "1200.50". */
export type DecimalText = string

/** A customs mode (监管方式) of the national code table, or the article of persons it stands beside. */
export type CustomsMode =
  | '0110'
  | '1039'
  | '9610'
  | '9710'
  | '9810'
  | '1210'
  | '1239'
  | '1233'
  | 'postal'
  | 'luggage'

export interface OrderLine {
  /** Overrides the order's seller: one container holds many stalls. */
  readonly sellerId?: string
  /** 4 to 10 digits; a declaration needs 10. */
  readonly hsCode: string
  readonly name: string
  readonly nameEn?: string
  readonly qty: DecimalText
  /** A code of the unit table. */
  readonly unit: string
  /** Per unit, in the order's currency. */
  readonly price: DecimalText
  /** Kilograms. */
  readonly netWeight?: DecimalText
  /** Kilograms. */
  readonly grossWeight?: DecimalText
  /** Millilitres, grams or pieces per unit (the high-end cosmetics rule). */
  readonly content?: DecimalText
  readonly contentUnit?: 'ml' | 'g' | 'piece'
  /** Country of origin. */
  readonly origin?: string
  /** CNY without VAT on the special VAT invoice; absent: there is no such invoice. */
  readonly invoiceAmount?: DecimalText
  /** 0.13, 0.09, 0.03 or 0.01. */
  readonly invoiceRate?: DecimalText
  /** Rates that override the table, as fractions ("0.13"); `consumptionUnitTax` in CNY per unit. */
  readonly mfnRate?: DecimalText
  readonly consumptionRate?: DecimalText
  readonly consumptionUnitTax?: DecimalText
  readonly vatRate?: DecimalText
  readonly refundRate?: DecimalText
  readonly postalRate?: DecimalText
  /** Overrides the list of retail-import goods (正面清单). */
  readonly positiveList?: boolean
  readonly licence?: boolean
  readonly inspection?: boolean
  /** The line is subject to export duty. */
  readonly exportDuty?: boolean
  readonly dangerous?: boolean
  readonly brand?: boolean
  readonly brandAuthorised?: boolean
  /** Bought in the recognised market cluster. */
  readonly inCluster?: boolean
}

export interface Order {
  readonly orderNo: string
  /** Orders of one container or consolidation (组货单). */
  readonly shipment?: string
  readonly platform?: string
  readonly platformOrderNo?: string
  readonly warehouseOrderNo?: string
  readonly direction: Direction
  readonly channel: Channel
  /** Day whose law decides; absent: the plan's date. */
  readonly date?: string
  readonly sellerKind?: SellerKind
  readonly sellerId?: string
  /** Identity document of the buyer in retail import: the caller may hand in a keyed hash instead. */
  readonly buyerId?: string
  readonly buyerName?: string
  /** 1 identity card, 2 other. */
  readonly buyerIdType?: '1' | '2'
  /** Destination (export) or origin (import). */
  readonly country: string
  readonly currency: string
  /** In the order's currency. */
  readonly freight?: DecimalText
  /** In the order's currency; absent: unknown. */
  readonly insurance?: DecimalText
  readonly incoterm?: Incoterm
  /** Price cut: lowers the price. */
  readonly discount?: DecimalText
  /** Non-cash payment: does not lower the dutiable value. */
  readonly points?: DecimalText
  /** CNY already used of the buyer's yearly retail-import limit. */
  readonly yearUsed?: DecimalText
  readonly settlement?: 'bank' | 'cash'
  /** Whether 1210 is open here; absent: the pack's own answer. */
  readonly pilotCity?: boolean
  /** General VAT taxpayer. */
  readonly vatPayer?: boolean
  /** CNY of the producer's month. */
  readonly inputVat?: DecimalText
  readonly domesticOutputVat?: DecimalText
  readonly lines: readonly OrderLine[]
}
