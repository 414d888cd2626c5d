// The door of the payment data of announcement 2018 no. 179: `@tongqu/messages/payment179`.
/** @public */

export type { JsonFault } from '../json/codec.ts'
/** @public */
export { jsonFaultText } from '../json/text.ts'
export { readPaymentRequest, readUploadAnswer, type UploadOutcome, writeRequestAnswer } from './answers.ts'
/** @public */
export {
  type PaymentData,
  type PaymentDataAnswer,
  type PaymentRequest,
  type PaymentRequestAnswer,
  paymentData,
  paymentDataAnswer,
  paymentRequest,
  paymentRequestAnswer,
  type UnsignedPaymentData,
  unsignedPaymentData,
} from './schema.ts'
/** @public */
export { type PaymentSigned, type SignedPayment, signPaymentData } from './sign.ts'
/** @public */
export { type PaymentExpectation, type PaymentVerified, verifyPaymentData } from './verify.ts'
