import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Memory, readMemory } from './memory.ts'
import type { WriterOrder } from './writer.ts'

const script = fileURLToPath(new URL('./writer.ts', import.meta.url))

/** A stream of commands in a process of its own, and what it acknowledged. */
export class Stream {
  readonly #child: ChildProcess
  readonly #path: string
  readonly #ended: Promise<unknown>

  /** @param path file that keeps what the writer says; it must lie where the fault does not reach */
  constructor(order: WriterOrder, path: string) {
    const memory = openSync(path, 'a')
    this.#child = spawn(process.execPath, ['--no-warnings', script, JSON.stringify(order)], {
      stdio: ['ignore', 'ignore', 'inherit', memory],
    })
    closeSync(memory)
    this.#path = path
    this.#ended = once(this.#child, 'exit')
  }

  get memory(): Memory {
    return readMemory(this.#path)
  }

  /** Waits until `count` commands were acknowledged. Errors: the writer ended before. */
  async acknowledges(count: number): Promise<void> {
    while (this.memory.acknowledged.length < count) {
      if (this.#child.exitCode !== null) throw new Error('The writer ended by itself.')
      await pause(5)
    }
  }

  /** Waits until the COMMIT of a command is under way. Errors: the writer ended before. */
  async commits(): Promise<void> {
    while (this.memory.commitsInFlight() === 0) {
      if (this.#child.exitCode !== null) throw new Error('The writer ended by itself.')
      await new Promise(resolve => setImmediate(resolve))
    }
  }

  /** Waits until every caller of the writer had a failure as its answer. Errors: the writer fell over. */
  async gaveUp(): Promise<void> {
    while (!this.memory.gaveUp) {
      if (this.#child.exitCode !== null) throw new Error('The writer fell over when its database was gone.')
      await pause(5)
    }
  }

  /** Stops the writer where it is; it can still be killed or go on. */
  hold(): void {
    this.#child.kill('SIGSTOP')
  }

  goOn(): void {
    this.#child.kill('SIGCONT')
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }

  /** Kills what is left of the writer; what it said stands. */
  async end(): Promise<Memory> {
    this.kill()
    await this.#ended
    return this.memory
  }
}
