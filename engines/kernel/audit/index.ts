export { RAN } from './ran.ts'
export { type SealParts, sealBlock } from './seal.ts'
export { fileSigner, newSigningKey, SIGNER_ID, type Signer, verifySignature } from './signing.ts'
export { AUDIT_FAULTS, type AuditFault, type Verification, verifyAudit, verifyAuditIn } from './verify.ts'
