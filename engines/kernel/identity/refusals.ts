import { refusals } from '../refusal/index.ts'

/** What calls on sessions, accounts, parties, roles and keys are refused for. */
export const identityRefusals = refusals({
  'session.not_known': {
    status: 401,
    text: { zh: '账号或密码不正确', en: 'The login or the password is not right' },
    remedy: {
      zh: '检查后重试；忘记密码请管理员发一次性链接',
      en: 'Check both; an administrator can send a one-time link for a new password',
    },
  },
  'session.too_many_tries': {
    status: 429,
    text: {
      zh: '登录失败次数过多，请 {seconds} 秒后再试',
      en: 'Too many failed tries: wait {seconds} seconds',
    },
    remedy: { zh: '稍候再登录', en: 'Wait, then sign in again' },
  },
  'session.code_needed': {
    status: 401,
    text: {
      zh: '此账号已开启两步验证，还需验证码',
      en: 'This account has a second factor: a code is needed',
    },
    remedy: {
      zh: '输入手机应用上的六位验证码，或一个恢复码',
      en: 'Give the six digits of your app, or a recovery code',
    },
  },
  'session.code_wrong': {
    status: 401,
    text: { zh: '验证码不正确或已用过', en: 'The code is not right, or was used' },
    remedy: { zh: '等应用显示下一个验证码再试', en: 'Wait for the next code of the app' },
  },
  'session.passkey_needed': {
    status: 401,
    text: { zh: '此账号还须用通行密钥确认', en: 'This account confirms its sign-in by a passkey' },
    remedy: { zh: '用登记过的设备确认', en: 'Confirm with a device that you registered' },
  },
  'session.not_recent': {
    status: 403,
    text: {
      zh: '更改登录方式，须在登录后 {minutes} 分钟内进行',
      en: 'How you sign in is changed within {minutes} minutes of signing in',
    },
    remedy: { zh: '再登录一次，然后继续', en: 'Sign in once more, then go on' },
  },
  'passkey.no_address': {
    status: 409,
    text: {
      zh: '本系统的地址不能使用通行密钥：须有域名并以 https 访问',
      en: 'Under its address this installation can have no passkeys: they need a domain, by https',
    },
    remedy: { zh: '请管理员设置 TONGQU_PUBLIC_URL', en: 'Ask an administrator to set TONGQU_PUBLIC_URL' },
  },
  'passkey.challenge_spent': {
    status: 404,
    text: { zh: '通行密钥的挑战已用过或已过期', en: 'The challenge to the passkey was used or is too old' },
    remedy: { zh: '再试一次', en: 'Try again' },
  },
  'passkey.wrong_origin': {
    status: 403,
    text: { zh: '通行密钥的回答来自其他网页', en: 'The passkey was asked on another page' },
    remedy: { zh: '请在 {origin} 使用', en: 'Use it at {origin}' },
  },
  'passkey.wrong_party': {
    status: 403,
    text: { zh: '此通行密钥不是为本系统登记的', en: 'The passkey was made for another installation' },
    remedy: { zh: '换一个，或用密码登录', en: 'Take another, or sign in with a password' },
  },
  'passkey.not_known': {
    status: 403,
    text: { zh: '没有登记这个通行密钥', en: 'This passkey is not registered' },
    remedy: {
      zh: '换一个，或用密码登录后再登记',
      en: 'Take another, or sign in with a password and register it',
    },
  },
  'passkey.not_verified': {
    status: 403,
    text: { zh: '通行密钥未通过验证', en: 'The passkey did not prove itself' },
    remedy: {
      zh: '再试一次；设备须验证指纹、面容或 PIN',
      en: 'Try again; the device must recognise you by finger, face or PIN',
    },
  },
  'passkey.counter_back': {
    status: 403,
    text: {
      zh: '通行密钥的使用计数倒退，可能被复制',
      en: 'The passkey counts fewer uses than before: it may have been copied',
    },
    remedy: {
      zh: '用其他方式登录，删除这个通行密钥，并告知管理员',
      en: 'Sign in another way, remove this passkey, and tell an administrator',
    },
  },
  'passkey.taken': {
    status: 409,
    text: { zh: '这个通行密钥已经登记', en: 'This passkey is registered already' },
    remedy: { zh: '换一台设备', en: 'Take another device' },
  },
  'passkey.too_many': {
    status: 409,
    text: { zh: '最多登记 {most} 个通行密钥', en: 'An account has {most} passkeys at most' },
    remedy: { zh: '先删除不用的', en: 'Remove one that you do not use' },
  },
  'passkey.not_found': {
    status: 404,
    text: { zh: '没有这个通行密钥', en: 'There is no such passkey' },
    remedy: { zh: '刷新列表', en: 'Look at the list again' },
  },
  'second_factor.already': {
    status: 409,
    text: { zh: '两步验证已开启', en: 'There is a second factor already' },
    remedy: { zh: '更换手机请先关闭，再重新设置', en: 'For another phone, end it and begin anew' },
  },
  'second_factor.not_begun': {
    status: 404,
    text: { zh: '尚未开始设置两步验证', en: 'No second factor was begun' },
    remedy: { zh: '先开始设置并用应用扫描', en: 'Begin one, and let the app read it' },
  },
  'second_factor.none': {
    status: 404,
    text: { zh: '没有开启两步验证', en: 'There is no second factor' },
    remedy: { zh: '无需处理', en: 'Nothing is to be done' },
  },
  'second_factor.wrong': {
    status: 403,
    text: { zh: '验证码不正确或已用过', en: 'The code is not right, or was used' },
    remedy: {
      zh: '检查手机时间，等下一个验证码再试',
      en: 'Check the clock of the phone, and take the next code',
    },
  },
  'session.not_found': {
    status: 404,
    text: { zh: '没有这个会话，或已结束', en: 'There is no such session, or it has ended' },
    remedy: { zh: '刷新会话列表', en: 'Look at the list again' },
  },
  'session.no_party': {
    status: 403,
    text: { zh: '此账号目前不代表任何主体', en: 'This account acts for no party at present' },
    remedy: { zh: '请管理员授予角色', en: 'Ask an administrator for a role' },
  },
  'session.needed': {
    status: 403,
    text: { zh: '此操作须在登录会话中进行，不能用 API 密钥', en: 'This needs a session, not an API key' },
    remedy: { zh: '用账号密码登录后再做', en: 'Sign in and do it there' },
  },
  'session.not_linked': {
    status: 403,
    text: { zh: '该统一身份尚未关联本系统账号', en: 'That identity is linked to no account here' },
    remedy: { zh: '请管理员将其关联到您的账号', en: 'Ask an administrator to link it to your account' },
  },
  'session.ticket_spent': {
    status: 401,
    text: { zh: '登录凭据已失效', en: 'The sign-in has expired' },
    remedy: { zh: '重新登录', en: 'Sign in again' },
  },
  'password.too_short': {
    status: 422,
    text: { zh: '密码至少 {least} 个字符', en: 'A password has at least {least} characters' },
    remedy: { zh: '换一个更长的密码，一句话也可以', en: 'Take a longer one; a sentence will do' },
  },
  'password.too_plain': {
    status: 422,
    text: { zh: '密码太容易被猜到', en: 'The password is too easy to guess' },
    remedy: { zh: '不要含账号名或不断重复的字符', en: 'Leave out the login and repeated characters' },
  },
  'password.wrong': {
    status: 403,
    text: { zh: '当前密码不正确', en: 'The current password is not right' },
    remedy: { zh: '重新输入当前密码', en: 'Type the current password again' },
  },
  'invitation.not_valid': {
    status: 404,
    text: { zh: '此链接无效、已用过或已过期', en: 'This link is not valid, was used or has expired' },
    remedy: { zh: '请管理员重新发一个', en: 'Ask an administrator for a new one' },
  },
  'account.not_found': {
    status: 404,
    text: { zh: '没有此账号', en: 'There is no such account' },
    remedy: { zh: '在账号列表中选择', en: 'Choose one from the list of accounts' },
  },
  'account.login_taken': {
    status: 409,
    text: { zh: '登录名 {login} 已被使用', en: 'The login {login} is taken' },
    remedy: { zh: '换一个登录名', en: 'Choose another' },
  },
  'account.login_personal': {
    status: 422,
    text: { zh: '登录名不能是身份证号', en: 'A login is not an identity number' },
    remedy: { zh: '换一个登录名：登录名会出现在记录里', en: 'Choose another: logins stand in records' },
  },
  'account.subject_taken': {
    status: 409,
    text: { zh: '该统一身份已关联另一账号', en: 'That identity is linked to another account' },
    remedy: { zh: '先解除原关联', en: 'Unlink it there first' },
  },
  'account.last_administrator': {
    status: 409,
    text: { zh: '这是最后一个能授予角色的账号', en: 'This is the last account that can grant roles' },
    remedy: { zh: '先让另一账号能授予角色', en: 'Give another account that power first' },
  },
  'account.own': {
    status: 409,
    text: { zh: '不能对自己的账号这样做', en: 'Nobody does this to their own account' },
    remedy: { zh: '请另一位管理员来做', en: 'Ask another administrator to do it' },
  },
  'account.disabled': {
    status: 409,
    text: { zh: '此账号已停用', en: 'The account is disabled' },
    remedy: { zh: '先恢复账号', en: 'Enable it first' },
  },
  'party.own': {
    status: 409,
    text: { zh: '不能关闭您当前代表的主体', en: 'Nobody closes the party that they act for' },
    remedy: { zh: '请另一主体的管理员来做', en: 'Ask an administrator of another party to do it' },
  },
  'party.not_found': {
    status: 404,
    text: { zh: '没有此主体，或您不代表它', en: 'There is no such party, or you do not act for it' },
    remedy: { zh: '在主体列表中选择', en: 'Choose one from the list of parties' },
  },
  'party.code_taken': {
    status: 409,
    text: { zh: '统一社会信用代码 {code} 已登记', en: 'The credit code {code} is registered already' },
    remedy: { zh: '使用已登记的主体', en: 'Use the party registered with it' },
  },
  'role.not_found': {
    status: 404,
    text: { zh: '没有角色 {role}', en: 'There is no role {role}' },
    remedy: { zh: '在角色列表中选择', en: 'Choose one from the list of roles' },
  },
  'role.not_held': {
    status: 404,
    text: { zh: '该账号在此主体下没有角色 {role}', en: 'The account holds no role {role} for that party' },
    remedy: { zh: '查看该账号的角色', en: "See the account's roles" },
  },
  'role.overlaps': {
    status: 409,
    text: {
      zh: '该账号在此主体下已有角色 {role}，时段重叠：{from} 起，{to} 止',
      en: 'The account holds {role} for that party already, in a time that overlaps: {from} to {to}',
    },
    remedy: { zh: '先收回原有的一段', en: 'End that one first' },
  },
  'role.backdated': {
    status: 422,
    text: { zh: '角色不能从过去的日子起授予', en: 'No role is granted from a day that has passed' },
    remedy: { zh: '从今天或以后的日子起', en: 'Begin today or later' },
  },
  'role.ends_before': {
    status: 422,
    text: { zh: '截止日须不早于起始日和今天', en: 'The last day lies before the first, or has passed' },
    remedy: { zh: '换一个截止日', en: 'Choose a later last day' },
  },
  'key.not_found': {
    status: 404,
    text: { zh: '没有此 API 密钥', en: 'There is no such API key' },
    remedy: { zh: '在密钥列表中选择', en: 'Choose one from the list of keys' },
  },
  'key.too_long': {
    status: 422,
    text: { zh: 'API 密钥最长有效 {most} 天', en: 'An API key lives {most} days at most' },
    remedy: { zh: '缩短有效期', en: 'Ask for fewer days' },
  },
  'limit.out_of_range': {
    status: 422,
    text: { zh: '{name} 须在 {least} 到 {most} 之间', en: '{name} lies between {least} and {most}' },
    remedy: { zh: '换一个值', en: 'Choose another value' },
  },
  'refusal.not_known': {
    status: 404,
    text: { zh: '没有这个代码', en: 'There is no such code' },
    remedy: { zh: '核对代码', en: 'Check the code' },
  },
  'demonstration.fixed': {
    status: 409,
    text: {
      zh: '演示账号的密码是公开的，不能修改',
      en: "A demonstration account's password is public and stays",
    },
    remedy: { zh: '新建自己的账号', en: 'Create an account of your own' },
  },
  'demonstration.none': {
    status: 404,
    text: { zh: '本系统不是演示安装', en: 'This is no demonstration installation' },
    remedy: { zh: '用您的账号登录', en: 'Sign in with your own account' },
  },
})
