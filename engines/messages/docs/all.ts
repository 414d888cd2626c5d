import { cebMessages } from '../ceb/messages.ts'
import { dxpMsg, dxpRep } from '../dxp/schema.ts'
import type { MessageSchema } from '../schema/message.ts'
import type { Text } from '../schema/text.ts'

/** A part of docs/messages.md. */
export interface Chapter {
  readonly title: Text
  readonly messages: readonly MessageSchema[]
}

/** Every message that is declared, in the order of the page. */
export const chapters: readonly Chapter[] = [
  {
    title: { zh: '跨境电商统一版', en: 'Cross-border e-commerce' },
    messages: Object.values(cebMessages),
  },
  { title: { zh: '交换平台信封', en: 'Envelope of the exchange platform' }, messages: [dxpMsg, dxpRep] },
]
