import { resolve } from 'node:path'
import { restore } from '@tongqu/kernel/backup'
import { systemClock } from '@tongqu/kernel/clock'
import { readConfig } from '@tongqu/kernel/config'
import { isRefusal } from '@tongqu/kernel/refusal'
import { answersLocally, describeInstallation, localSocket } from '@tongqu/server'
import { EXIT, type Terminal, type Verb } from './verb.ts'

/** `./tongqu restore DIR`: makes an installation from a backup, in an empty data folder, and checks it. */
export const restoreVerb: Verb = {
  usage: 'restore <dir>',
  summary: {
    zh: '由备份恢复到空的数据文件夹,并核对',
    en: 'make an installation from a backup, and check it',
  },
  async run(terminal) {
    const { cwd, env, root, err, out, language } = terminal
    const [dir, ...more] = terminal.args.filter(
      (word, n, all) => word !== '--lang' && all[n - 1] !== '--lang',
    )
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
    if (isRefusal(done)) {
      const { title, remedy, code } = registry.refusals.problem(done, language)
      err.write(`${title}\n${remedy}\n(${code})\n`)
      return EXIT.refused
    }
    out.write(`${JSON.stringify(done, null, 2)}\n`)
    return EXIT.done
  },
}

function running({ err, language }: Terminal): number {
  err.write(language === 'zh' ? '服务正在运行,请先停止\n' : 'The server is running: stop it first\n')
  return EXIT.refused
}
