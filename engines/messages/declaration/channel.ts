import type { Text } from '../schema/text.ts'

/** What a CHANNEL means, by a name that does not change. */
export type DecStep =
  | 'sent'
  | 'taken_in'
  | 'accepted'
  | 'inspection'
  | 'released_under_guarantee'
  | 'released'
  | 'concluded'
  | 'unknown'

export interface DecChannel {
  readonly step: DecStep
  readonly text: Text
  readonly source: string
}

const SEEN = '见过的报文 / seen in messages'
const OTHERS = '他人程序中的代码表 / a table of codes in others’ programs (weak)'

/**
 * The values of CHANNEL that a source names. No official list was found: what is not here is unknown, and is shown with
 * the counter's own words (NOTE).
 */
export const decChannels: Readonly<Record<string, DecChannel>> = {
  '7': { step: 'sent', text: { zh: '直接申报成功', en: 'Sent to the customs' }, source: SEEN },
  L: { step: 'taken_in', text: { zh: '海关入库成功', en: 'Taken in by the customs' }, source: SEEN },
  J: { step: 'accepted', text: { zh: '海关已接受申报', en: 'Accepted by the customs' }, source: OTHERS },
  C: { step: 'inspection', text: { zh: '口岸检查', en: 'To be inspected at the port' }, source: OTHERS },
  K: {
    step: 'released_under_guarantee',
    text: { zh: '报关单担保放行', en: 'Released under guarantee' },
    source: OTHERS,
  },
  P: { step: 'released', text: { zh: '报关单放行', en: 'Released' }, source: SEEN },
  '3': { step: 'released', text: { zh: '已放行', en: 'Released' }, source: OTHERS },
  R: { step: 'concluded', text: { zh: '报关单已结关', en: 'Concluded' }, source: OTHERS },
}

/** What a CHANNEL says. */
export function decChannelOf(channel: string): DecChannel {
  if (Object.hasOwn(decChannels, channel)) return decChannels[channel]!
  return { step: 'unknown', text: { zh: '含义未知', en: 'Its meaning is not known' }, source: '' }
}
