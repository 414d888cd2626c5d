import { basename, extname, resolve } from 'node:path'
import { writeTemplate } from '@tongqu/customs/plan'
import { rulesOfPacks } from '@tongqu/customs/rules'
import { planTables } from '@tongqu/customs/tables'
import { legalDay, systemClock } from '@tongqu/kernel/clock'
import { readConfig } from '@tongqu/kernel/config'
import { openFile, saveFile } from '@tongqu/kernel/files'
import { readPacks } from '@tongqu/server'
import { EXIT, type Terminal, type Verb } from '../verb.ts'
import { compareDays } from './compare.ts'
import { JsonPlan } from './json.ts'
import { type PlanJob, planFile } from './make.ts'
import { type PlanOptions, planOptions } from './options.ts'
import { writeOut } from './out.ts'
import { Progress } from './progress.ts'
import { TablePlan } from './table.ts'
import { tablesFor } from './tables.ts'

/** `./tongqu plan FILE`: reads an order book, plans it, says it as a table, as JSON or into a folder. */
export const planVerb: Verb = {
  usage: 'plan <file>',
  summary: {
    zh: '规划订单文件:可用的通关方式、税、退税与理由(--template FILE 写出空白模板)',
    en: 'plan an order book: lawful modes, taxes, refunds, reasons (--template FILE writes an empty one)',
  },
  async run(terminal) {
    const options = planOptions(terminal)
    if (typeof options === 'string') return wrong(terminal, options)
    if (options.template) return template(terminal, options.template)
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
  const packs = await readPacks(config.packDir)
  const set = await tablesFor(terminal, options, packs, config.dataDir)
  if (typeof set === 'string') return set
  const file = await openFile(path).catch((error: Error) => error)
  if (file instanceof Error) return language === 'zh' ? `打不开 ${path}` : `Cannot open ${path}`
  return {
    file,
    kind,
    name: basename(path),
    tables: planTables(set),
    rules: rulesOfPacks(packs),
    date: options.date ?? legalDay(systemClock.now()),
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
  if (options.compare) return compareDays(terminal, job, options.compare)
  const progress = new Progress(err, language, job.file)
  const form = options.json ? new JsonPlan(out, job) : new TablePlan(out, job)
  const folder = options.out === undefined ? undefined : resolve(cwd, options.out)
  const saved = folder ? await writeOut(folder, job) : undefined
  const totals = await planFile(job, async (orders, refused) => {
    progress.move(orders.length + refused.length)
    await form.add(orders, refused)
    await saved?.add(orders, refused)
  })
  progress.end()
  await form.end(totals)
  for (const name of (await saved?.end(totals)) ?? []) err.write(`${name}\n`)
  if (totals.planned === 0) return EXIT.refused
  return totals.refused.length > 0 ? EXIT.partly : EXIT.done
}
