import { resolve } from 'node:path'
import { restore } from '@tongqu/kernel/backup'
import { systemClock } from '@tongqu/kernel/clock'
import { readConfig } from '@tongqu/kernel/config'
import { isRefusal } from '@tongqu/kernel/refusal'
import { answersLocally, describeInstallation, localSocket } from '@tongqu/server'
import type { Answer } from './calls/connection.ts'
import { show } from './calls/verbs.ts'
import { EXIT, type Terminal, type Verb } from './verb.ts'

/** `./tongqu restore DIR`: makes an installation from a backup, in an empty data folder, and checks it. */
export const restoreVerb: Verb = {
  usage: 'restore <dir>',
  summary: {
    zh: '由备份恢复到空的数据文件夹,并核对',
    en: 'Make an installation from a backup, and check it',
  },
  async run(terminal) {
    const { cwd, env, root, err, language } = terminal
    const json = terminal.args.includes('--json')
    const [dir, ...more] = terminal.args.filter(word => word !== '--json')
    if (dir === undefined || more.length > 0 || dir.startsWith('-')) {
      err.write('./tongqu restore DIR\n')
      return EXIT.refused
    }
    const config = readConfig(env, root)
    if (await answersLocally(localSocket(config))) return running(terminal)
    const registry = await describeInstallation(env, root)
    const say = (line: string) => void err.write(`${line}\n`)
    const parts = { config, migrations: registry.migrations(), now: systemClock.now(), say }
    const done = await restore(resolve(cwd, dir), parts)
    const answer: Answer = isRefusal(done)
      ? { kind: 'refused', ...registry.refusals.problem(done, language) }
      : { kind: 'done', output: done }
    return show(terminal, answer, { json })
  },
}

function running({ err, language }: Terminal): number {
  err.write(language === 'zh' ? '服务正在运行,请先停止\n' : 'The server is running: stop it first\n')
  return EXIT.refused
}
