import { type OpenedFile, openFile } from '@tongqu/kernel/files'
import type { Terminal } from './verb.ts'

const WHY: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ENOENT: { zh: '没有这个文件', en: 'there is no such file' },
  EISDIR: { zh: '这是文件夹', en: 'it is a folder' },
  EACCES: { zh: '没有读取权限', en: 'it may not be read by you' },
}

/** Opens a file that a person named. @returns a sentence in the reader's language where that fails */
export async function opened(
  { language }: Pick<Terminal, 'language'>,
  path: string,
): Promise<OpenedFile | string> {
  try {
    return await openFile(path)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = WHY[code ?? '']?.[language] ?? message
    return language === 'zh' ? `打不开 ${path}:${why}` : `Cannot open ${path}: ${why}`
  }
}
