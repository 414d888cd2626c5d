import type { SheetCode, SheetPlace, SheetRefusal } from './refusal.ts'

export interface Text {
  readonly zh: string
  readonly en: string
}

/** `{name}` stands for a parameter of the refusal. */
const texts: Readonly<Record<SheetCode, Text>> = {
  'sheet.too_large': {
    zh: '文件过大（上限 {limit} 字节），没有读取；请拆成几个文件。',
    en: 'The file is too large (limit {limit} bytes) and was not read; split it into several files.',
  },
  'sheet.empty_file': { zh: '文件是空的。', en: 'The file is empty.' },
  'sheet.not_a_workbook': {
    zh: '这不是 .xlsx 工作簿或 CSV 文件（看起来是 {found}）；请另存为 .xlsx。',
    en: 'This is no .xlsx workbook or CSV file (it looks like {found}); save it as .xlsx.',
  },
  'sheet.old_format': {
    zh: '这是旧版 .xls 文件；请另存为 .xlsx。',
    en: 'This is a workbook of the old kind (.xls); save it as .xlsx.',
  },
  'sheet.encrypted': {
    zh: '文件设有密码；请取消密码后再交。',
    en: 'The file is protected by a password; remove the password.',
  },
  'sheet.needs_random_access': {
    zh: '工作簿不能按流读取，请交整个文件。',
    en: 'A workbook cannot be read from a stream; hand in the whole file.',
  },
  'sheet.damaged': {
    zh: '文件已损坏或不合规范（{detail}）；请重新另存一次。',
    en: 'The file is damaged or malformed ({detail}); save it again.',
  },
  'sheet.bad_path': {
    zh: '文件包内的路径指向包外，拒绝读取。',
    en: 'A path inside the file leads outside of it; the file is refused.',
  },
  'sheet.duplicate_part': {
    zh: '文件包内有重名的部分，拒绝读取。',
    en: 'Two parts of the file have the same name; the file is refused.',
  },
  'sheet.overlapping_parts': {
    zh: '文件包内的部分互相重叠，拒绝读取。',
    en: 'Parts of the file overlap; the file is refused.',
  },
  'sheet.size_lies': {
    zh: '文件包声明的大小（{declared}）与实际不符，拒绝读取。',
    en: 'A part is not of its declared size ({declared} bytes); the file is refused.',
  },
  'sheet.zip_bomb': {
    zh: '文件解压后大得不合常理（上限 {limit}），拒绝读取。',
    en: 'The file would unpack to an unreasonable size (limit {limit}); it is refused.',
  },
  'sheet.too_many_parts': {
    zh: '文件包内有 {found} 个部分，上限 {limit}。',
    en: 'The file holds {found} parts, the limit is {limit}.',
  },
  'sheet.part_too_large': {
    zh: '文件的一个部分过大（上限 {limit} 字节）。',
    en: 'A part of the file is too large (limit {limit} bytes).',
  },
  'sheet.has_macros': {
    zh: '文件带有宏，拒绝读取；请另存为不含宏的 .xlsx。',
    en: 'The file holds macros and is refused; save it as .xlsx without macros.',
  },
  'sheet.has_external_links': {
    zh: '文件链接到别的文件或数据源，拒绝读取；请断开链接、只留数值。',
    en: 'The file links to other files or data and is refused; break the links and keep the values.',
  },
  'sheet.has_embedded_objects': {
    zh: '文件嵌有别的对象，拒绝读取；请删除嵌入的对象。',
    en: 'The file embeds other objects and is refused; delete them.',
  },
  'sheet.entities_refused': {
    zh: '文件声明了 XML 文档类型或实体，拒绝读取。',
    en: 'The file declares an XML document type or entities and is refused.',
  },
  'sheet.too_many_sheets': {
    zh: '工作表 {found} 张，上限 {limit}。',
    en: 'The workbook has {found} sheets, the limit is {limit}.',
  },
  'sheet.too_many_rows': {
    zh: '行数超过上限 {limit}，其后未读；请拆成几个文件。',
    en: 'There are more than {limit} rows; the rest was not read. Split the file.',
  },
  'sheet.too_many_columns': {
    zh: '列数超过上限 {limit}。',
    en: 'There are more than {limit} columns.',
  },
  'sheet.too_many_strings': {
    zh: '工作簿的文字总量超过上限。',
    en: 'The workbook holds more text than the limit allows.',
  },
  'sheet.cell_too_long': {
    zh: '单元格或一行的内容过长（上限 {limit} 字符）；也请检查引号是否成对。',
    en: 'A cell or row is too long (limit {limit} characters); check also that quotes are closed.',
  },
  'sheet.bad_encoding': {
    zh: '文件中有不属于 {encoding} 编码的字节；请另存为 UTF-8。',
    en: 'The file holds bytes that are no {encoding}; save it as UTF-8.',
  },
  'sheet.bad_csv': {
    zh: 'CSV 不合规范（{detail}）；请检查引号。',
    en: 'The CSV is malformed ({detail}); check its quotes.',
  },
}

/** Puts parameters into a text. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => `${params[name] ?? whole}`)
}

/** "Sheet "Orders", row 3, column B" in both languages; empty where nothing is known. */
export function placeText(place: SheetPlace): Text {
  const zh = [
    place.sheet !== undefined && `工作表“${place.sheet}”`,
    place.row !== undefined && `第 ${place.row} 行`,
    place.column !== undefined && `${place.column} 列`,
  ].filter(Boolean)
  const en = [
    place.sheet !== undefined && `sheet "${place.sheet}"`,
    place.row !== undefined && `row ${place.row}`,
    place.column !== undefined && `column ${place.column}`,
  ].filter(Boolean)
  return { zh: zh.join(''), en: en.join(', ') }
}

/** A refusal in words: where, what was found, what to do. */
export function refusalText(refusal: SheetRefusal): Text {
  const text = texts[refusal.code]
  const place = placeText(refusal.place)
  const params = { detail: '?', limit: '?', found: '?', ...refusal.params }
  return {
    zh: (place.zh && `${place.zh}：`) + fill(text.zh, params),
    en: (place.en && `${place.en}: `) + fill(text.en, params),
  }
}
