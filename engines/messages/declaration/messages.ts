import type { MessageSchema } from '../schema/message.ts'
import { decMessage } from './message.ts'
import { clientFailure, decImportResponse, decResult } from './receipts.ts'

/** The declaration and its receipts, by the name of their root. */
export const declarationMessages = {
  DecMessage: decMessage,
  DecImportResponse: decImportResponse,
  DEC_RESULT: decResult,
  Root: clientFailure,
} as const

/** The schema whose root element has that name; undefined where there is none. */
export function declarationMessageOf(root: string): MessageSchema | undefined {
  return Object.hasOwn(declarationMessages, root)
    ? declarationMessages[root as keyof typeof declarationMessages]
    : undefined
}
