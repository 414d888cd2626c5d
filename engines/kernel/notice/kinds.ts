import type { NoticeKind } from './notify.ts'

/** Kinds of notices of the kernel's own. */
export const kernelNotices: readonly NoticeKind[] = [
  { kind: 'announcement', name: { zh: '平台公告', en: 'Announcements' }, isAlways: true },
]
