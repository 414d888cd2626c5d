type Done = (reason: string | undefined) => void

/** Those who wait for an answer over a line: each ends by its answer, by its patience, or all at once when it breaks. */
export class Waits {
  readonly #waiting = new Set<Done>()
  #ended: string | undefined

  /** The line has broken: whoever waits, or comes after, hears why. */
  end(reason: string): void {
    this.#ended ??= reason
    for (const done of [...this.#waiting]) done(this.#ended)
  }

  /**
   * @param begin asks, and keeps what is to be called with the answer: undefined, or why there is none
   * @returns undefined, or why there was no answer
   */
  until(patience: number, begin: (done: Done) => unknown): Promise<string | undefined> {
    return new Promise(resolve => {
      const done: Done = reason => {
        clearTimeout(timer)
        this.#waiting.delete(done)
        resolve(reason)
      }
      const timer = setTimeout(() => done(`no answer within ${patience} ms`), patience)
      this.#waiting.add(done)
      if (this.#ended === undefined) begin(done)
      else done(this.#ended)
    })
  }
}
