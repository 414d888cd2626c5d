import { parseArgs } from 'node:util'
import { isLegalDay } from '@tongqu/kernel/clock'
import type { Terminal } from '../verb.ts'

export interface PlanOptions {
  readonly file: string | undefined
  readonly template: string | undefined
  readonly date: string | undefined
  /** Another day: which rule versions make the difference. */
  readonly compare: string | undefined
  readonly fx: Readonly<Record<string, string>>
  readonly json: boolean
  readonly out: string | undefined
  /** A tariff table to use instead of the loaded one, with the year of its edition. */
  readonly tariff: string | undefined
  readonly tariffYear: number | undefined
  /** Plan it in the installation and declare what is whole. */
  readonly submit: boolean
  /** Whom it is declared for: a party by its id, name or credit code. */
  readonly party: string | undefined
}

export const PLAN_USAGE =
  'plan FILE [--date D] [--fx USD=7.10] [--lang zh|en] [--json] [--out DIR] [--compare D] [--tariff FILE --tariff-year Y] | plan FILE --submit --party NAME [--date D] [--fx USD=7.10] | plan --template FILE'

/** Reads the words after `plan`. @returns a sentence in the reader's language when they do not fit */
export function planOptions({ args, language }: Terminal): PlanOptions | string {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    return `${say('选项不对', 'The options do not fit')}: ${(error as Error).message}\n./tongqu ${PLAN_USAGE}`
  }
  const { values, positionals } = parsed
  for (const day of [values.date, values.compare])
    if (day !== undefined && !isLegalDay(day))
      return say(`${day} 不是日期,应写成 2026-11-23`, `${day} is no day; write 2026-11-23`)
  const fx: Record<string, string> = {}
  for (const pair of values.fx ?? []) {
    const match = /^([A-Z]{3})=(\d{1,6}(?:\.\d{1,8})?)$/.exec(pair)
    if (!match || Number(match[2]) === 0)
      return say(`--fx ${pair}:应写成 USD=7.10`, `--fx ${pair}: write USD=7.10`)
    fx[match[1]!] = match[2]!
  }
  const year = values['tariff-year']
  if ((values.tariff === undefined) !== (year === undefined) || (year && !/^(19|20)\d\d$/.test(year)))
    return say(
      '--tariff 要与 --tariff-year(税则年份)同用',
      '--tariff goes with --tariff-year, the year of its edition',
    )
  const { submit = false, party } = values
  const besides = [values.compare, values.out, values.tariff, values.template].some(
    each => each !== undefined,
  )
  if (submit ? party === undefined || besides : party !== undefined)
    return say(
      '--submit 要与 --party(为谁申报)同用，不与 --compare、--out、--tariff、--template 同用',
      '--submit goes with --party, whom it is declared for, and not with --compare, --out, --tariff or --template',
    )
  if (positionals.length !== (values.template ? 0 : 1)) return `./tongqu ${PLAN_USAGE}`
  return {
    file: positionals[0],
    template: values.template,
    date: values.date,
    compare: values.compare,
    fx,
    json: values.json ?? false,
    out: values.out,
    tariff: values.tariff,
    tariffYear: year ? Number(year) : undefined,
    submit,
    party,
  }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      date: { type: 'string' },
      compare: { type: 'string' },
      fx: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      out: { type: 'string' },
      template: { type: 'string' },
      tariff: { type: 'string' },
      'tariff-year': { type: 'string' },
      submit: { type: 'boolean' },
      party: { type: 'string' },
    },
  })
}
