import type { ReactNode } from 'react'

interface Props {
  title: string
  /** In a sentence, what the page is for. */
  lead?: string
  /** What leads on from here, at the right end: the page's main action. */
  action?: ReactNode
  /** What may be done with the list as a whole, such as its export: quietly, above its right end. */
  tools?: ReactNode
  /** The conditions of the page's list. */
  children?: ReactNode
}

/** The head of a list's page: its name, its conditions, its main action. */
export function PageHead({ title, lead, action, tools, children }: Props) {
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {children}
      {action}
      {lead || tools ? (
        <div className="lead">
          <p>{lead}</p>
          {tools}
        </div>
      ) : null}
    </header>
  )
}
