export type { Carrier, Message, NoticeChannel } from './carrier.ts'
export { type NoticeRequest, notify, type Recipient } from './notify.ts'
