import { catalogue } from '../text/catalogue.ts'

export const troubleTexts = catalogue({
  away: {
    zh: '连接不上服务器，正在重新连接。填写的内容都在，恢复后自动继续。',
    en: 'The server does not answer; trying again. What you typed is kept and goes on once it is back.',
  },
  look: { zh: '马上重试', en: 'Try now' },
  renewed: {
    zh: '系统已更新，页面已载入新版本。',
    en: 'A new version was installed; the page has been loaded anew.',
  },
  close: { zh: '知道了', en: 'All right' },
  ended: { zh: '登录已结束', en: 'Your session has ended' },
  endedAbout: {
    zh: (name: string) => `请以${name}再次登录。页面上填写的内容都在，登录后刚才的操作自动继续。`,
    en: (name: string) =>
      `Sign in again as ${name}. What you typed is kept; what you were doing goes on by itself.`,
  },
  confirm: { zh: '再确认一次是您', en: 'Show once more that it is you' },
  confirmAbout: {
    zh: '登录方式只能在刚登录之后更改。登录后自动继续。',
    en: 'How you sign in is changed only shortly after signing in. It goes on by itself.',
  },
  leave: { zh: '不登录，离开', en: 'Leave without signing in' },
  cancel: { zh: '不改了', en: 'Never mind' },
  movedParty: { zh: '另一窗口改为代表其他单位', en: 'Another window acts for another party' },
  movedAccount: { zh: '另一窗口换了账号', en: 'Another window signed in as somebody else' },
  movedPartyAbout: {
    zh: (was: string, now: string) =>
      `本页是为“${was}”打开的，另一窗口已改为代表“${now}”。同一浏览器只能代表一个单位。`,
    en: (was: string, now: string) =>
      `This page was opened for ${was}; another window acts for ${now} by now. One browser acts for one party at a time.`,
  },
  movedAccountAbout: {
    zh: (was: string, now: string) => `本页属于${was}，另一窗口以${now}登录了。`,
    en: (was: string, now: string) => `This page is ${was}’s; another window signed in as ${now}.`,
  },
  goBack: {
    zh: (was: string) => `改回“${was}”，继续`,
    en: (was: string) => `Act for ${was} again and go on`,
  },
  signBack: {
    zh: (was: string) => `以${was}重新登录`,
    en: (was: string) => `Sign in as ${was} again`,
  },
  takeNow: {
    zh: (now: string) => `改用“${now}”，未送出的不送`,
    en: (now: string) => `Use ${now}; what was not sent is not sent`,
  },
})
