import { buildJson, type JsonBuilt, type JsonFault, parseJson } from '../json/codec.ts'
import type { MessageOptions } from '../schema/options.ts'
import {
  type PaymentDataAnswer,
  type PaymentRequest,
  type PaymentRequestAnswer,
  paymentDataAnswer,
  paymentRequest,
  paymentRequestAnswer,
} from './schema.ts'

/** Reads the form field `openReq`: which order the customs ask for, in which session. */
export function readPaymentRequest(
  openReq: string,
  options: MessageOptions,
): { readonly value: PaymentRequest } | { readonly faults: readonly JsonFault[] } {
  return parseJson(paymentRequest, openReq, options)
}

/** What is answered at once to a request; the data follow by themselves. */
export const writeRequestAnswer = (value: PaymentRequestAnswer, options: MessageOptions): JsonBuilt =>
  buildJson(paymentRequestAnswer, value, options)

/** What became of the data that were sent: `unknown` for a code that the announcement does not name. */
export type UploadOutcome = 'accepted' | 'failed' | 'faulty' | 'unknown'

/** Reads the answer to the data. */
export function readUploadAnswer(
  text: string,
  options: MessageOptions,
):
  | { readonly value: PaymentDataAnswer; readonly outcome: UploadOutcome }
  | { readonly faults: readonly JsonFault[] } {
  const parsed = parseJson(paymentDataAnswer, text, options)
  return 'faults' in parsed ? parsed : { value: parsed.value, outcome: outcomeOf(parsed.value.code) }
}

/** Announcement 2018 no. 179, annex §1.6.4. */
function outcomeOf(code: string): UploadOutcome {
  if (code === '10000') return 'accepted'
  if (code === '20000') return 'failed'
  return Number(code) > 20000 && Number(code) <= 21000 ? 'faulty' : 'unknown'
}
