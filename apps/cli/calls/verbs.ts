import { basename, join, resolve } from 'node:path'
import type { Definition } from '@tongqu/kernel/command'
import { saveFile } from '@tongqu/kernel/files'
import { describeInstallation } from '@tongqu/server'
import { opened } from '../open.ts'
import { say } from '../output.ts'
import { EXIT, type Terminal, type Verb } from '../verb.ts'
import { type Answer, callHere } from './connection.ts'
import { fieldsOf } from './fields.ts'
import { inputOf } from './inputs.ts'
import { printed } from './print.ts'
import { viewed } from './view.ts'

/** A verb for every registered call: the words of its name, or the verb it names itself. */
export async function callVerbs(terminal: Terminal): Promise<Verb[]> {
  return (await describeInstallation(terminal.env, terminal.root))
    .calls()
    .map(definition => verbOf(definition))
}

function verbOf(definition: Definition): Verb {
  const uploads = definition.kind === 'command' && definition.upload !== undefined
  const usage = definition.verb ?? `${definition.name.replaceAll('.', ' ')}${uploads ? ' <file>' : ''}`
  return {
    usage,
    summary: definition.summary,
    help: fieldsOf(definition),
    async run(terminal) {
      const given = inputOf(definition, usage, terminal)
      if (typeof given === 'string') return refuse(terminal, given)
      const path = given.file === undefined ? undefined : resolve(terminal.cwd, given.file)
      const unread = path === undefined ? undefined : await unreadable(terminal, path)
      if (unread) return refuse(terminal, unread)
      const input = path === undefined ? given.input : { ...given.input, name: basename(path) }
      const answer = await callHere(terminal, { definition, input, ...(path && { file: path }) })
      return show(terminal, answer, given, definition.view)
    },
  }
}

function refuse({ err }: Terminal, text: string): number {
  err.write(`${text}\n`)
  return EXIT.refused
}

/** Why a file cannot be read, before an installation is opened for it. */
async function unreadable(terminal: Terminal, path: string): Promise<string | undefined> {
  const file = await opened(terminal, path)
  if (typeof file === 'string') return file
  await file.close()
  return undefined
}

/** Shows an answer: files are written where `--out` says, the rest is printed for a person or as JSON. */
export async function show(
  terminal: Pick<Terminal, 'out' | 'err' | 'cwd' | 'language'>,
  answer: Answer,
  { out: folder, json }: { readonly out?: string; readonly json: boolean },
  view?: Definition['view'],
): Promise<number> {
  const { out, err, cwd, language } = terminal
  if (answer.kind === 'refused') {
    const { place, title, remedy, code } = answer
    err.write(`${[place, title].filter(Boolean).join(': ')}\n${remedy}\n(${code})\n`)
    return EXIT.refused
  }
  if (answer.kind === 'file') {
    const path = resolve(cwd, folder ?? basename(answer.name))
    await saveFile(path, answer.content)
    err.write(`${path}\n`)
    return EXIT.done
  }
  const { output } = answer
  const files = filesOf(output)
  if (folder && files) {
    const dir = resolve(cwd, folder)
    for (const { name, content } of files) await saveFile(join(dir, basename(name)), content)
    err.write(`${dir}\n`)
  } else if (json) await say(out, `${JSON.stringify(output, null, 2)}\n`)
  else await say(out, view ? viewed(view(output), language) : printed(output, language))
  return hasFaults(output) ? EXIT.failed : EXIT.done
}

/** Files that an answer holds as texts, such as an audit receipt's. */
function filesOf(
  output: unknown,
): readonly { readonly name: string; readonly content: string }[] | undefined {
  const { files } = (output ?? {}) as { files?: unknown }
  const isFile = (each: Partial<{ name: string; content: string }>) =>
    typeof each.name === 'string' && typeof each.content === 'string'
  return Array.isArray(files) && files.every(isFile) ? files : undefined
}

/** A check that found faults is no success. */
function hasFaults(output: unknown): boolean {
  const { faults } = (output ?? {}) as { faults?: unknown }
  return Array.isArray(faults) && faults.length > 0
}
