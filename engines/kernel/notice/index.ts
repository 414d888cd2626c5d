export type { Carrier, Message, NoticeChannel } from './carrier.ts'
export { type NoticeKind, type NoticeRequest, notify, type Recipient } from './notify.ts'
