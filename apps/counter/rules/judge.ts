import type { Kind } from '../message/kind.ts'
import { judgeBonded } from './bonded-list.ts'
import { judgeDeclaration } from './declaration.ts'
import { judgeExportList } from './export-list.ts'
import { judgeImportList } from './import-list.ts'
import { ownReasons } from './own.ts'
import { judgeCancel, judgeDelivery, judgeRefund, judgeSummary } from './requests.ts'
import type { Sight, Verdict } from './rule.ts'

const judges: Readonly<Record<string, (sight: Sight) => Verdict>> = {
  CEB603: judgeExportList,
  CEB605: sight => judgeCancel(sight, 'export'),
  CEB621: judgeImportList,
  CEB623: sight => judgeCancel(sight, 'import'),
  CEB625: judgeRefund,
  CEB701: judgeSummary,
  CEB711: judgeDelivery,
  DecMessage: judgeDeclaration,
  INV101: judgeBonded,
}

/** What the customs make of a record when its time has come: by itself, then with what else they hold. */
export function judge(kind: Kind, sight: Sight): Verdict {
  const own = ownReasons(kind, sight.record.head, sight.scenario, sight.record.taken)
  const verdict = judges[kind.name]?.(sight) ?? { reasons: [] }
  return { ...verdict, reasons: [...own, ...verdict.reasons] }
}
