export type { Carrier, Message, NoticeChannel } from './carrier.ts'
export { type NoticeRequest, noticeEvent, notify, type Recipient } from './notify.ts'
