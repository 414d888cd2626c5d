import type { CustomsMode } from '../order.ts'
import { count, list, mapOf, oneOf, type RuleReader, shape, text, yes } from './reader.ts'

const mode = oneOf<CustomsMode>(
  '0110',
  '1039',
  '9610',
  '9710',
  '9810',
  '1210',
  '1239',
  '1233',
  'postal',
  'luggage',
)

/** Which modes exist, and which of them a channel of sale leads to, in the order of the table. */
export const compileModes = (reader: RuleReader) => ({
  exports: reader.rule('mode.export', list(mode)),
  imports: reader.rule('mode.import', list(mode)),
  exportChannel: reader.rule('mode.channel.export', mapOf(list(mode))),
  importChannel: reader.rule('mode.channel.import', mapOf(list(mode))),
})

/** Documents and messages by mode, or by mode and form ("9710.list"). */
export const compilePapers = (reader: RuleReader) => ({
  exports: reader.rule('documents.export', mapOf(list(text))),
  imports: reader.rule('documents.import', mapOf(list(text))),
})

export const compileBonded = (reader: RuleReader) => ({
  /** Whether this city is one where 1210 is open. */
  cityOpen: reader.rule('bonded.city_open', yes),
  clearancePapers: reader.rule('bonded.clearance_papers', list(mode)),
  /** Whether goods may be picked up at a counter outside the zone. */
  offZonePickup: reader.rule('bonded.off_zone_pickup', yes),
  comprehensivePilotZone: reader.rule('retail_export.pilot_zone', yes),
  /** Export returns without import tax: within how many months, for which modes. */
  reimport: reader.rule('export_return.free', shape({ months: count, modes: list(mode) })),
})
