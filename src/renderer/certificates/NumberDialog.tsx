import { InputNumber } from 'antd'
import { useId, useState } from 'react'
import { numberWords } from '../../shared/certificates/certificate-numbers.rules'
import type { CertificateOf, CertificateTemplate } from '../../shared/certificates/certificates'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { FormDialog } from '../ui/FormDialog'
import { TextField } from '../ui/TextField'

interface NumberDialogProps {
  readonly of: CertificateOf
  readonly template: CertificateTemplate
  readonly ids: readonly string[]
  readonly onClose: () => void
}

/** Running numbers for those that have none, seen before they are written down; a gap wants its reason. */
export function NumberDialog({ of, template, ids, onClose }: NumberDialogProps) {
  const id = useId()
  const next = useCall('certificates', 'next', { template: template.key }).data
  const [first, setFirst] = useState<number>()
  const [gap, setGap] = useState('')
  const from = first ?? next?.next ?? 1
  const words = (number: number): string => numberWords(next?.series ?? '{号}', number, template.digits)
  const skipped = next ? from - next.next : 0
  const number = () =>
    api.certificates.number({ of, ids: [...ids], template: template.key, first: from, gap: gap.trim() })
  return (
    <FormDialog
      title="编写证书编号"
      act={`写入 ${ids.length} 个编号`}
      refusal={next === undefined ? '正在读取' : skipped > 0 && gap.trim() === '' ? '写明为什么空号' : undefined}
      onAct={number}
      onClose={onClose}
    >
      <div className="wall-plan">
        <label htmlFor={id}>从第几号起</label>
        <InputNumber
          id={id}
          min={1}
          max={99_999_999}
          precision={0}
          value={from}
          onChange={value => setFirst(value ?? 1)}
        />
        <span className="dd-aside">接着上一个编号是 {next?.next ?? '…'}</span>
      </div>
      <p>
        {ids.length === 1 ? words(from) : `${words(from)} 至 ${words(from + ids.length - 1)}`}
        ，按列表的顺序写进{of === 'honours' ? '荣誉册的证书编号' : '授予决定，颁发时带进荣誉册'}。
      </p>
      {skipped > 0 && (
        <TextField label={`空出 ${skipped} 个号的原因`} value={gap} onChange={setGap} maxChars={200} required />
      )}
      <p className="dd-aside">写入以后可以在“编号登记”里整批撤回。没有印过的号可以重新用，印过的号作废，不再用。</p>
    </FormDialog>
  )
}
