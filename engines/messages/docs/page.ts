import { businessKeys } from '../ceb/keys.ts'
import type { CebName } from '../ceb/messages.ts'
import { jsonTexts } from '../json/text.ts'
import type { Kind } from '../schema/kind.ts'
import { type Group, isGroup, type Member } from '../schema/member.ts'
import type { MessageSchema } from '../schema/message.ts'
import { faultTexts } from '../schema/texts.ts'
import { signatureTexts } from '../signature/text.ts'
import { type Chapter, chapters, type StatusTable, statusTables } from './all.ts'

const INTRO = `# Messages 报文

Generated from the schemas in \`engines/messages\` (\`node engines/messages/docs/write.ts\`); do not edit.

Every message is declared once. From that one declaration come its type, what writes it, what reads it, what judges it
and this page. A column **n** says how often an element stands in its place: \`1\` needed, \`0..1\` may be left out, else
from and to. An empty element that may be left out reads as one that is not there. **Format**: \`C3\` three characters,
\`C..60\` up to sixty, \`N19,5\` a decimal number of nineteen digits, five of them behind the point (the text is kept as it
is written), \`@\` an attribute. Times are local time in China. A *table* is a code table of the day, handed in by whoever
asks; where it is not there the code is not judged, and the result says so.

What one element asks of another (\`messages.*\` in \`packs/cn/rules\`) is dated data and not on this page.
`

/** docs/messages.md as it follows from the schemas. */
export function messagesPage(): string {
  const parts = [INTRO, ...chapters.map(chapter), ...statusTables.map(statusPart), faults()]
  return `${parts.join('\n').trimEnd()}\n`
}

function chapter({ title, messages }: Chapter): string {
  const shown: Shown = new Map()
  return [`## ${title.zh} ${title.en}\n`, ...messages.map(one => messagePart(one, shown))].join('\n')
}

/** Groups that stand in several messages are laid out in the first. */
type Shown = Map<Group, string>

function messagePart(schema: MessageSchema, shown: Shown): string {
  const { name, title, root, namespace, source, content } = schema
  const own = Object.hasOwn(businessKeys, name) ? businessKeys[name as CebName] : undefined
  const facts = [
    namespace === '' ? `Root \`${root}\`.` : `Root \`${root}\`, namespace \`${namespace}\`.`,
    own && `Key: ${own.key.map(path => `\`${own.record}.${path}\``).join(', ')}.`,
    own?.answer && `Answered by ${own.answer}.`,
    `Source: ${source}`,
  ]
  const rows = rowsOf(content, 0, { name, shown })
  const head = '| element | n | format | 中文 | English | |\n|---|---|---|---|---|---|'
  return `### ${name} ${title.zh} ${title.en}\n\n${facts.filter(Boolean).join(' ')}\n\n${head}\n${rows.join('\n')}\n`
}

function rowsOf(group: Group, depth: number, within: { name: string; shown: Shown }): string[] {
  return Object.entries(group.members).flatMap(([name, member]) => {
    const { of } = member
    if (!isGroup(of)) return [row(name, member, depth)]
    const first = within.shown.get(of)
    if (first !== undefined && first !== within.name) return [row(name, member, depth, first)]
    within.shown.set(of, within.name)
    return [row(name, member, depth), ...rowsOf(of, depth + 1, within)]
  })
}

function row(name: string, member: Member, depth: number, laidOut?: string): string {
  const { of, min, max, meaning, isAttribute, isCdata } = member
  const times = min === max ? String(min) : `${min}..${max}`
  const format = isGroup(of) ? shapeOf(of) : `\`${of.format}\`${isCdata ? ' CDATA' : ''}`
  const about = [
    laidOut && `As in ${laidOut}.`,
    isGroup(of) ? '' : valuesOf(of),
    noteOf(meaning.note),
    meaning.source ?? '',
  ]
  const element = `${'· '.repeat(depth)}\`${isAttribute ? '@' : ''}${name}\``
  const cells = [element, times, format, meaning.zh, meaning.en, about.filter(Boolean).join(' ')]
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

const shapeOf = ({ isAnyOrder, unknown }: Group) =>
  [isAnyOrder && 'any order', unknown === 'ignored' && 'more is passed over'].filter(Boolean).join(', ')

function valuesOf({ choices, table, says }: Kind): string {
  if (choices) {
    const each = Object.entries(choices).map(([value, { zh, en }]) => `\`${value}\` ${zh} ${en}`)
    return `${each.join('; ')}.`
  }
  return [table && `table \`${table}\`.`, says && `${says.zh}。 ${says.en}.`].filter(Boolean).join(' ')
}

const noteOf = (note: Member['meaning']['note']) => (note ? `${note.zh} ${note.en}` : '')

function statusPart({ title, member, rule, statuses }: StatusTable): string {
  // Codes that are numbers by their value, before those that are letters.
  const rank = (code: string) => (Number.isNaN(Number(code)) ? Number.POSITIVE_INFINITY : Number(code))
  const rows = Object.entries(statuses)
    .sort(([a], [b]) => (rank(a) === rank(b) ? Number(a > b) - Number(a < b) : rank(a) - rank(b)))
    .map(
      ([code, { name, text, source }]) => `| \`${code}\` | ${name} | ${text.zh} | ${text.en} | ${source} |`,
    )
  return `## ${title.en} ${title.zh} (\`${member}\`)

${rule}

| value | outcome | 中文 | English | source |
|---|---|---|---|---|
${rows.join('\n')}
`
}

function faults(): string {
  const texts = { ...faultTexts, ...jsonTexts, ...signatureTexts }
  const rows = Object.entries(texts).map(([code, { zh, en }]) => `| \`${code}\` | ${zh} | ${en} |`)
  return `## Faults 错误代码

A fault names the element by its path and, in a document that was read, by line and column.

| code | 中文 | English |
|---|---|---|
${rows.join('\n')}
`
}
