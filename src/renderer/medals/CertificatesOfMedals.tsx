import { Modal, Select } from 'antd'
import { useState } from 'react'
import type { MedalRow } from '../../shared/medals/medals.contract'
import { useCall } from '../api/query'
import { CertificatesDialog } from '../certificates/CertificatesDialog'
import { NumberDialog } from '../certificates/NumberDialog'
import { Button } from '../ui/Button'

/** As it ships; a unit may have another one of its own. */
const USUAL = 'medal'

/** Certificates of those who were decided to be given the medal: numbered first where the template bears a number, then printed. */
export function CertificatesOfMedals({ rows, onClose }: { rows: readonly MedalRow[]; onClose: () => void }) {
  const templates = useCall('certificates', 'templates', {}).data ?? []
  const [key, setKey] = useState<string>(USUAL)
  const [step, setStep] = useState<'choose' | 'number' | 'out'>('choose')
  const template = templates.find(each => each.key === key) ?? templates[0]
  const decisions = rows.flatMap(({ decision }) => decision ?? [])
  const unnumbered = decisions.filter(({ certificateNo }) => certificateNo === '')
  const wantsNumber = template?.boxes.some(({ text }) => text.includes('{证书编号}')) ?? false
  if (template && step === 'number')
    return (
      <NumberDialog
        of="medals"
        template={template}
        ids={unnumbered.map(({ id }) => id)}
        onClose={() => setStep('choose')}
      />
    )
  if (template && step === 'out')
    return <CertificatesDialog template={template} of="medals" ids={decisions.map(({ id }) => id)} onClose={onClose} />
  return (
    <Modal open centered title={`证书：${decisions.length} 人`} onCancel={onClose} footer={null}>
      <div className="dd-field">
        <span className="dd-label">模板</span>
        <Select
          aria-label="模板"
          value={template?.key ?? ''}
          onChange={setKey}
          options={templates.map(each => ({ value: each.key, label: each.name }))}
        />
      </div>
      <p className="dd-aside">
        {!wantsNumber
          ? '这个模板不印编号。'
          : unnumbered.length > 0
            ? `${unnumbered.length} 人没有证书编号，先按名单的顺序编号。`
            : '都有证书编号，可以打印。'}
      </p>
      <p className="med-foot">
        <Button
          reason={unnumbered.length === 0 ? '都有编号了' : template ? undefined : '正在读取'}
          onClick={() => setStep('number')}
        >
          编号
        </Button>
        <Button kind="primary" reason={template ? undefined : '正在读取'} onClick={() => setStep('out')}>
          预览和打印
        </Button>
      </p>
    </Modal>
  )
}
