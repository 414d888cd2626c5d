import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environment } from '@tongqu/kernel/config'
import { saveFile } from '@tongqu/kernel/files'
import { streamWorkbook } from '@tongqu/sheet'
import { type Bench, benchResult } from '@tongqu/tools/bench'

/*
 * A workbook of 100,000 lines in 20,000 orders, planned by the command line as a person would: a process of its
 * own, from the file to the plan's JSON. The figure is the whole process's wall time; its peak memory is
 * printed beside it, for the other bound of 700 MB.
 */
const LINES = 100_000
const RUNS = 3

const HEADERS =
  'orderNo shipment direction channel sellerKind sellerId buyerId buyerName country currency settlement vatPayer hsCode name qty unit price netWeight grossWeight invoiceAmount invoiceRate inCluster brand'.split(
    ' ',
  )
const CODES = ['9503002100', '6109100010', '6115960000', '6203429090', '4202220000']

function* rows() {
  for (let n = 0; n < LINES; n++) {
    const order = Math.floor(n / 5)
    const first = n % 5 === 0
    const head = [
      'export',
      'market',
      'stall',
      `S-${n % 300}`,
      'B-1',
      'Example LLC',
      'AE',
      'USD',
      'bank',
      'yes',
    ]
    yield [
      `M-${order}`,
      first && order < 2000 ? `C-${Math.floor(order / 40)}` : '',
      ...(first ? head : head.map(() => '')),
      CODES[n % 5]!,
      '毛绒玩具',
      { number: String(1 + (n % 500)) },
      '011',
      { number: `${1 + (n % 9)}.${n % 10}0` },
      { number: '10.5' },
      { number: '11.2' },
      n % 3 ? '' : '1000.50',
      n % 3 ? '' : '0.13',
      'yes',
      'no',
    ]
  }
}

/** Runs the command line once. @returns seconds, and the peak memory of the process in MB */
function planOnce(book: string, data: string): Promise<{ seconds: number; megabytes: number }> {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url))
  // The process says its own peak when it ends.
  const peak = 'process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS+"\\n"))'
  const args = [
    '--import',
    `data:text/javascript,${encodeURIComponent(peak)}`,
    main,
    'plan',
    book,
    '--json',
    '--date',
    '2026-11-23',
  ]
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const env = { ...environment(), TONGQU_DATA: data }
    execFile(process.execPath, args, { env, maxBuffer: 1e9 }, (error, stdout, stderr) => {
      const peaked = Number(/peak (\d+)/.exec(stderr)?.[1])
      if (error || !stdout.includes('"totals"')) return reject(error ?? new Error('no plan came out'))
      resolve({ seconds: (performance.now() - began) / 1000, megabytes: peaked / 1024 })
    })
  })
}

export const bench: Bench = {
  name: 'plan.cli',
  async run() {
    const dir = await mkdtemp(join(tmpdir(), 'tongqu-bench-plan-'))
    try {
      const book = join(dir, 'book.xlsx')
      const columns = HEADERS.map(header => ({ header }))
      await saveFile(book, streamWorkbook({ sheets: [{ name: 'orders', columns, rows: rows() }] }))
      const runs: { seconds: number; megabytes: number }[] = []
      for (let n = 0; n < RUNS; n++) runs.push(await planOnce(book, dir))
      const memory = Math.max(...runs.map(run => run.megabytes))
      const unit = `s for ${LINES} lines (peak ${Math.round(memory)} MB)`
      return benchResult(
        'plan.cli',
        unit,
        { name: 'at most, seconds', value: 15 },
        runs.map(run => run.seconds),
      )
    } finally {
      await rm(dir, { recursive: true, force: true })
    }
  },
}
