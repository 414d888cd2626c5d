import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type PlannedOrder, type ResultGoods, type ResultOrder, writeResult } from '@tongqu/customs/plan'
import { type NewFile, newFile, saveFile } from '@tongqu/kernel/files'
import type { OrderJson } from '@tongqu/tariff'
import { watch } from '../output.ts'
import { JsonPlan } from './json.ts'
import { type PlanJob, type PlanTotals, planHead } from './make.ts'
import type { PlanSink } from './sink.ts'

/**
 * Writes `plan.json` and `plan.xlsx` into a folder. The workbook is made from the JSON that was written, order by
 * order; of the book itself memory holds what its sheet of lines says of the goods.
 */
export class OutFolder implements PlanSink {
  readonly files: readonly string[]
  readonly #job: PlanJob
  readonly #file: NewFile
  readonly #json: JsonPlan
  readonly #goods = new Map<string, readonly ResultGoods[]>()

  private constructor(folder: string, job: PlanJob, file: NewFile) {
    this.files = [join(folder, 'plan.json'), join(folder, 'plan.xlsx')]
    this.#job = job
    this.#file = file
    this.#json = new JsonPlan(file.stream, job)
  }

  static async open(folder: string, job: PlanJob): Promise<OutFolder> {
    const file = await newFile(join(folder, 'plan.json'))
    watch(file.stream)
    return new OutFolder(folder, job, file)
  }

  async add(planned: readonly PlannedOrder[]): Promise<void> {
    await this.#json.add(planned)
    for (const { order } of planned)
      this.#goods.set(
        order.orderNo,
        order.lines.map(({ hsCode, name, qty, unit }) => ({ hsCode, name, qty, unit })),
      )
  }

  async end(totals: PlanTotals): Promise<void> {
    await this.#json.end(totals)
    await this.#file.keep()
    const [json, xlsx] = this.files as [string, string]
    const { refused, shipments, warnings } = totals
    const plan = { ...planHead(this.#job), shipments, warnings, refused, orders: () => this.#orders(json) }
    await saveFile(xlsx, writeResult(plan, this.#job.language))
  }

  /** Leaves what was there before. */
  async discard(): Promise<void> {
    await this.#file.discard()
  }

  async *#orders(path: string): AsyncGenerator<ResultOrder> {
    const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })
    for await (const line of lines) {
      if (!line.startsWith('{"orderNo":')) continue
      const plan = JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line) as OrderJson
      yield { plan, goods: this.#goods.get(plan.orderNo) }
    }
  }
}
