import { buffer } from 'node:stream/consumers'
import { evidenceOf, type Signer } from '@tongqu/kernel/audit'
import { sm3 } from '@tongqu/kernel/crypto'
import type { Tx } from '@tongqu/kernel/db'
import type { HostServices } from '@tongqu/kernel/host'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import type { Desk } from '../declaration/env.ts'
import { recordsOf } from '../declaration/record-store.ts'
import { splitKey } from '../declaration/view.ts'
import { documentsOf } from '../document/store.ts'
import { auditFiles, decisionsFile, eventFile, linesOf } from './audit.ts'
import { documentFiles } from './documents.ts'
import { instructions } from './instructions.ts'
import { jsonBytes } from './json.ts'
import { ledgerFiles } from './ledger.ts'
import { type MessageIndex, messageFiles, sha256, type Withheld } from './messages.ts'
import { type RuleFiles, rulesOfDeclaration, rulesOfPlan } from './rules.ts'
import * as store from './store.ts'
import { type ProofFile, tarOf } from './tar.ts'

/*
 * A proof: one file with everything that a declaration rests on and that became of it, each part tied to the sealed audit.
 * It holds no time of its making and nothing of chance, so that two proofs of one state are the same bytes.
 */

/** What a proof is made with. */
export interface Proving {
  readonly desk: Desk
  readonly services: Pick<HostServices, 'config' | 'files' | 'packs'> & {
    readonly signer: Pick<Signer, 'sign' | 'publicKeyPem'>
  }
}

/**
 * @param isFull with the bytes of messages that hold identity numbers
 * @returns a tar file; undefined while something of it is not sealed yet
 */
export async function proofOf(
  tx: Tx,
  proving: Proving,
  declaration: store.ProvenDeclaration,
  isFull: boolean,
): Promise<Buffer | undefined> {
  const { services } = proving
  const orders = await store.ordersOf(tx, declaration.id)
  const messages = await store.messagesOf(tx, declaration.id)
  const plans = [...new Set(orders.map(order => order.plan_id))]
  const own = new Set(orders.map(order => order.order_no))
  const evidence = await evidenceOf(tx, {
    records: [
      `customs.declaration/${declaration.id}`,
      ...plans.map(id => `customs.plan/${id}`),
      ...messages.map(({ id }) => `customs.message/${id}`),
    ],
    shows: ({ type, data }) =>
      type !== 'customs.plan.overridden' || own.has((JSON.parse(data) as { orderNo: string }).orderNo),
    anchorFile: services.config.anchorFile,
  })
  if (!evidence) return undefined
  const eventsOf = (record: string) =>
    evidence.events.filter(event => event.record === record && event.type !== 'kernel.call.ran')
  const naming = (digest: string, record: string) =>
    eventsOf(record)
      .filter(event => event.data.includes(digest))
      .map(event => eventFile(event.position))
  const sent = await messageFiles(messages, {
    isFull,
    party: declaration.party_id,
    day: declaration.day,
    ownKey: await proving.desk.counter.publicKey(),
    bytesOf: digest => buffer(services.files.read(digest)),
    eventsOf: (id, digest) => naming(digest, `customs.message/${id}`),
  })
  const papers = await documentFiles(await documentsOf(tx, declaration.id), {
    isFull,
    bytesOf: digest => buffer(services.files.read(digest)),
    eventsOf: digest => naming(digest, `customs.declaration/${declaration.id}`),
  })
  const rules = await ruleFiles(tx, proving, declaration, orders)
  const planMade = plans
    .flatMap(id => eventsOf(`customs.plan/${id}`))
    .filter(each => each.type === 'customs.plan.made')
  const ruleLines = rules.digests.map(({ path, digest }) => {
    const event = planMade.find(each => each.data.includes(digest))
    return `${digest} ${path} ${event ? eventFile(event.position) : '-'}`
  })
  const names = await store.namesOf(tx, [
    ...new Set(evidence.events.flatMap(event => (event.account === null ? [] : [event.account]))),
  ])
  const files: ProofFile[] = [
    ...(await declarationFiles(tx, proving.desk, declaration)),
    ...(await orderFiles(tx, orders)),
    decisionsFile(evidence, names),
    ...rules.files,
    { path: 'rules/digests.txt', content: linesOf(ruleLines) },
    ...sent.files,
    ...indexFiles(sent.index, papers.sealed),
    ...papers.files,
    ...(await ledgerFiles(tx, declaration.id)),
    ...auditFiles(evidence),
    withheldFile([...sent.withheld, ...papers.withheld]),
    { path: 'keys/installation.pem', content: Buffer.from(services.signer.publicKeyPem) },
  ]
  return sealedTar(files, declaration.number, { isFull, signer: services.signer })
}

async function ruleFiles(
  tx: Tx,
  { services }: Proving,
  { day, created_at: at }: store.ProvenDeclaration,
  orders: readonly store.ProvenOrder[],
): Promise<RuleFiles> {
  const made = [
    await rulesOfDeclaration(
      tx,
      services.packs.map(pack => pack.id),
      { day, at },
    ),
  ]
  for (const [n, id] of [...new Set(orders.map(order => order.plan_id))].entries()) {
    const plan = await store.planOf(tx, id)
    made.push(
      await rulesOfPlan(
        tx,
        plan,
        orders.filter(each => each.plan_id === id),
        `rules/plan-${n + 1}`,
      ),
    )
  }
  return { files: made.flatMap(each => each.files), digests: made.flatMap(each => each.digests) }
}

/** The declaration with its records, their content, and what receipts made of them. */
async function declarationFiles(
  tx: Tx,
  desk: Desk,
  declaration: store.ProvenDeclaration,
): Promise<ProofFile[]> {
  const records = await recordsOf(tx, declaration.id)
  const receipts = await store.receiptsOf(tx, declaration.id)
  const tables = desk.precedence(declaration.day)
  const said = receipts.map(receipt => {
    const record = records.find(each => each.kind === receipt.kind && each.key === receipt.key)
    const isStanding = record?.told_code === receipt.status && record.told_time === receipt.time
    return {
      ...receipt,
      key: splitKey(receipt.key),
      effect: tables(receipt.kind).effectOf(receipt.status) ?? null,
      isStanding,
    }
  })
  const heads = records.map(({ content: _, key, ...head }, n) => ({
    ...head,
    key: splitKey(key),
    file: recordFile(n, head.kind),
  }))
  return [
    { path: 'declaration.json', content: screened({ ...declaration, records: heads }) },
    {
      path: 'receipts.json',
      content: screened({ rule: 'declaration.receipts', day: declaration.day, receipts: said }),
    },
    ...records.map(({ content, kind }, n) => ({ path: recordFile(n, kind), content: screened(content) })),
  ]
}

const recordFile = (n: number, kind: string) =>
  `records/${String(n + 1).padStart(3, '0')}-${kind.replace(/[^\w-]/g, '')}.json`

async function orderFiles(tx: Tx, orders: readonly store.ProvenOrder[]): Promise<ProofFile[]> {
  const plans = new Map<string, store.ProvenPlan>()
  for (const { plan_id: id } of orders) if (!plans.has(id)) plans.set(id, await store.planOf(tx, id))
  return orders.map((order, n) => ({
    path: `orders/${String(n + 1).padStart(3, '0')}.json`,
    content: screened({ plan: plans.get(order.plan_id), order }),
  }))
}

/** What is kept of people's numbers is their hash already; one in a free text is left out here. */
const screened = (value: unknown): Buffer =>
  Buffer.from(withoutIdentityNumbers(jsonBytes(value).toString('utf8')), 'utf8')

function indexFiles(index: MessageIndex, papers: readonly string[]): ProofFile[] {
  return [
    { path: 'sealed-files.txt', content: linesOf([...index.sealed, ...papers]) },
    { path: 'messages/envelopes.txt', content: linesOf(index.envelopes) },
    { path: 'messages/contents.txt', content: linesOf(index.contents) },
    { path: 'messages/pieces.txt', content: linesOf(index.pieces) },
    { path: 'messages/signed-rsa.txt', content: linesOf(index.rsa) },
    { path: 'messages/signed-sm2.txt', content: linesOf(index.sm2) },
  ]
}

const withheldFile = (withheld: readonly Withheld[]): ProofFile => ({
  path: 'withheld.json',
  content: jsonBytes(withheld),
})

/** Adds the instructions, the digests of everything, and their signature; puts all of it into one folder. */
function sealedTar(
  made: readonly ProofFile[],
  number: string,
  { isFull, signer }: { readonly isFull: boolean; readonly signer: Pick<Signer, 'sign'> },
): Buffer {
  const has = (name: string) => made.some(file => file.path.startsWith(name))
  const files = [...made, { path: 'INSTRUCTIONS.txt', content: instructions(number, isFull, has) }].sort(
    (a, b) => (a.path < b.path ? -1 : 1),
  )
  const bySha = Buffer.from(files.map(({ path, content }) => `${sha256(content)}  ${path}\n`).join(''))
  const listed = [...files, { path: 'digests.sha256', content: bySha }]
  const bySm3 = listed.map(({ path, content }) => `${sm3(content)}  ${path}\n`).join('')
  const whole = [
    ...listed,
    { path: 'digests.sm3', content: Buffer.from(bySm3) },
    { path: 'digests.der', content: Buffer.from(signer.sign(bySm3), 'hex') },
  ]
  return tarOf(whole.map(({ path, content }) => ({ path: `proof-${number}/${path}`, content })))
}
