import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { sm3 } from '@tongqu/kernel/crypto'
import type { HostServices } from '@tongqu/kernel/host'
import { checkAddress, issuePaper, type PaperRow, shownCode } from '@tongqu/kernel/paper'
import { isRefusal, type Refusal } from '@tongqu/kernel/refusal'
import { inWorker } from '@tongqu/kernel/worker'
import type { CodeBlock, Paper, Printed, PrintRefusal, Text } from '@tongqu/print'
import type { Static } from 'typebox'
import type { Desk } from '../declaration/env.ts'
import type { NumericCodes } from '../declaration/form/codes.ts'
import { drawCommercial } from './commercial.ts'
import type * as contract from './contract.ts'
import type { Drawing } from './drawing.ts'
import { gate } from './gate.ts'
import { isOfOrder, type PaperKind, titleOfPaper } from './kinds.ts'
import { type Names, namesOf } from './names.ts'
import { numbersOf, withholding } from './personal.ts'
import { customsPaperRefusals } from './refusals.ts'
import { drawDeclaration } from './sheet/declaration.ts'
import { drawList } from './sheet/list.ts'
import { type Subject, subjectOf } from './subject.ts'

/** What papers are printed with. */
export interface Printing {
  readonly desk: Desk
  readonly services: Pick<HostServices, 'files' | 'address' | 'registry'>
}

type Input = Static<typeof contract.Print>

/**
 * Prints a paper of what stands in the record, or hands back the one that says the same.
 * @param isFull with identity numbers: system scope, for those who may see them
 */
export async function printPaper(
  work: UnitOfWork,
  { desk, services }: Printing,
  { kind, language, ...asked }: Input,
  isFull: boolean,
): Promise<PaperRow | Refusal> {
  const day = legalDay(work.now)
  const subject = await subjectOf(work.tx, desk, asked, kind, day)
  if (isRefusal(subject)) return subject
  const names = namesOf(
    work.tx,
    await desk.codes(work.tx, day),
    desk.setting<NumericCodes>(day, 'declaration.numeric_codes'),
  )
  const opened = isFull ? await numbersOf(work.tx, desk, subject) : withholding
  const drawing = await draw(subject, kind, names, opened)
  const title = titleOfPaper(kind, subject)
  const speaks = language ?? (isOfOrder(kind) ? 'both' : 'zh')
  const issuer = issuerOf(subject)
  const { origin } = services.address
  const paper = {
    party: subject.party,
    record: subject.record,
    kind,
    language: speaks,
    isFull,
    title,
    number: subject.number,
    day,
    issuer: { zh: issuer, en: issuer },
    facts: drawing.facts,
    missing: drawing.missing,
    basis: subject.basis,
    drawn: sm3(JSON.stringify([speaks, isFull, title, drawing.blocks])),
    name: `${subject.number.replace(/[^\p{L}\p{N}._-]/gu, '_')}-${kind}`,
  } as const
  return issuePaper(work, services.files, paper, async code => {
    const address = checkAddress(origin, code)
    const made = await printer(() =>
      drawn({
        language: speaks,
        title,
        number: subject.number,
        author: issuer,
        created: work.now,
        isLandscape: drawing.isLandscape,
        foot: footOf(code),
        blocks: [...drawing.blocks, codeBlock(code, address, { day, origin })],
      }),
    )
    if (!made) return customsPaperRefusals.refuse('paper.busy')
    if ('refusal' in made)
      return customsPaperRefusals.refuse('paper.too_large', { what: made.refusal.code.replace('print.', '') })
    return { ...made, remarks: boxed(made.unprintable) }
  })
}

function draw(
  subject: Subject,
  kind: PaperKind,
  names: Names,
  opened: (text: string) => string,
): Promise<Drawing> {
  if (subject.of === 'order') return drawCommercial(subject, isOfOrder(kind) ? kind : 'invoice', names)
  return kind === 'list' ? drawList(subject, names, opened) : drawDeclaration(subject, names, opened)
}

const issuerOf = (subject: Subject): string =>
  subject.of === 'order' ? (subject.seller?.name ?? '') : textAt(subject.content)

/** The firm that the list or declaration names as its own. */
function textAt(content: unknown): string {
  const { DecHead, InventoryHead } = content as Record<string, Record<string, string> | undefined>
  return DecHead?.TradeName ?? InventoryHead?.ebcName ?? ''
}

const footOf = (code: string): Text => ({
  zh: `验证码 ${shownCode(code)}`,
  en: `Code ${shownCode(code)}`,
})

const codeBlock = (
  code: string,
  address: string,
  { day, origin }: { day: string; origin: string },
): CodeBlock => ({
  kind: 'code',
  title: { zh: '验证码', en: 'Verification code' },
  address,
  code: shownCode(code),
  paragraphs: [
    {
      zh: `扫码，或在 ${origin}/check 输入验证码：可查验由谁签发、是否仍有效、文件是否被改动。`,
      en: `Scan it, or type the code at ${origin}/check: who issued this, whether it still holds, whether the file was changed.`,
    },
    { zh: `印制日期 ${day}`, en: `Printed on ${day}` },
  ],
})

/** Characters that are printed as a box are named beside what is missing. */
const boxed = (unprintable: readonly string[]): Text[] =>
  unprintable.length === 0
    ? []
    : [
        {
          zh: `字库没有的字符，印作 □：${unprintable.join(' ')}`,
          en: `Characters that the typeface does not have, printed as □: ${unprintable.join(' ')}`,
        },
      ]

/** Two at once, eight that wait. */
const printer = gate(2, 8)

/** Longest that one paper may take, milliseconds. */
const LONGEST = 60_000

async function drawn(paper: Paper): Promise<Printed | { readonly refusal: PrintRefusal }> {
  const thread = inWorker<Printed | { readonly refusal: PrintRefusal }>(
    new URL('worker.ts', import.meta.url),
    paper,
    AbortSignal.timeout(LONGEST),
  )
  let made: Printed | { readonly refusal: PrintRefusal } | undefined
  await thread.each(async piece => {
    made = piece
  })
  if (!made) throw new Error('The thread drew no paper.')
  return made
}
