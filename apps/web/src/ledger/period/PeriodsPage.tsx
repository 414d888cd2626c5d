import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Form } from '../../form/Form.tsx'
import { TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { Filters } from '../../list/Filters.tsx'
import { PageHead } from '../../list/PageHead.tsx'
import { useFilters } from '../../list/use-filters.ts'
import { useTitle } from '../../part/title.ts'
import { useMay } from '../../remote/session.ts'
import { useTexts } from '../../text/language.tsx'
import { ledgerTexts } from '../ledger.texts.ts'
import { UnitField } from '../UnitField.tsx'
import { PeriodTable } from './PeriodTable.tsx'
import { periodsTexts } from './periods.texts.ts'

const route = getRouteApi('/ledger/periods')

/** What is closed, and closing what is to be. */
export function PeriodsPage() {
  const t = { ...useTexts(ledgerTexts), ...useTexts(periodsTexts) }
  useTitle(t.title)
  const { unit, party } = route.useSearch()
  const change = useFilters<{ unit?: string; party?: string }>()
  const mayClose = useMay('ledger.period.close')
  const [isClosing, setClosing] = useState(false)
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        action={
          mayClose && !isClosing ? (
            <button
              type="button"
              className="button main"
              onClick={() => setClosing(true)}
              data-testid="close-period"
            >
              {t.close}
            </button>
          ) : null
        }
      >
        <Filters>
          <UnitField label={t.unit} hint={t.unitHint} value={unit} change={next => change({ unit: next })} />
        </Filters>
      </PageHead>
      {isClosing ? <Closing done={() => setClosing(false)} /> : null}
      <PeriodTable unit={unit} party={party} />
    </>
  )
}

function Closing({ done }: { done: () => void }) {
  const t = { ...useTexts(ledgerTexts), ...useTexts(periodsTexts) }
  const [typed, setTyped] = useState({ unit: 'CNY', upTo: '', party: '' })
  const close = useCommand('ledger.period.close', ['ledger.'])
  const send = () =>
    close.run(
      {
        unit: typed.unit.trim(),
        upTo: typed.upTo,
        ...(typed.party.trim() ? { party: typed.party.trim() } : {}),
      },
      { onSuccess: done },
    )
  return (
    <div className="sheet form-sheet closing">
      <Form
        problem={close.problem}
        send={send}
        testId="period-form"
        actions={
          <button
            type="submit"
            className="button main"
            disabled={close.isRunning}
            data-testid="close-period-send"
          >
            {t.close}
          </button>
        }
      >
        <p className="second">{t.closeAbout}</p>
        <div className="form-pair">
          <TextField
            place="/unit"
            label={t.unit}
            kind="code"
            hint={t.unitHint}
            value={typed.unit}
            change={unit => setTyped({ ...typed, unit })}
            testId="period-unit"
          />
          <TextField
            place="/upTo"
            label={t.day}
            kind="date"
            isFirst
            value={typed.upTo}
            change={upTo => setTyped({ ...typed, upTo })}
            testId="period-up-to"
          />
          <TextField
            place="/party"
            label={t.party}
            about={t.partyAbout}
            kind="code"
            value={typed.party}
            change={party => setTyped({ ...typed, party })}
          />
        </div>
      </Form>
    </div>
  )
}
