import { createHash } from 'node:crypto'
import { sm3 } from '@tongqu/kernel/crypto'
import { withoutIdentityNumbers } from '@tongqu/kernel/log'
import { masked } from '../declaration/page/mask.ts'
import { jsonBytes } from './json.ts'
import { type SignatureParts, takeApart } from './signed.ts'
import type { ProvenMessage } from './store.ts'
import type { ProofFile } from './tar.ts'

/* The messages of a proof: byte for byte where they may be shown, by their digests and signatures where not. */

export interface ProvingMessages {
  readonly isFull: boolean
  readonly party: string
  readonly day: string
  /** Of the installation's own key, in PEM. */
  readonly ownKey: string | undefined
  bytesOf(sm3: string): Promise<Buffer>
  /** Files of the events about a message that name its digest. */
  eventsOf(message: string, sm3: string): readonly string[]
}

/** What the printed commands go through, a line each. */
export interface MessageIndex {
  /** SM3, path, file of the event that names the digest. */
  readonly sealed: string[]
  /** Path without its ending, where the message is the base64 of the envelope's `Data`. */
  readonly envelopes: string[]
  /** Path, digest. */
  readonly contents: string[]
  /** Path, three numbers. */
  readonly pieces: string[]
  /** What was signed, the value, the digest, the key: files of them. */
  readonly rsa: string[]
  readonly sm2: string[]
}

export interface MessageFiles {
  readonly files: readonly ProofFile[]
  readonly index: MessageIndex
  readonly withheld: readonly Withheld[]
}

/** A file that is proven and not shown. */
export interface Withheld {
  readonly path: string
  readonly bytes: number
  readonly sm3: string
  readonly sha256: string
  readonly reason: { readonly zh: string; readonly en: string }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export async function messageFiles(
  messages: readonly ProvenMessage[],
  proving: ProvingMessages,
): Promise<MessageFiles> {
  const files: ProofFile[] = []
  const withheld: Withheld[] = []
  const index: MessageIndex = { sealed: [], envelopes: [], contents: [], pieces: [], rsa: [], sm2: [] }
  const keys = new Keys()
  const list: unknown[] = []
  for (const [n, message] of messages.entries()) {
    const path = `messages/${String(n + 1).padStart(3, '0')}-${message.direction}-${nameOf(message)}`
    const bytes = await proving.bytesOf(message.sm3)
    const parts = takeApart(bytes, proving.day, message.direction === 'out' ? proving.ownKey : undefined)
    const reason = withheldFor(message, parts.message, proving)
    const add = (ending: string, content: Buffer, isShown = reason === undefined) => {
      if (isShown) files.push({ path: `${path}.${ending}`, content })
      else withheld.push(digestsOf(`${path}.${ending}`, content, reason!))
    }
    const file = parts.hasEnvelope ? 'envelope.xml' : 'message.xml'
    add(file, bytes)
    if (parts.hasEnvelope) add('message.xml', parts.message)
    if (parts.hasEnvelope && !reason && isPlainData(bytes, parts.message)) index.envelopes.push(path)
    const { signature } = parts
    if (signature) addSignature(signature, { path, add, keys, index, isShown: reason === undefined })
    const events = proving.eventsOf(message.id, message.sm3)
    for (const event of events) index.sealed.push(`${message.sm3} ${path}.${file} ${event}`)
    list.push({
      ...shownRow(message),
      file: `${path}.${file}`,
      isShown: reason === undefined,
      sha256: sha256(bytes),
      events,
      signatureFound: signature ? signature.algorithm : parts.fault,
    })
  }
  files.push({ path: 'messages/messages.json', content: jsonBytes(list) }, ...keys.files())
  return { files, index, withheld }
}

const nameOf = ({ kind }: ProvenMessage) => kind.replace(/[^\w-]/g, '') || 'unread'

function shownRow({ id, direction, kind, name, sm3, bytes, records, own, ...rest }: ProvenMessage) {
  const { created_at: at, done_at: doneAt, state, signature, verification } = rest
  return {
    id,
    direction,
    kind,
    name,
    sm3,
    bytes: Number(bytes),
    records,
    own,
    at,
    doneAt,
    state,
    signature,
    verification,
  }
}

const IDENTITY = {
  zh: '含个人证件号码；持有 customs.proof.full 权限者可取得全文',
  en: 'holds identity numbers; whoever has the permission customs.proof.full can have it',
}
const OTHERS = {
  zh: '同一报文含其他申报的内容；持有 customs.proof.full 权限者可取得全文',
  en: 'carries other declarations as well; whoever has the permission customs.proof.full can have it',
}
const FOREIGN = { zh: '报文属于另一主体', en: 'the message is another party’s' }

/** Why a message is not shown; a message of another party never is. */
function withheldFor(message: ProvenMessage, bytes: Buffer, { isFull, party }: ProvingMessages) {
  if (message.party_id !== null && message.party_id !== party) return FOREIGN
  if (isFull) return undefined
  const text = bytes.toString('utf8')
  if (masked(text) !== text || withoutIdentityNumbers(text) !== text) return IDENTITY
  return message.direction === 'out' && message.own < message.records ? OTHERS : undefined
}

export function digestsOf(path: string, content: Buffer, reason: Withheld['reason']): Withheld {
  return { path, bytes: content.length, sm3: sm3(content), sha256: sha256(content), reason }
}

/** Whether `sed`, `tr` and `openssl base64` take the message out of its envelope. */
function isPlainData(envelope: Buffer, message: Buffer): boolean {
  const found = /<Data>([^<]*)<\/Data>/.exec(envelope.toString('utf8').replace(/[\r\n]/g, ''))
  return found !== null && Buffer.from(found[1]!, 'base64').equals(message)
}

interface Adding {
  readonly path: string
  readonly add: (ending: string, content: Buffer, isShown?: boolean) => void
  readonly keys: Keys
  readonly index: MessageIndex
  readonly isShown: boolean
}

/**
 * `SignedInfo` holds a digest and no content, so that it and the value are shown always. A value that is over the content
 * itself says nothing without it.
 */
function addSignature(signature: SignatureParts, { path, add, keys, index, isShown }: Adding): void {
  const { content, signedInfo, value, digest, algorithm, pieces } = signature
  add('content.xml', content)
  add('signature.bin', value, true)
  const key = keys.fileOf(signature)
  if (signedInfo) add('signed-info.xml', signedInfo, true)
  const signed = `${path}.${signedInfo ? 'signed-info' : 'content'}.xml`
  if (signedInfo || isShown) {
    if (algorithm === 'sm2-sm3') index.sm2.push(`${signed} ${path}.signature.bin ${key}`)
    else index.rsa.push(`${signed} ${path}.signature.bin ${algorithm.slice('rsa-'.length)} ${key}`)
  }
  if (!isShown) return
  if (signedInfo) index.contents.push(`${path} ${digest}`)
  if (pieces) index.pieces.push(`${path} ${pieces.join(' ')}`)
}

/** Keys that messages are signed with, each once. */
class Keys {
  readonly #known = new Map<string, { readonly path: string; certificate: string | undefined }>()

  fileOf({ publicKeyPem, certificatePem }: SignatureParts): string {
    const before = this.#known.get(publicKeyPem)
    if (before) {
      before.certificate ??= certificatePem
      return `${before.path}.pem`
    }
    const path = `keys/message-${this.#known.size + 1}`
    this.#known.set(publicKeyPem, { path, certificate: certificatePem })
    return `${path}.pem`
  }

  files(): ProofFile[] {
    return [...this.#known].flatMap(([pem, { path, certificate }]) => [
      { path: `${path}.pem`, content: Buffer.from(pem) },
      ...(certificate ? [{ path: `${path}.crt`, content: Buffer.from(certificate) }] : []),
    ])
  }
}
