import type { OpenedFile } from '@tongqu/kernel/files'

const WIDTH = 28
/** Redraws a second, so that a terminal is not flooded. */
const EVERY = 100

/** A progress bar on a terminal, by bytes read; silent where nobody watches. */
export class Progress {
  readonly #err: NodeJS.WriteStream
  readonly #language: 'zh' | 'en'
  readonly #file: OpenedFile
  #orders = 0
  #drawn = 0

  constructor(err: NodeJS.WriteStream, language: 'zh' | 'en', file: OpenedFile) {
    this.#err = err
    this.#language = language
    this.#file = file
  }

  move(orders: number): void {
    this.#orders += orders
    const now = performance.now()
    if (!this.#err.isTTY || now - this.#drawn < EVERY) return
    this.#drawn = now
    const share = Math.min(1, this.#file.furthest / Math.max(1, this.#file.size))
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')
    const orders_ = this.#language === 'zh' ? `${this.#orders} 单` : `${this.#orders} orders`
    this.#err.write(`\r${bar} ${String(Math.round(share * 100)).padStart(3)} %  ${orders_}`)
  }

  end(): void {
    if (this.#drawn > 0) this.#err.write(`\r${' '.repeat(WIDTH + 40)}\r`)
  }
}
