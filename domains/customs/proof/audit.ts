import type { Evidence } from '@tongqu/kernel/audit'
import { jsonBytes } from './json.ts'
import type { ProofFile } from './tar.ts'

/* The audit in a proof: what happened to this declaration, where it is sealed, and what people decided. */

export const eventFile = (position: string) => `audit/event-${position}.txt`
const blockFile = (number: number) => `audit/block-${number}`

export function auditFiles({ events, blocks, anchors }: Evidence): ProofFile[] {
  const index = events.map(({ position, block }) => `${eventFile(position)} ${blockFile(block)}.txt`)
  return [
    ...events.map(({ position, text }) => ({
      path: eventFile(position),
      content: Buffer.from(text, 'utf8'),
    })),
    ...blocks.flatMap(({ number, text, signature }) => [
      { path: `${blockFile(number)}.txt`, content: Buffer.from(text, 'utf8') },
      { path: `${blockFile(number)}.der`, content: Buffer.from(signature, 'hex') },
    ]),
    { path: 'audit/anchors.txt', content: Buffer.from(anchors, 'utf8') },
    { path: 'audit/events-in-blocks.txt', content: linesOf(index) },
    {
      path: 'audit/blocks.txt',
      content: linesOf(blocks.map(({ number }) => `${number} ${blockFile(number)}`)),
    },
  ]
}

/** What people did, by the audit's record of each call. */
export function decisionsFile({ events }: Evidence, names: ReadonlyMap<string, unknown>): ProofFile {
  const ran = events.filter(event => event.type === 'kernel.call.ran')
  const decisions = ran.map(({ at, account, run, position, data }) => {
    const { call, outcome, code, input, channel } = JSON.parse(data) as Record<string, unknown>
    // Nobody's account: the installation's own command line.
    const by = { account, ...(names.get(account ?? '') as object | undefined) }
    return { at, by, run, call, outcome, code, input, channel, event: eventFile(position) }
  })
  return { path: 'decisions.json', content: jsonBytes(decisions) }
}

/** Lines for a shell to read; nothing gives an empty file, over which a loop does nothing. */
export const linesOf = (lines: readonly string[]): Buffer =>
  Buffer.from(lines.map(line => `${line}\n`).join(''), 'utf8')
