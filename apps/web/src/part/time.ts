const shape = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** An instant as day and time in Shanghai: "2026-11-23 16:05". */
export function dayAndTime(instant: string): string {
  return shape.format(new Date(instant))
}
