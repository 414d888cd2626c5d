/**
 * A queue that clocks itself: while one batch is written the next one gathers. The same loop for the ledger and
 * for what it is measured beside.
 */
export class Gather<I, O> {
  readonly #write: (batch: readonly I[]) => Promise<readonly O[]>
  readonly #most: number
  #queue: { item: I; resolve: (answer: O) => void; reject: (error: unknown) => void }[] = []
  #isWriting = false

  constructor(most: number, write: (batch: readonly I[]) => Promise<readonly O[]>) {
    this.#most = most
    this.#write = write
  }

  add(item: I): Promise<O> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ item, resolve, reject })
      if (this.#isWriting) return
      this.#isWriting = true
      setImmediate(() => void this.#drain())
    })
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, this.#most)
      try {
        const answers = await this.#write(batch.map(({ item }) => item))
        for (const [n, { resolve }] of batch.entries()) resolve(answers[n]!)
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    this.#isWriting = false
  }
}
