import { App, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { type CertificateTemplate, TemplateFacts } from '../../shared/certificates/certificates'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { usePrinter } from '../papers/PrintFields'
import { Button } from '../ui/Button'
import { describeError } from '../ui/errorWords'

/** How far each printer is off with a template, and the sheet by which that is found. */
export function OffsetFields({ template }: { readonly template: CertificateTemplate }) {
  const { message } = App.useApp()
  const may = useMay()
  const [wanted, setWanted] = useState('')
  const { chosen, printers, refusal } = usePrinter(wanted)
  const offsets = useCall('certificates', 'offsets', {}).data ?? []
  const known = offsets.find(each => each.template === template.key && each.printer === chosen)
  const offset = { x: known?.x ?? 0, y: known?.y ?? 0 }
  const facts = TemplateFacts.parse(template)
  const say = (error: unknown): void => void message.warning(describeError(error).what)
  const put = (more: Partial<typeof offset>): void => {
    if (chosen === undefined) return
    void api.certificates.setOffset({ template: template.key, printer: chosen, ...offset, ...more }).catch(say)
  }
  const toPrinter = async (printer: string): Promise<void> => {
    await api.certificates.test({ facts, offset, to: { by: 'printer', printer } })
    void message.info('测试页已送打印')
  }
  const toFile = async (): Promise<void> => {
    const place = await api.shell.chooseSaveFile({ suggestedName: `${template.name}测试页`, extension: 'pdf' })
    if (!place) return
    await api.certificates.test({ facts, offset, to: { by: 'file', target: place.token } })
    void message.info(`已存到 ${place.place}`)
  }
  const locked = may('honours.edit') ? undefined : '没有编辑荣誉的权限'
  const directions = [
    { key: 'x', label: '向右移（毫米）', prefix: '右' },
    { key: 'y', label: '向下移（毫米）', prefix: '下' },
  ] as const
  return (
    <fieldset className="crt-offset">
      <legend>对准</legend>
      {chosen === undefined ? (
        <p className="exp-hint">{refusal}</p>
      ) : (
        <div className="wall-plan">
          <Select
            aria-label="要对准的打印机"
            value={chosen}
            onChange={setWanted}
            options={(printers ?? []).map(({ name, title }) => ({ value: name, label: title }))}
          />
          {directions.map(({ key, label, prefix }) => (
            <InputNumber
              key={key}
              aria-label={label}
              min={-30}
              max={30}
              step={0.5}
              value={offset[key]}
              onChange={value => put({ [key]: value ?? 0 })}
              prefix={prefix}
              disabled={locked !== undefined}
            />
          ))}
        </div>
      )}
      <div className="wall-plan">
        {chosen !== undefined && (
          <Button size="small" reason={locked} onClick={() => void toPrinter(chosen).catch(say)}>
            打印测试页
          </Button>
        )}
        <Button size="small" reason={locked} onClick={() => void toFile().catch(say)}>
          测试页存为 PDF
        </Button>
      </div>
      <p className="exp-hint">测试页有毫米格尺和各处的位置。与证书纸叠在一起对光看，差多少就移多少。</p>
    </fieldset>
  )
}
