import type { Entry, ZipFile } from 'yauzl'
import type { SheetLimits } from '../limits.ts'
import { SheetRefused } from '../refusal.ts'

const STORED = 0
const DEFLATED = 8

function checkSizes(entries: readonly Entry[], limits: SheetLimits): void {
  let total = 0
  for (const entry of entries) {
    const part = entry.fileName
    if (entry.isEncrypted()) throw new SheetRefused('sheet.encrypted', {}, { part })
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
      throw new SheetRefused('sheet.damaged', { detail: `compression ${entry.compressionMethod}` }, { part })
    const { uncompressedSize: unpacked, compressedSize: packed } = entry
    total += unpacked
    if (total > limits.maxUnpackedBytes)
      throw new SheetRefused('sheet.zip_bomb', { bytes: total, limit: limits.maxUnpackedBytes }, { part })
    const ratio = unpacked / Math.max(packed, 1)
    if (unpacked > limits.ratioFromBytes && ratio > limits.maxRatio)
      throw new SheetRefused('sheet.zip_bomb', { ratio: Math.floor(ratio), limit: limits.maxRatio }, { part })
  }
}

/**
 * Two parts that share bytes are how a small file unpacks to any size (Fifield, "A better zip bomb", 2019);
 * a local header that says something other than the directory is how two programs read two different files.
 */
async function checkLayout(zip: ZipFile, entries: readonly Entry[]): Promise<void> {
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let end = 0
  for (const entry of inOrder) {
    const part = entry.fileName
    const local = await zip.readLocalFileHeaderPromise(entry)
    const raw: unknown = entry.fileNameRaw
    if (!local.fileName.equals(raw as Buffer) || local.compressionMethod !== entry.compressionMethod)
      throw new SheetRefused('sheet.damaged', { detail: 'directory and part disagree' }, { part })
    if (entry.relativeOffsetOfLocalHeader < end)
      throw new SheetRefused('sheet.overlapping_parts', {}, { part })
    end = local.fileDataStart + entry.compressedSize
  }
}

/** Everything that can be known of a package from its directory and headers, before a byte is unpacked. */
export async function checkDirectory(
  zip: ZipFile,
  entries: readonly Entry[],
  limits: SheetLimits,
): Promise<void> {
  checkSizes(entries, limits)
  await checkLayout(zip, entries)
}
