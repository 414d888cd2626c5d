import type { XmlCode } from '../xml/refusal.ts'
import type { XmlPlace } from '../xml/tree.ts'

export type SignatureCode =
  // what stands there
  | 'signature.missing'
  | 'signature.present'
  | 'signature.several'
  | 'signature.misplaced'
  | 'signature.wrong_namespace'
  | 'signature.unexpected_root'
  | 'signature.unexpected_node'
  | 'signature.part_missing'
  | 'signature.several_references'
  | 'signature.reference_elsewhere'
  | 'signature.transform_refused'
  | 'signature.duplicate_id'
  | 'signature.relative_namespace'
  | 'signature.prefix_taken'
  | 'signature.bad_base64'
  // algorithms
  | 'signature.canonicalization_unknown'
  | 'signature.digest_unknown'
  | 'signature.algorithm_unknown'
  | 'signature.algorithm_refused'
  // content and key
  | 'signature.digest_differs'
  | 'signature.value_malformed'
  | 'signature.value_wrong'
  | 'signature.key_unknown'
  | 'signature.key_unreadable'
  | 'signature.key_kind_differs'
  | 'signature.key_too_short'
  | 'signature.key_name_differs'
  | 'signature.certificate_unreadable'
  | 'signature.certificate_differs'
  | 'signature.certificate_not_valid'
  | 'signature.signer_failed'

/** Why something is not signed, or a signature not believed: a value, never an exception. */
export interface SignatureRefusal {
  /** A code of the XML reader's where the document could not even be read. */
  readonly code: SignatureCode | XmlCode
  readonly params: Readonly<Record<string, string | number>>
  readonly place?: XmlPlace | undefined
  /** The way to the element by local names. */
  readonly path?: string
}

/** Carries a refusal to the door; it never leaves this folder. */
export class SignatureRefused extends Error {
  readonly refusal: SignatureRefusal
  constructor(refusal: SignatureRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
