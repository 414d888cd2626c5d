type Scalar = string | number | boolean

/** `customs.plan.get` → `/api/customs/plan/get`. */
export function pathOf(name: string): string {
  return `/api/${name.replaceAll('.', '/')}`
}

/** Whether an input has parts that do not fit a query string: such a query is posted. */
export function isNested(input: object): boolean {
  return Object.values(input).some(value => typeof value === 'object' && value !== null)
}

/** The query string of an input of scalars; absent fields stay out. */
export function queryOf(input: object): string {
  const given = Object.entries(input).filter(([, value]) => value !== undefined && value !== null)
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value as Scalar)])).toString()
  return text === '' ? '' : `?${text}`
}
