import { refusals } from '../refusal/index.ts'

/** Why an installation is not backed up or restored. */
export const backupRefusals = refusals({
  'backup.place_taken': {
    status: 409,
    text: { zh: '备份目录 {dir} 不是空的', en: 'The folder for the backup, {dir}, is not empty' },
    remedy: { zh: '指定一个空的或不存在的目录', en: 'Name a folder that is empty or not there yet' },
  },
  'backup.role_too_weak': {
    status: 403,
    text: {
      zh: 'DATABASE_URL 的角色受行级安全限制，看不到全部数据，备份将不完整',
      en: 'The role of DATABASE_URL is held back by row security: it does not see everything, the backup would not be whole',
    },
    remedy: { zh: '请使用超级用户或带 BYPASSRLS 的角色', en: 'Use a superuser, or a role with BYPASSRLS' },
  },
  'backup.under_way': {
    status: 409,
    text: { zh: '已有一份备份在进行', en: 'A backup is under way already' },
    remedy: { zh: '等它完成，或先取消', en: 'Wait until it is done, or cancel it' },
  },
  'backup.not_found': {
    status: 404,
    text: { zh: '没有这份备份', en: 'There is no such backup' },
    remedy: { zh: '在列表中选择', en: 'Choose one of the list' },
  },
  'backup.not_whole': {
    status: 409,
    text: { zh: '这份备份没有完成，无可校验', en: 'This backup is not whole: there is nothing to check' },
    remedy: { zh: '重新备份', en: 'Make another one' },
  },
  'restore.no_backup': {
    status: 404,
    text: {
      zh: '{dir} 中没有完整的备份（缺少 {file}）',
      en: 'There is no whole backup in {dir}: {file} is missing',
    },
    remedy: {
      zh: '备份在写完最后一个文件后才完整；请换一份备份',
      en: 'A backup is whole once its last file is written; take another one',
    },
  },
  'restore.damaged': {
    status: 422,
    text: {
      zh: '备份的 {part} 已损坏或缺失：其 SM3 与清单不符',
      en: 'The part {part} of the backup is damaged or missing: its SM3 is not the one in the manifest',
    },
    remedy: {
      zh: '未恢复任何内容。请换一份备份',
      en: 'Nothing was restored. Take another copy of the backup',
    },
  },
  'restore.other_code': {
    status: 409,
    text: {
      zh: '备份由另一版本的程序所作：{found}',
      en: 'The backup was made by another version of the program: {found}',
    },
    remedy: {
      zh: '请用作备份的版本或更新的版本恢复',
      en: 'Restore with the version that made it, or a newer one',
    },
  },
  'restore.place_taken': {
    status: 409,
    text: { zh: '恢复的目标不是空的：{found}', en: 'The place to restore into is not empty: {found}' },
    remedy: {
      zh: '请恢复到新的数据目录或空的数据库',
      en: 'Restore into a new data folder, or an empty database',
    },
  },
  'restore.anchors_differ': {
    status: 409,
    text: {
      zh: '{file} 已锚定备份中没有的第 {block} 块',
      en: '{file} anchors block {block}, which is not in the backup or is another one there',
    },
    remedy: {
      zh: '这是该安装在备份之后的证据，请保留；用 TONGQU_ANCHOR 指定另一个文件后再恢复',
      en: 'It is evidence of what came after the backup: keep it, and set TONGQU_ANCHOR to another file',
    },
  },
})
