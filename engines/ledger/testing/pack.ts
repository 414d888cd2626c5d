import type { Pack } from '@tongqu/kernel/pack'

const CURRENCIES = `kind,code,number,scale,zh,en,from,to,source,strength
currency,CNY,156,2,人民币,Chinese yuan,,,a test,example
currency,JPY,392,0,日本元,Japanese yen,,,a test,example
currency,HRK,191,2,克罗地亚库纳,Croatian kuna,,2022-12-31,a test,example
`

/** A pack that lists units of account: by default three currencies, one of which has ended. */
export function packOf(units: string = CURRENCIES): Pack {
  return { id: 'test', digest: 'sm3:0', files: new Map([['units/currencies.csv', units]]) }
}
