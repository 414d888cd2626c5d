export { type SealParts, sealBlock } from './seal.ts'
export { fileSigner, newSigningKey, type Signer } from './signing.ts'
export { type AuditFault, type Verification, verifyAudit } from './verify.ts'
