import { useNavigate } from '@tanstack/react-router'
import { ChoiceField, TextField } from '../../form/fields.tsx'
import { NewRecord } from '../../form/NewRecord.tsx'
import { useCommand } from '../../form/use-command.ts'
import { useDraft } from '../../form/use-draft.ts'
import { useTitle } from '../../part/title.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { stockTexts } from '../stock.texts.ts'
import { useStockRules } from '../use-stock.ts'
import { warehousesTexts } from './warehouses.texts.ts'

const empty = { code: '', zh: '', en: '', kind: '', country: 'CN', district: '' }

/** A warehouse that the reader's party runs. */
export function RegisterWarehousePage() {
  const t = { ...useTexts(stockTexts), ...useTexts(warehousesTexts) }
  useTitle(t.register)
  const { language } = useLanguage()
  const kinds = useStockRules()?.warehouseKinds ?? {}
  const navigate = useNavigate()
  const { draft: typed, change, forget } = useDraft('register-warehouse', empty)
  const register = useCommand('market.warehouse.register', ['market.warehouse.'])
  const send = () => {
    const district = typed.district.trim()
    const name = typed.zh.trim()
    register.run(
      {
        code: typed.code.trim().toUpperCase(),
        name: { zh: name, en: typed.en.trim() || name },
        kind: typed.kind,
        country: typed.country.trim().toUpperCase(),
        ...(district ? { customsDistrict: district } : {}),
      },
      {
        onSuccess: ({ id }) => {
          forget()
          navigate({ to: '/stock/warehouses/$id', params: { id } })
        },
      },
    )
  }
  return (
    <NewRecord
      back="/stock/warehouses"
      all={t.all}
      title={t.register}
      problem={register.problem}
      send={send}
      action={t.send}
      isRunning={register.isRunning}
      testId="warehouse"
    >
      <div className="form-pair">
        <TextField
          place="/code"
          label={t.code}
          kind="code"
          isFirst
          value={typed.code}
          change={code => change({ code })}
          testId="warehouse-code"
        />
        <TextField
          place="/name"
          label={t.nameZh}
          value={typed.zh}
          change={zh => change({ zh })}
          testId="warehouse-name"
        />
        <TextField place="/name/en" label={t.nameEn} value={typed.en} change={en => change({ en })} />
      </div>
      <div className="form-pair">
        <ChoiceField
          place="/kind"
          label={t.kind}
          none={t.choose}
          value={typed.kind}
          options={Object.entries(kinds).map(([value, name]) => ({ value, name: name[language] }))}
          change={kind => change({ kind })}
          testId="warehouse-kind"
        />
        <TextField
          place="/country"
          label={t.country}
          about={t.countryAbout}
          kind="code"
          value={typed.country}
          change={country => change({ country })}
          testId="warehouse-country"
        />
        <TextField
          place="/customsDistrict"
          label={t.district}
          about={t.districtAbout}
          kind="code"
          value={typed.district}
          change={district => change({ district })}
          testId="warehouse-district"
        />
      </div>
    </NewRecord>
  )
}
