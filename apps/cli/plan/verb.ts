import { basename, extname, resolve } from 'node:path'
import { writeTemplate } from '@tongqu/customs/plan'
import { rulesOfPacks } from '@tongqu/customs/rules'
import { planTables } from '@tongqu/customs/tables'
import { legalDay, SimulatedClock, systemClock } from '@tongqu/kernel/clock'
import { readConfig } from '@tongqu/kernel/config'
import { saveFile } from '@tongqu/kernel/files'
import { readPacks } from '@tongqu/server/packs'
import { opened } from '../open.ts'
import { nobodyReads } from '../output.ts'
import { EXIT, type Terminal, type Verb } from '../verb.ts'
import { compareDays } from './compare.ts'
import { JsonPlan } from './json.ts'
import { type PlanJob, type PlanTotals, planFile } from './make.ts'
import { type PlanOptions, planOptions } from './options.ts'
import { OutFolder } from './out.ts'
import { Progress } from './progress.ts'
import type { PlanSink } from './sink.ts'
import { TablePlan } from './table.ts'
import { tablesFor } from './tables.ts'

/** `./tongqu plan FILE`: reads an order book, plans it, says it as a table, as JSON or into a folder. */
export const planVerb: Verb = {
  usage: 'plan <file>',
  summary: {
    zh: '规划订单文件：可用的通关方式、税、退税与理由（--template FILE 写出空白模板）',
    en: 'Plan an order book: lawful modes, taxes, refunds, reasons (--template FILE writes an empty one)',
  },
  async run(terminal) {
    const options = planOptions(terminal)
    if (typeof options === 'string') return wrong(terminal, options)
    if (options.template) return template(terminal, options.template)
    if (options.submit) {
      // Only what is declared pays for loading an installation.
      const { submitBook } = await import('./submit.ts')
      return submitBook(terminal, options)
    }
    const job = await prepare(terminal, options)
    if (typeof job === 'string') return wrong(terminal, job)
    try {
      return await plan(terminal, options, job)
    } finally {
      await job.file.close()
    }
  },
}

function wrong({ err }: Terminal, text: string): number {
  err.write(`${text}\n`)
  return EXIT.refused
}

async function template({ cwd, out, language }: Terminal, name: string): Promise<number> {
  await saveFile(resolve(cwd, name), await writeTemplate(language))
  out.write(language === 'zh' ? `已写出模板 ${name}\n` : `Wrote the template ${name}\n`)
  return EXIT.done
}

async function prepare(terminal: Terminal, options: PlanOptions): Promise<PlanJob | string> {
  const { cwd, env, root, language } = terminal
  const config = readConfig(env, root)
  const path = resolve(cwd, options.file!)
  const kind = kindOf(path)
  if (!kind)
    return language === 'zh'
      ? `只读 .xlsx、.csv、.json:${path}`
      : `Only .xlsx, .csv and .json are read: ${path}`
  const clock = config.simulatedStart ? new SimulatedClock(config.simulatedStart) : systemClock
  const packs = await readPacks(config.packDir)
  const set = await tablesFor(terminal, options, packs, config.dataDir)
  if (typeof set === 'string') return set
  const file = await opened(terminal, path)
  if (typeof file === 'string') return file
  return {
    file,
    kind,
    name: basename(path),
    tables: planTables(set),
    rules: rulesOfPacks(packs),
    date: options.date ?? legalDay(clock.now()),
    fx: options.fx,
    language,
  }
}

function kindOf(path: string): PlanJob['kind'] | undefined {
  const ending = extname(path).slice(1).toLowerCase()
  if (ending === 'xlsm') return 'xlsx'
  return ending === 'xlsx' || ending === 'csv' || ending === 'json' ? ending : undefined
}

async function plan(terminal: Terminal, options: PlanOptions, job: PlanJob): Promise<number> {
  const { out, err, language, cwd } = terminal
  if (options.compare) return compareDays(terminal, job, { from: options.date, to: options.compare })
  const shown = options.json ? new JsonPlan(out, job) : new TablePlan(out, job)
  if (options.out === undefined)
    return statusOf(await into([shown], job, new Progress(err, language, job.file)))
  const folder = await OutFolder.open(resolve(cwd, options.out), job)
  try {
    const sinks = [folder, untilNobodyReads(shown)]
    const totals = await into(sinks, job, new Progress(err, language, job.file))
    for (const name of folder.files) err.write(`${name}\n`)
    return statusOf(totals)
  } catch (error) {
    await folder.discard()
    throw error
  }
}

/** Plans the book into every sink. */
async function into(sinks: readonly PlanSink[], job: PlanJob, progress: Progress): Promise<PlanTotals> {
  try {
    const totals = await planFile(job, async (orders, refused) => {
      progress.move(orders.length + refused)
      for (const sink of sinks) await sink.add(orders)
    })
    progress.end()
    for (const sink of sinks) await sink.end(totals)
    return totals
  } finally {
    progress.end()
  }
}

/** The files are written to their end, also when whoever read the table beside them has gone. */
function untilNobodyReads(sink: PlanSink): PlanSink {
  const patient = async (writing: Promise<void>) => {
    await writing.catch(error => {
      if (!nobodyReads(error)) throw error
    })
  }
  return { add: orders => patient(sink.add(orders)), end: totals => patient(sink.end(totals)) }
}

/** 0 all planned, 3 some orders refused, 2 nothing could be read. */
function statusOf({ planned, refusedOrders, refused }: PlanTotals): number {
  if (planned + refusedOrders === 0) return EXIT.refused
  return refused.length > 0 ? EXIT.partly : EXIT.done
}
