import type { Definition } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import { eventCall } from './event.ts'
import { receiptCall } from './receipt.ts'
import { searchCall } from './search.ts'
import { verifyCalls } from './verify.ts'

export { auditRefusals } from './refusals.ts'

/** Calls on the audit. */
export function auditCalls(services: HostServices): Definition[] {
  return [searchCall(services), eventCall(services), ...verifyCalls(services), receiptCall(services)]
}
