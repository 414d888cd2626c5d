export { type OpenedFile, openFile } from './opened.ts'
export { FileStore, fileRefusals, type StoredBytes } from './store.ts'
export type { FileRef } from './types.ts'
