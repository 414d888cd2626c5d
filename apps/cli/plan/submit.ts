import { basename, resolve } from 'node:path'
import { describeInstallation } from '@tongqu/server'
import { callHere } from '../calls/connection.ts'
import { show } from '../calls/verbs.ts'
import { opened } from '../open.ts'
import { EXIT, type Terminal } from '../verb.ts'
import type { PlanOptions } from './options.ts'

const CALL = 'customs.declaration.book'

/** `./tongqu plan FILE --submit --party NAME`: plans the book in the installation and declares what is whole. */
export async function submitBook(terminal: Terminal, options: PlanOptions): Promise<number> {
  const { cwd, env, root, err, language } = terminal
  const path = resolve(cwd, options.file!)
  const file = await opened(terminal, path)
  if (typeof file === 'string') {
    err.write(`${file}\n`)
    return EXIT.refused
  }
  await file.close()
  const definition = (await describeInstallation(env, root)).find(CALL)!
  const { date, party, fx, json } = options
  const input = { name: basename(path), ...(date && { date }), ...(party && { party }), ...withFx(fx) }
  const answer = await callHere(terminal, { definition, input, file: path })
  const status = await show(terminal, answer, { json })
  if (status === EXIT.done && !json)
    err.write(
      language === 'zh'
        ? '进展：./tongqu declare status；所缺与被退：./tongqu declare list --what todo\n'
        : 'How it goes: ./tongqu declare status; what is missing or refused: ./tongqu declare list --what todo\n',
    )
  return status
}

const withFx = (fx: PlanOptions['fx']) => (Object.keys(fx).length > 0 ? { fx } : {})
