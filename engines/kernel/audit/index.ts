export { type Evidence, type EvidenceOf, evidenceOf } from './evidence.ts'
export { type SealParts, sealBlock } from './seal.ts'
export { fileSigner, newSigningKey, SIGNER_ID, type Signer } from './signing.ts'
export { type AuditFault, type Verification, verifyAudit } from './verify.ts'
