/*
 * A tar file (POSIX.1-1988, ustar), the same bytes for the same files: no times, no owners, files in the order given.
 * Every system unpacks it with what it brings along.
 */

export interface ProofFile {
  /** Relative, ASCII, forward slashes; at most 100 characters. */
  readonly path: string
  readonly content: Buffer
}

const BLOCK = 512

export function tarOf(files: readonly ProofFile[]): Buffer {
  const parts = files.flatMap(({ path, content }) => [
    header(path, content.length),
    content,
    Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK),
  ])
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)])
}

function header(path: string, size: number): Buffer {
  if (!/^[\w./-]{1,99}$/.test(path)) throw new Error(`${path} is no name in a tar file.`)
  const block = Buffer.alloc(BLOCK)
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`
  block.write(path, 0)
  block.write(octal(0o644, 7), 100)
  block.write(octal(0, 7), 108)
  block.write(octal(0, 7), 116)
  block.write(octal(size, 11), 124)
  block.write(octal(0, 11), 136)
  block.write(' '.repeat(8), 148)
  block.write('0', 156)
  block.write('ustar\0' + '00', 257)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}
