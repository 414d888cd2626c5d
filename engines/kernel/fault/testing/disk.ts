import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/*
 * A disk whose power can be cut: an ext4 file system on a loop device over an image file. What programs wrote
 * and did not sync lies in that file system's own page cache and in its running journal transaction; the image
 * holds only what reached the device. The cut is ext4's own shutdown call without a flush of the journal (what
 * the file-system testers' `godown` does): from that instant nothing reaches the device any more, not even from
 * a sync that is under way. The image is copied after it, and the copy is the disk when the power is back.
 * It is a device without a cache of its own: one that lies about flushes is not simulated.
 */

/** EXT4_IOC_SHUTDOWN, _IOR('X', 125, __u32), with EXT4_GOING_FLAGS_NOLOGFLUSH. Perl is part of every Debian. */
const SHUTDOWN = `
  use Fcntl; use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);
  sysopen(my $f, $ARGV[0], O_RDONLY) or die $!; my $flags = pack("L", 2);
  printf "%.9f", clock_gettime(CLOCK_MONOTONIC); ioctl($f, 0x8004587D, $flags) or die $!`

const SIZE = 400 * 1024 * 1024

export class Disk {
  /** Where its files are seen. */
  readonly path: string
  readonly #image: string

  private constructor(image: string, path: string) {
    this.#image = image
    this.path = path
  }

  /** A new empty disk; its image and mount point lie in `folder`. */
  static create(folder: string, name: string): Disk {
    const image = join(folder, `${name}.img`)
    writeFileSync(image, '')
    truncateSync(image, SIZE)
    run('mkfs.ext4', ['-q', '-F', image])
    return Disk.#mount(image, join(folder, name))
  }

  /** Brings everything written so far to the device. */
  sync(): void {
    run('sync', ['-f', this.path])
  }

  /**
   * Cuts the power. Whatever still runs on the disk meets errors; end it, then let the power come back.
   * @returns the instant before the cut, in seconds of the machine's monotonic clock
   */
  cut(): number {
    return Number(run('perl', ['-e', SHUTDOWN, this.path]))
  }

  /** Power is back: the disk as it was at the cut, under another name. Nothing may run on the old one. */
  afterCut(folder: string, name: string): Disk {
    const image = join(folder, `${name}.img`)
    run('cp', ['--sparse=always', this.#image, image])
    this.remove()
    return Disk.#mount(image, join(folder, name))
  }

  remove(): void {
    // Lazily: after a failed test something may still hold it.
    run('umount', ['-l', this.path])
    rmSync(this.#image, { force: true })
    rmSync(this.path, { recursive: true })
  }

  static #mount(image: string, path: string): Disk {
    mkdirSync(path, { mode: 0o755 })
    run('mount', ['-o', 'loop', image, path])
    return new Disk(image, path)
  }
}

/** Whether this machine lets us make such a disk and cut its power. */
export function canCutPower(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(join(tmpdir(), 'tongqu-test-disk-'))
  try {
    const disk = Disk.create(folder, 'try')
    disk.cut()
    disk.remove()
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(program: string, given: string[]): string {
  return execFileSync(program, given, {
    encoding: 'utf8',
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
