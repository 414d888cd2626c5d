import { useId } from 'react'

interface Props {
  name: string
  label: string
  about?: string
  type?: 'text' | 'password'
  autoComplete?: string
  typed?: (value: string) => void
}

/** A labelled field that must be filled. */
export function Field({ name, label, about, type = 'text', autoComplete = 'off', typed }: Props) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>
        {label} {about ? <span className="quiet">{about}</span> : null}
      </label>
      <input
        id={id}
        name={name}
        type={type}
        className="field"
        required
        autoComplete={autoComplete}
        onChange={typed && (event => typed(event.target.value))}
      />
    </>
  )
}
