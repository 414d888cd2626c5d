/**
 * Many askers, few questions: while one batch is being asked the next one gathers, so that a batch grows with the load
 * and nobody waits for a timer.
 */
export class Gather<I, O> {
  readonly #ask: (items: readonly I[]) => Promise<readonly O[]>
  readonly #most: number
  #queue: { item: I; resolve(answer: O): void; reject(error: unknown): void }[] = []
  #isAsking = false

  /**
   * @param most items of one batch
   * @param ask gives one answer an item, in order; when it fails, it fails for every asker of the batch
   */
  constructor(most: number, ask: (items: readonly I[]) => Promise<readonly O[]>) {
    this.#most = most
    this.#ask = ask
  }

  add(item: I): Promise<O> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ item, resolve, reject })
      if (this.#isAsking) return
      this.#isAsking = true
      setImmediate(() => void this.#drain())
    })
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, this.#most)
      try {
        const answers = await this.#ask(batch.map(({ item }) => item))
        for (const [n, { resolve }] of batch.entries()) resolve(answers[n]!)
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    this.#isAsking = false
  }
}
