const units = ['B', 'KB', 'MB', 'GB', 'TB']

/** Bytes in their largest unit of 1024: "1.5 GB". */
export function sizeText(bytes: number): string {
  let value = bytes
  let unit = 0
  for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}
