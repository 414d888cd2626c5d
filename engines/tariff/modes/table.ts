import type { Work } from '../facts/work.ts'
import type { CustomsMode } from '../order.ts'
import type { ModePlan } from '../reason.ts'
import { luggageArticle, postalArticle } from './articles.ts'
import { directB2b, overseasWarehouse } from './b2b-export.ts'
import { bondedExport } from './bonded-export.ts'
import { generalExport } from './general-export.ts'
import { generalImport } from './general-import.ts'
import { marketProcurement } from './market.ts'
import { retailExport } from './retail-export.ts'
import { retailImport } from './retail-import.ts'

export type ModePlanner = (work: Work) => ModePlan
type Planners = Readonly<Partial<Record<CustomsMode, ModePlanner>>>

/** Who decides a mode of an export. 1233 is where goods lie, not how an order is sold: no channel leads to it. */
export const exportModes: Planners = {
  '0110': generalExport,
  '1039': marketProcurement,
  '9610': retailExport,
  '9710': directB2b,
  '9810': overseasWarehouse,
  '1210': bondedExport,
}

export const importModes: Planners = {
  '9610': work => retailImport(work, '9610'),
  '1210': work => retailImport(work, '1210'),
  '1239': work => retailImport(work, '1239'),
  '0110': generalImport,
}

export const articleModes: Planners = {
  postal: postalArticle,
  luggage: luggageArticle,
}
