import type { ReactNode } from 'react'

/** A chapter of the guide. */
export function Part({
  id,
  name,
  about,
  children,
}: {
  id: string
  name: string
  about?: string
  children: ReactNode
}) {
  return (
    <section id={id} className="guide-part" data-testid={`guide-${id}`}>
      <h2>{name}</h2>
      {about ? <p className="second">{about}</p> : null}
      {children}
    </section>
  )
}
