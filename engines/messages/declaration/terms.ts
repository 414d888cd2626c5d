import { choice, code } from '../schema/kinds/code.ts'
import { decimal } from '../schema/kinds/number.ts'
import { pattern } from '../schema/kinds/text.ts'
import { time } from '../schema/kinds/time.ts'

// The words that declarations and bonded lists share. Codes are the letter codes of the single window (CHN, USD), not
// the old numbers of the cross-border messages.

export const customsOffice = code('customs_districts', 4)
export const country = code('countries', 3)
export const currency = code('currencies', 3)
export const unit = code('units', 3)
export const port = code('ports', 6)
export const tradeMode = code('trade_modes', 4)
export const transportMode = code('transport_modes', 1)

export const importOrExport = choice({
  I: { zh: '进口', en: 'import' },
  E: { zh: '出口', en: 'export' },
})

export const yesOrNo = choice({
  0: { zh: '否', en: 'no' },
  1: { zh: '是', en: 'yes' },
})

export const chargeMark = choice({
  1: { zh: '率', en: 'rate' },
  2: { zh: '单价', en: 'unit price' },
  3: { zh: '总价', en: 'total' },
})

export const weight = decimal(19, 5)
export const quantity = decimal(19, 5)
export const price = decimal(19, 4)
export const day = time('yyyyMMdd')

/** 4 customs, 4 year, 1 export or import, 9 digits: `520720190579438584`. */
export const entryNo = pattern(
  'C18',
  /^\d{18}$/,
  {
    zh: '18 位数字：4 位关区＋4 位年＋1 位进出口标记＋9 位流水号',
    en: '18 digits: customs, year, mark, number',
  },
  pick => `520720${10 + pick(20)}0${String(pick(1e9)).padStart(9, '0')}`,
  ['52072019057943858', '5207201905794385840', '52072019X579438584'],
)

/** Digits that each tick one thing off: `10010`. */
export const marks = (format: string, max: number, allowed: string) =>
  pattern(
    format,
    new RegExp(`^[${allowed}]{1,${max}}$`),
    { zh: `每位取 ${[...allowed].join('、')}`, en: `each digit one of ${[...allowed].join(', ')}` },
    pick => Array.from({ length: 1 + pick(max) }, () => allowed[pick(allowed.length)]).join(''),
    [allowed[0]!.repeat(max + 1), '7', 'x'],
  )
