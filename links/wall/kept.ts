/** Answers that are given again for some seconds: ten walls cost what one does. Kept in this process and bounded. */
export class Kept<T> {
  readonly #most: number
  readonly #answers = new Map<string, { readonly at: number; readonly until: number; readonly answer: T }>()

  constructor(most = 2_000) {
    this.#most = most
  }

  /** What was kept under a name, unless it is too old or the clock has gone back behind it. */
  find(name: string, now: Date): T | undefined {
    const found = this.#answers.get(name)
    const time = now.getTime()
    return found && found.at <= time && time < found.until ? found.answer : undefined
  }

  /** @param seconds 0: it is not kept */
  keep(name: string, answer: T, now: Date, seconds: number): void {
    this.#answers.delete(name)
    if (seconds <= 0) return
    const at = now.getTime()
    this.#answers.set(name, { at, until: at + seconds * 1000, answer })
    if (this.#answers.size > this.#most) this.#forget(at)
  }

  #forget(now: number): void {
    for (const [name, { until }] of this.#answers)
      if (until <= now || this.#answers.size > this.#most) this.#answers.delete(name)
  }
}
