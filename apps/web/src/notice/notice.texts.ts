import { catalogue } from '../text/catalogue.ts'

export const noticeTexts = catalogue({
  title: { zh: '通知', en: 'Notices' },
  unread: { zh: '未读', en: 'Unread' },
  earlier: { zh: '已读', en: 'Read before' },
  readAll: { zh: '全部标为已读', en: 'Mark all as read' },
  read: { zh: '标为已读', en: 'Mark as read' },
  open: { zh: '打开', en: 'Open' },
  allRead: { zh: '没有未读的通知。', en: 'Nothing is unread.' },
  nothing: { zh: '还没有收到过通知。', en: 'No notice has come yet.' },
  noneSo: { zh: '没有这一类通知。', en: 'There is none of this kind.' },
  kind: { zh: '类别', en: 'Kind' },
  everyKind: { zh: '全部类别', en: 'All kinds' },
  today: { zh: '今天', en: 'Today' },
  yesterday: { zh: '昨天', en: 'Yesterday' },
  choose: { zh: '接收设置', en: 'What reaches you' },
  announce: { zh: '发公告', en: 'Announce' },
  back: { zh: '通知', en: 'Notices' },
})

export const chooseTexts = catalogue({
  title: { zh: '接收设置', en: 'What reaches you, and where' },
  kinds: { zh: '按类别', en: 'By kind' },
  kind: { zh: '类别', en: 'Kind' },
  console: { zh: '站内', en: 'In the console' },
  away: { zh: '外发', en: 'Sent out' },
  always: { zh: '人人都会收到', en: 'reaches everybody' },
  where: { zh: '外发到', en: 'Sent out to' },
  nowhere: {
    zh: '本系统没有配置邮件或短信发送，通知只在站内。',
    en: 'This installation has nothing to send with: notices stand in the console only.',
  },
  mail: { zh: '邮箱', en: 'Mail' },
  mailAbout: { zh: '留空则不发邮件', en: 'Empty: no mail is sent' },
  phone: { zh: '手机', en: 'Telephone' },
  phoneAbout: { zh: '留空则不发短信', en: 'Empty: no message is sent' },
  language: { zh: '外发语言', en: 'Language of what is sent' },
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
  none: { zh: '请选择', en: 'Choose' },
  keep: { zh: '保存', en: 'Save' },
  kept: { zh: '已保存。', en: 'Saved.' },
})

export const announceTexts = catalogue({
  title: { zh: '向所有人发公告', en: 'Announce to everybody' },
  lead: {
    zh: '每个有账号的人都会在站内收到一条，选择外发的人另收邮件或短信。发出后不能收回。',
    en: 'Everybody who has an account gets it in the console, and by mail or message who chose so. It cannot be taken back.',
  },
  zh: { zh: '中文', en: 'In Chinese' },
  en: { zh: '英文', en: 'In English' },
  about: { zh: '最多 200 字', en: 'At most 200 characters' },
  page: { zh: '打开的页面', en: 'Page that it opens' },
  pageAbout: { zh: '可不填；如 /rules', en: 'May be left empty; such as /rules' },
  send: { zh: '发出', en: 'Send' },
  sent: { zh: '公告已发出，正在送到每个人。', en: 'It is sent, and on its way to everybody.' },
  another: { zh: '再发一条', en: 'Another one' },
})

export const bellTexts = catalogue({
  none: { zh: '通知', en: 'Notices' },
  some: { zh: (n: number) => `通知，${n} 条未读`, en: (n: number) => `Notices, ${n} unread` },
})
