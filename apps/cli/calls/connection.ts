import { createReadStream } from 'node:fs'
import { request } from 'node:http'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Definition, Download } from '@tongqu/kernel/command'
import { readConfig } from '@tongqu/kernel/config'
import { systemActor } from '@tongqu/kernel/identity'
import { createLog } from '@tongqu/kernel/log'
import { isRefusal } from '@tongqu/kernel/refusal'
import { answersLocally, localSocket, openInstallation } from '@tongqu/server'
import type { Terminal } from '../verb.ts'

/** How a call ended, for the terminal. */
export type Answer =
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'file'; readonly content: Uint8Array; readonly name: string }
  | {
      readonly kind: 'refused'
      readonly title: string
      readonly remedy: string
      readonly place?: string
      readonly code: string
    }

export interface CallParts {
  readonly definition: Definition
  readonly input: Record<string, unknown>
  /** Path of the file that an upload carries. */
  readonly file?: string
}

/**
 * Makes a call on the installation of this machine: through the running server's socket where one runs, else
 * by opening the installation, doing the call and closing it. There is never a second writer.
 */
export async function callHere(terminal: Terminal, parts: CallParts): Promise<Answer> {
  const config = readConfig(terminal.env, terminal.root)
  const socket = localSocket(config)
  if (await answersLocally(socket)) return callServer(socket, terminal, parts)
  const installation = await openInstallation(
    config,
    line => terminal.err.write(`${line}\n`),
    createLog('error'),
  )
  try {
    return await callHost(installation.host, terminal, parts)
  } finally {
    await installation.stop()
  }
}

async function callHost(
  host: Awaited<ReturnType<typeof openInstallation>>['host'],
  { language }: Terminal,
  { definition: { name: called }, input, file }: CallParts,
): Promise<Answer> {
  // What was described for help is not open: the call is the open installation's own.
  const definition = host.registry().find(called)!
  const catalogue = host.registry().refusals
  let given: unknown = input
  if (file !== undefined && definition.kind === 'command' && definition.upload) {
    const kept = await host.files.keep(createReadStream(file), definition.upload.maxBytes)
    if (isRefusal(kept)) return { kind: 'refused', ...catalogue.problem(kept, language) }
    given = { ...input, ...kept }
  }
  const outcome = await host.runner.call(definition, given, systemActor('cli', language), {
    uploaded: file !== undefined,
  })
  if (outcome.kind === 'refused') return { kind: 'refused', ...catalogue.problem(outcome.refusal, language) }
  await host.settle()
  if (definition.kind !== 'query' || !definition.download) return { kind: 'done', output: outcome.output }
  const { name, content } = outcome.output as Download
  return { kind: 'file', name, content: content instanceof Readable ? await buffer(content) : content }
}

function callServer(socketPath: string, { language }: Terminal, parts: CallParts): Promise<Answer> {
  const { definition, input, file } = parts
  const path = `/api/${definition.name.replaceAll('.', '/')}`
  const query = file === undefined ? '' : `?${new URLSearchParams(texts(input))}`
  const type = file === undefined ? 'application/json' : 'application/octet-stream'
  return new Promise((resolve, reject) => {
    const call = request(
      {
        socketPath,
        path: `${path}${query}`,
        method: 'POST',
        headers: { 'content-type': type, 'accept-language': language },
      },
      response => {
        buffer(response)
          .then(body => resolve(answerOf(response.statusCode ?? 500, response.headers, body)))
          .catch(reject)
      },
    )
    call.on('error', reject)
    if (file === undefined) call.end(JSON.stringify(input))
    else createReadStream(file).on('error', reject).pipe(call)
  })
}

function texts(input: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
}

function answerOf(status: number, headers: NodeJS.Dict<string | string[]>, body: Buffer): Answer {
  const disposition = String(headers['content-disposition'] ?? '')
  if (status < 300 && disposition !== '') {
    const name = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? 'file')
    return { kind: 'file', name, content: body }
  }
  const output = JSON.parse(body.toString('utf8')) as Record<string, string>
  if (status < 300) return { kind: 'done', output }
  return {
    kind: 'refused',
    title: output.title!,
    remedy: output.remedy!,
    place: output.place,
    code: output.code!,
  }
}
