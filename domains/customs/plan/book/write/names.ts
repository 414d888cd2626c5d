import type { Text } from '../../fields.ts'

/** Names of the template's sheets. */
export const sheetNames = {
  orders: { zh: '订单', en: 'Orders' },
  example: { zh: '示例', en: 'Example' },
  help: { zh: '说明', en: 'Instructions' },
} as const satisfies Record<string, Text>
