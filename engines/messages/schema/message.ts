import type { Group, GroupValue, Members } from './member.ts'
import type { Text } from './text.ts'

/** An element of another namespace that may stand at the end of the root and is no part of the value. */
export interface Beside {
  readonly namespace: string
  readonly local: string
}

/** A message, declared once: its type, builder, parser, validator and page of documentation come from this value. */
export interface MessageSchema<M extends Members = Members> {
  /** What the counters call it: `CEB621`. */
  readonly name: string
  readonly title: Text
  /** Name of the root element. */
  readonly root: string
  /** Namespace of all its elements; '' for none. */
  readonly namespace: string
  /** Prefix it is written with; '' declares it as the default namespace. Any prefix is read. */
  readonly prefix: string
  readonly content: Group<M>
  /** What may follow the content in the root: the signature. */
  readonly besides: readonly Beside[]
  /** Where the declaration was taken from. */
  readonly source: string
}

/** The type of a message's values. */
export type MessageValue<S> = S extends MessageSchema<infer M> ? GroupValue<M> : never

/** The signature that a message may carry (XML-DSig). */
export const signatureBeside: Beside = { namespace: 'http://www.w3.org/2000/09/xmldsig#', local: 'Signature' }

/** Declares a message. */
export function message<M extends Members>(schema: MessageSchema<M>): MessageSchema<M> {
  return schema
}
