import { Link, useNavigate } from '@tanstack/react-router'
import { Form } from '../../form/Form.tsx'
import { ChoiceField, TextField } from '../../form/fields.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useKept } from '../../part/kept.ts'
import { useTitle } from '../../part/title.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { GoodsLines } from '../GoodsLines.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useWarehouses } from '../use-stock.ts'
import { announceTexts } from './announce.texts.ts'
import { type AnnounceDraft, announcement, emptyAnnouncement, isAnnounceDraft } from './announce-draft.ts'
import { receiptsTexts } from './receipts.texts.ts'

/** Goods are announced to a warehouse: which, from whom, what and how much. */
export function AnnouncePage() {
  const t = { ...useTexts(stockTexts), ...useTexts(receiptsTexts), ...useTexts(announceTexts) }
  useTitle(t.title)
  const { language } = useLanguage()
  const warehouses = useWarehouses()
  const navigate = useNavigate()
  const [kept, keep] = useKept('announce', isAnnounceDraft)
  const draft = kept ?? emptyAnnouncement
  const change = (part: Partial<AnnounceDraft>) => keep({ ...draft, ...part })
  const announce = useCommand('market.receipt.announce', ['market.receipt.'])
  const send = () =>
    announce.run(announcement(draft), {
      onSuccess: ({ id }) => {
        keep(undefined)
        navigate({ to: '/stock/receipts/$id', params: { id } })
      },
    })
  return (
    <>
      <header className="record-head">
        <Link to="/stock/receipts" data-back className="record-up">
          ← {t.all}
        </Link>
        <h1>{t.title}</h1>
        <p className="second">{t.lead}</p>
      </header>
      <div className="sheet form-sheet">
        <Form
          problem={announce.problem}
          send={send}
          testId="announce-form"
          actions={
            <button
              type="submit"
              className="button main"
              disabled={announce.isRunning}
              data-testid="announce-send"
            >
              {t.send}
            </button>
          }
        >
          <div className="form-pair">
            <ChoiceField
              place="/warehouse"
              label={t.warehouse}
              none={t.choose}
              value={draft.warehouse}
              options={(warehouses ?? []).map(each => ({ value: each.id, name: each.name[language] }))}
              change={warehouse => change({ warehouse })}
              testId="announce-warehouse"
            />
            <ChoiceField
              place="/source"
              label={t.source}
              none={t.choose}
              value={draft.source}
              options={(['supplier', 'customer'] as const).map(value => ({ value, name: t[value] }))}
              change={source => change({ source })}
              testId="announce-source"
            />
            <TextField
              place="/expectedOn"
              label={t.expected}
              kind="date"
              value={draft.expectedOn}
              change={expectedOn => change({ expectedOn })}
              testId="announce-expected"
            />
          </div>
          <div className="form-pair">
            <TextField
              place="/sender"
              label={t.sender}
              about={t.senderAbout}
              value={draft.sender}
              change={sender => change({ sender })}
            />
            <TextField
              place="/reference"
              label={t.reference}
              about={t.referenceAbout}
              kind="code"
              value={draft.reference}
              change={reference => change({ reference })}
            />
          </div>
          <GoodsLines lines={draft.lines} change={lines => change({ lines })} />
        </Form>
      </div>
    </>
  )
}
