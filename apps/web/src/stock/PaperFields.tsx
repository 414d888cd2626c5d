import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ChoiceField, TextField } from '../form/fields.tsx'
import { useLanguage, useTexts } from '../text/language.tsx'
import type { PaperDraft } from './paper.ts'
import { stockTexts } from './stock.texts.ts'
import { nameIn, useStockRules } from './use-stock.ts'

interface Props {
  /** Kind of the warehouse, and what is done there: the rule `stock.papers` says which papers that needs. */
  kind: string | undefined
  movement: string
  paper: PaperDraft
  change: (paper: PaperDraft) => void
  /** Place of the paper in the command's input. */
  place?: string
}

/** The paper that goods move by: which are good here and why one is needed; where none is, one may be added. */
export function PaperFields({ kind, movement, paper, change, place = '/paper' }: Props) {
  const t = useTexts(stockTexts)
  const { language } = useLanguage()
  const rules = useStockRules()
  const [isWanted, setWanted] = useState(false)
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
  if (!needed && !isWanted && !paper.type) {
    return (
      <p>
        <button type="button" className="plain link" onClick={() => setWanted(true)}>
          {t.addPaper}
        </button>
      </p>
    )
  }
  return (
    <div className="form-pair paper">
      <ChoiceField
        place={place}
        label={t.paper}
        about={about}
        none={t.paperNone}
        value={paper.type}
        options={(needed ?? Object.keys(rules.paperTypes)).map(value => ({ value, name: name(value) }))}
        change={type => change({ ...paper, type })}
        testId="paper-type"
      />
      {paper.type ? (
        <TextField
          place={`${place}/reference`}
          label={t.paperReference}
          kind="code"
          value={paper.reference}
          change={reference => change({ ...paper, reference })}
          testId="paper-reference"
        />
      ) : null}
    </div>
  )
}
