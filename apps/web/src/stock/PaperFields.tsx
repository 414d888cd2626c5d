import { Link } from '@tanstack/react-router'
import { ChoiceField, TextField } from '../form/fields.tsx'
import { useLanguage, useTexts } from '../text/language.tsx'
import { stockTexts } from './stock.texts.ts'
import { nameIn, useStockRules } from './use-stock.ts'

interface Props {
  /** Kind of the warehouse, and what is done there: the rule `stock.papers` says which papers that needs. */
  kind: string | undefined
  movement: string
  type: string
  reference: string
  change: (part: { paperType?: string; paperReference?: string }) => void
}

/** The paper that goods move by: which are good here, and why one is needed. */
export function PaperFields({ kind, movement, type, reference, change }: Props) {
  const t = useTexts(stockTexts)
  const { language } = useLanguage()
  const rules = useStockRules()
  if (!rules) return null
  const needed = (kind && rules.papers[kind]?.[movement]) || undefined
  const name = (code: string) => nameIn(rules.paperTypes, code, language)
  const about = needed ? (
    <Link to="/rules" search={{ q: 'stock.papers' }}>
      {t.paperNeeded(
        nameIn(rules.warehouseKinds, kind ?? '', language),
        needed.map(name).join(language === 'zh' ? '、' : ', '),
      )}
    </Link>
  ) : undefined
  return (
    <div className="form-pair">
      <ChoiceField
        place="/paper"
        label={t.paper}
        about={about}
        none={t.paperNone}
        value={type}
        options={(needed ?? Object.keys(rules.paperTypes)).map(value => ({ value, name: name(value) }))}
        change={paperType => change({ paperType })}
        testId="paper-type"
      />
      {type ? (
        <TextField
          place="/paper/reference"
          label={t.paperReference}
          kind="code"
          value={reference}
          change={paperReference => change({ paperReference })}
          testId="paper-reference"
        />
      ) : null}
    </div>
  )
}
