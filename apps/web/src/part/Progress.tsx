/** How far something is: a share from 0 to 1, or undefined while nobody can know. */
export function Progress({ share, label }: { share: number | undefined; label: string }) {
  const now = share === undefined ? undefined : Math.round(share * 100)
  return (
    <div
      className={now === undefined ? 'meter endless' : 'meter'}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={now}
    >
      <span style={{ width: `${now ?? 30}%` }} />
    </div>
  )
}
