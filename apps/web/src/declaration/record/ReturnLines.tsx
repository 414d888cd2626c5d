import { TextField } from '../../form/fields.tsx'
import { Asked } from '../../part/Asked.tsx'
import { useAsk } from '../../remote/use-query.ts'
import { useTexts } from '../../text/language.tsx'
import { recordTexts } from './record.texts.ts'

interface Props {
  id: string
  /** Quantities by number of line, of the lines that are chosen. */
  quantities: Readonly<Record<number, string>>
  change: (quantities: Readonly<Record<number, string>>) => void
}

/** Lines of the list, each to be chosen with how much of it goes back. */
export function ReturnLines({ id, quantities, change }: Props) {
  const t = useTexts(recordTexts)
  const fields = useAsk('customs.declaration.fields', { id })
  const chosen = Object.keys(quantities).map(Number)
  return (
    <Asked of={fields} rows={2}>
      {({ lines }) => (
        <ul className="return-lines">
          {lines.map(({ line, name, qty }) => (
            <li key={line}>
              <input
                type="checkbox"
                className="choose"
                aria-label={t.ofLine(line, name)}
                checked={line in quantities}
                onChange={() => {
                  const { [line]: before, ...rest } = quantities
                  change(before === undefined ? { ...quantities, [line]: qty } : rest)
                }}
                data-testid={`return-line-${line}`}
              />
              <span>{t.ofLine(line, name)}</span>
              {line in quantities ? (
                <TextField
                  place={`/lines/${chosen.indexOf(line)}`}
                  label={t.quantity}
                  kind="decimal"
                  value={quantities[line]!}
                  change={value => change({ ...quantities, [line]: value })}
                  testId={`return-qty-${line}`}
                />
              ) : (
                <span className="num figures">{qty}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Asked>
  )
}
