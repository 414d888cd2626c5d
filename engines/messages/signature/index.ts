// The door of the signatures: `@tongqu/messages/signature`.
/** @public */

export type { CanonicalMethod, DigestName } from './algorithm.ts'
export { type KeyAlgorithm, type ProfileName, profiles, type SignatureProfile } from './algorithm.ts'
/** @public */
export { type CanonicalOptions, canonicalDocument, canonicalElement } from './canonical.ts'
/** @public */
export { type Certificate, type PublicKey, readCertificate } from './certificate.ts'
export type { SignatureCode, SignatureRefusal } from './refusal.ts'
/** @public */
export { type Signed, type SignOptions, type SignOutcome, signEnveloped, signMessage } from './sign.ts'
/** @public */
export { fileSigner, type Signer, type SignerOpened, type SigningKey } from './signer.ts'
/** @public */
export { signatureText } from './text.ts'
/** @public */
export {
  anyOf,
  type Expectation,
  type ToldKey,
  type Verified,
  type VerifyOutcome,
  verifyDocument,
  verifyEnveloped,
} from './verify.ts'
