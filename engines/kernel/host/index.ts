export {
  describeHost,
  type Host,
  type HostHealth,
  type HostParts,
  type HostServices,
  openHost,
} from './host.ts'
export { openStorage, prepareStorage, type Storage, type StorageUrls, urlsOf } from './storage.ts'
