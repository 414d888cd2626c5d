export { describeHost, type Host, type HostParts, openHost } from './host.ts'
export type { HostHealth, HostServices } from './services.ts'
export { openStorage, prepareStorage, type Storage, type StorageUrls, urlsOf } from './storage.ts'
