/**
 * A difference in exchange rates carries the rates themselves as JSON text; here as people read them:
 * "USD 7.1, EUR 8.236". Undefined where the text holds no rates.
 */
export function ratesText(source: string): string | undefined {
  try {
    const rates = Object.entries(JSON.parse(source) as Record<string, string>)
    return rates.map(([currency, rate]) => `${currency} ${rate}`).join(', ')
  } catch {
    return undefined
  }
}
