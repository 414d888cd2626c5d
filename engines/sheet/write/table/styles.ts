/* The styles of a table's cells; a cell names one by its place in `cellXfs`. */

/** Decimals that a number is shown with, at most. */
const MOST_DECIMALS = 8
const FIRST_NUMBER = 5
const FIRST_FORMAT = 164

export const STYLE = { plain: 0, head: 1, note: 2, text: 3, day: 4 } as const

/** The style of a number by the decimals it is written with: groups of three, as many decimals as were given. */
export const numberStyle = (decimals: number) => FIRST_NUMBER + Math.min(decimals, MOST_DECIMALS)

const formatOf = (decimals: number) => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`)
const numbers = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => decimals)
const dayFormat = FIRST_FORMAT + numbers.length

const xf = (format: number, more = '', inner = '') =>
  `<xf numFmtId="${format}" xfId="0" applyNumberFormat="1"${more}${inner ? `>${inner}</xf>` : '/>'}`

export const stylesXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  `<numFmts count="${numbers.length + 1}">` +
  numbers.map(n => `<numFmt numFmtId="${FIRST_FORMAT + n}" formatCode="${formatOf(n)}"/>`).join('') +
  `<numFmt numFmtId="${dayFormat}" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font>' +
  '<font><i/><sz val="10"/><color rgb="FF666666"/><name val="Calibri"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  `<cellXfs count="${FIRST_NUMBER + numbers.length}">` +
  xf(0) +
  xf(
    49,
    ' fontId="1" fillId="2" applyFont="1" applyFill="1"',
    '<alignment vertical="center" wrapText="1"/>',
  ) +
  xf(49, ' fontId="2" applyFont="1"') +
  xf(49) +
  xf(dayFormat) +
  numbers.map(n => xf(FIRST_FORMAT + n)).join('') +
  '</cellXfs></styleSheet>'
