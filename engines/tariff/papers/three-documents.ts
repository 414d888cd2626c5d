/** What order, payment and waybill say; amounts in cents of CNY. */
export interface ThreeDocuments {
  readonly order: {
    readonly orderNo: string
    readonly platformCode: string
    readonly goodsValue: number
    readonly freight: number
    readonly taxTotal: number
    /** Everything that was not paid in money: points, coupons. */
    readonly discount: number
    /** 实际支付金额; the message spells it `acturalPaid`. */
    readonly acturalPaid: number
    readonly buyerId: string
    readonly consignee: string
    readonly telephone: string
    readonly address: string
  }
  readonly payment?: {
    readonly orderNo: string
    readonly platformCode: string
    readonly amountPaid: number
    readonly payerId: string
  }
  readonly waybill?: {
    readonly orderNo: string
    readonly consignee: string
    readonly telephone: string
    readonly address: string
  }
}

/** goods + freight + tax − what was not paid in money. */
export function acturalPaid(order: {
  readonly goodsValue: number
  readonly freight: number
  readonly taxTotal: number
  readonly discount: number
}): number {
  return order.goodsValue + order.freight + order.taxTotal - order.discount
}

/**
 * Matches the three documents (三单比对) and gives the codes of what does not agree, in a stable order; empty:
 * they match. `identityVerified`: the platform checked the buyer's identity, so another may have paid.
 */
export function matchThreeDocuments(documents: ThreeDocuments, identityVerified = false): string[] {
  const { order, payment, waybill } = documents
  const found: string[] = []
  if (acturalPaid(order) !== order.acturalPaid) found.push('three_documents.order_sum')
  if (payment === undefined) found.push('three_documents.no_payment')
  else {
    if (payment.orderNo !== order.orderNo) found.push('three_documents.payment_order_no')
    if (payment.platformCode !== order.platformCode) found.push('three_documents.payment_platform')
    if (payment.amountPaid !== order.acturalPaid) found.push('three_documents.amount_paid')
    if (!identityVerified && payment.payerId !== order.buyerId) found.push('three_documents.payer')
  }
  if (waybill === undefined) found.push('three_documents.no_waybill')
  else {
    if (waybill.orderNo !== order.orderNo) found.push('three_documents.waybill_order_no')
    const sameConsignee =
      waybill.consignee === order.consignee &&
      waybill.telephone === order.telephone &&
      waybill.address === order.address
    if (!sameConsignee) found.push('three_documents.consignee')
  }
  return found
}
