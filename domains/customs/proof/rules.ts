import type { Tx } from '@tongqu/kernel/db'
import type { Pack } from '@tongqu/kernel/pack'
import { type Rulebook, rulesOfPacks } from '../rules/index.ts'
import { jsonBytes } from './json.ts'
import { type ProvenOrder, type ProvenPlan, type RulesOfPack, rulesAt, rulesByDigest } from './store.ts'
import type { ProofFile } from './tar.ts'

/* The rules that a plan and a declaration were made by: not today's, but those of the packs as they were applied then. */

export interface RuleFiles {
  readonly files: readonly ProofFile[]
  /** Path and digest of each text of rules, a line each. */
  readonly digests: readonly { readonly path: string; readonly digest: string }[]
}

/** Every parameter in force on the plan's day, whose digest the plan names, and those that its orders rest on in full. */
export async function rulesOfPlan(
  tx: Tx,
  plan: ProvenPlan,
  orders: readonly ProvenOrder[],
  path: string,
): Promise<RuleFiles> {
  const packs = plan.packs ?? []
  const found = await rulesByDigest(
    tx,
    packs.map(each => each.digest),
  )
  const book = bookOf(
    packs.flatMap(({ id, digest }) => found.filter(each => each.id === id && each.digest === digest)),
  )
  const digest = plan.ruleset_digest ?? ''
  if (book?.digestAt(plan.date) !== digest) return { files: [missing(path, digest)], digests: [] }
  const used = new Set(
    orders.flatMap(order => order.decision.modes.flatMap(mode => mode.rules.map(rule => rule.id))),
  )
  return textsOf(book, plan.date, path, id => used.has(id))
}

/** What the declaration's messages and receipts were judged by, as it stood when it was made. */
export async function rulesOfDeclaration(
  tx: Tx,
  packs: readonly string[],
  { day, at }: { readonly day: string; readonly at: Date },
): Promise<RuleFiles> {
  const found = await rulesAt(tx, packs, at)
  const book = bookOf(packs.flatMap(id => found.filter(each => each.id === id)))
  if (!book) return { files: [missing('rules/declaration', '')], digests: [] }
  const about = (id: string) => /^(declaration|documents|messages)\./.test(id)
  return textsOf(book, day, 'rules/declaration', about)
}

function textsOf(book: Rulebook, day: string, path: string, isUsed: (id: string) => boolean): RuleFiles {
  const snapshot = book.parameters.at(day)
  const used = snapshot.ids().filter(isUsed)
  return {
    files: [
      { path: `${path}-rules.txt`, content: Buffer.from(snapshot.canonicalText(), 'utf8') },
      { path: `${path}-used.json`, content: jsonBytes({ day, rules: used.map(id => snapshot.get(id)) }) },
    ],
    digests: [{ path: `${path}-rules.txt`, digest: book.digestAt(day) }],
  }
}

/** The packs' rules are not kept here any more, or are not those of the digest: said, and not replaced by today's. */
const missing = (path: string, digest: string): ProofFile => ({
  path: `${path}-rules.missing.json`,
  content: jsonBytes({
    digest,
    text: {
      zh: '本系统没有与该摘要相符的规则文本',
      en: 'This installation holds no text of rules with that digest',
    },
  }),
})

function bookOf(found: readonly RulesOfPack[]): Rulebook | undefined {
  if (found.length === 0) return undefined
  return rulesOfPacks(
    found.map(({ id, digest, files }): Pack => ({ id, digest, files: new Map(Object.entries(files ?? {})) })),
  )
}
