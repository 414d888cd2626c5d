import { basename, join, resolve } from 'node:path'
import type { Definition } from '@tongqu/kernel/command'
import { saveFile } from '@tongqu/kernel/files'
import { describeInstallation } from '@tongqu/server'
import { EXIT, type Terminal, type Verb } from '../verb.ts'
import { type Answer, callHere } from './connection.ts'
import { inputOf } from './inputs.ts'

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
    async run(terminal) {
      const given = inputOf(definition, usage, terminal)
      if (typeof given === 'string') {
        terminal.err.write(`${given}\n`)
        return EXIT.refused
      }
      const path = given.file === undefined ? undefined : resolve(terminal.cwd, given.file)
      const input = path === undefined ? given.input : { ...given.input, name: basename(path) }
      const answer = await callHere(terminal, { definition, input, ...(path && { file: path }) })
      return show(terminal, answer, given.out)
    },
  }
}

async function show(
  { out, err, cwd }: Terminal,
  answer: Answer,
  folder: string | undefined,
): Promise<number> {
  if (answer.kind === 'refused') {
    err.write(
      `${[answer.place, answer.title].filter(Boolean).join(': ')}\n${answer.remedy}\n(${answer.code})\n`,
    )
    return EXIT.refused
  }
  if (answer.kind === 'file') {
    const path = resolve(cwd, folder ?? answer.name)
    await saveFile(path, answer.content)
    err.write(`${path}\n`)
    return EXIT.done
  }
  const files = (answer.output as { files?: readonly { name: string; content: string }[] } | null)?.files
  if (folder && Array.isArray(files)) {
    const dir = resolve(cwd, folder)
    for (const { name, content } of files) await saveFile(join(dir, basename(name)), content)
    err.write(`${dir}\n`)
  } else out.write(`${JSON.stringify(answer.output, null, 2)}\n`)
  const faults = (answer.output as { faults?: readonly unknown[] } | null)?.faults
  return Array.isArray(faults) && faults.length > 0 ? EXIT.failed : EXIT.done
}
