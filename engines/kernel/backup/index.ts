export { type BackupDone, type BackupParts, backup } from './backup.ts'
export { type RestoreDone, type RestoreParts, restore } from './restore.ts'
