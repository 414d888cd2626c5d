/** A source as it is stated; the addresses in it can be opened. */
export function Source({ of }: { of: string }) {
  const parts = of.split(/(https?:\/\/[^\s，。；、)）]+)/)
  return (
    <>
      {parts.map((part, at) =>
        // The parts of one text do not change their places.
        at % 2 === 1 ? (
          <a key={part} href={part} target="_blank" rel="noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  )
}
