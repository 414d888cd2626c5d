import { declaration, sealEnvelope } from '../message/envelope.ts'
import { receiptMessage } from '../message/receipt.ts'
import type { CertifiedKey } from '../signature/certificate.ts'
import { signMessage } from '../signature/sign.ts'
import { digitsOf, isoOf } from '../time.ts'

/** An envelope that leaves the counter. */
export interface Outgoing {
  readonly channel: string
  readonly receiver: string
  /** Name of its own, the same for the same receipt after a kill. */
  readonly name: string
  readonly envelope: string
}

/** A receipt before it is put into a message and the message into an envelope. */
export interface Unsealed {
  readonly channel: string
  readonly receiver: string
  readonly sender: string
  /** `CEB622Message`; a document of another kind stands in `body` whole. */
  readonly type: string
  readonly guid: string
  readonly body: string
  readonly at: number
  /** Which of several copies, from 0. */
  readonly copy: number
}

/** Puts receipts into envelopes; those of one kind for one receiver together, up to `most` a message. */
export function sealed(leaving: readonly Unsealed[], most: number, key?: CertifiedKey): Outgoing[] {
  if (most === 1) return leaving.map(one => seal([one], key))
  const open = new Map<string, Unsealed[]>()
  const groups: Unsealed[][] = []
  for (const one of leaving) {
    const key = [one.channel, one.receiver, one.type, one.copy, isReceipt(one) ? '' : one.guid].join('\u001f')
    const group = open.get(key)
    if (group && group.length < most) group.push(one)
    else {
      const fresh = [one]
      open.set(key, fresh)
      groups.push(fresh)
    }
  }
  return groups.map(group => seal(group, key))
}

/** Several of CEB900 do not go together, nor what is no receipt of the unified messages. */
const isReceipt = ({ type }: Unsealed) => type.startsWith('CEB') && type !== 'CEB900Message'

function seal(group: readonly Unsealed[], key: CertifiedKey | undefined): Outgoing {
  const { channel, receiver, sender, type, guid, at, copy } = group[0]!
  const body = group.map(one => one.body).join('')
  const isUnified = type.startsWith('CEB')
  const plain = isUnified ? receiptMessage(type, guid, body) : `${declaration}${body}`
  const message = key && isUnified ? signMessage(plain, type, key) : plain
  const envelope = sealEnvelope({ id: guid, sender, receiver, created: isoOf(at), type }, message)
  const name = `${digitsOf(at, 17)}_${type}_${guid}${copy === 0 ? '' : `-${copy + 1}`}`
  return { channel, receiver, name, envelope }
}
