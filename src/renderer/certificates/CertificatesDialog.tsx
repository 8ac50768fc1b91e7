import { useMemo, useState } from 'react'
import type { CertificateOf, CertificateTemplate } from '../../shared/certificates/certificates'
import type { TypefaceName } from '../../shared/papers/typefaces'
import { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { PaperDialog } from '../papers/PaperDialog'
import { PaperOut } from '../papers/PaperOut'
import { ProofPane } from '../papers/ProofPane'
import { Button } from '../ui/Button'
import { ErrorNote } from '../ui/states'
import { OffsetFields } from './OffsetFields'
import { useCertificatePages } from './useCertificatePages'

const onPaper: readonly TypefaceName[] = ['title', 'kaiti', 'fangsong', 'mark', 'body']
const usualMark = SecrecyMark.parse('内部')

interface CertificatesDialogProps {
  readonly template: CertificateTemplate
  readonly of: CertificateOf
  readonly ids: readonly string[]
  readonly onClose: () => void
}

/** Certificates of those that were chosen, looked at one by one before they are printed. */
export function CertificatesDialog({ template, of, ids, onClose }: CertificatesDialogProps) {
  const named = ids.join()
  const ref = useMemo(() => ({ of, ids: named.split(',') }), [of, named])
  const proof = useCall('certificates', 'proof', ref)
  const [blank, setBlank] = useState(true)
  const [at, setAt] = useState(0)
  const mark = proof.data?.mark ?? usualMark
  const pages = useCertificatePages(template, proof.data?.rows, { blank, mark: mark === '内部' ? '' : mark })
  const tooLong = pages?.flatMap(({ tooLong: texts }, index) => (texts.length > 0 ? [index + 1] : [])) ?? []
  const unnumbered = proof.data?.rows.filter(({ number }) => number === '').length ?? 0
  const wantsNumber = template.boxes.some(({ text }) => text.includes('{证书编号}'))
  const { width, height } = template.sheet
  const size = `${width}×${height} 毫米`
  const shown = pages?.[at]
  const asked = { ...ref, template: template.key, blank }
  const unfit = tooLong.length > 0 ? `第 ${tooLong.join('、')} 份有文字放不下，改模板里的位置或字号` : undefined
  return (
    <PaperDialog
      title={`${template.name}：${ids.length} 份`}
      onClose={onClose}
      proof={
        <>
          {proof.error && <ErrorNote error={proof.error} onRetry={() => void proof.refetch()} />}
          <div className="alb-turn">
            <Button size="small" reason={at === 0 ? '已是第一份' : undefined} onClick={() => setAt(at - 1)}>
              上一份
            </Button>
            <span role="status">
              第 {at + 1} / {ids.length} 份
            </span>
            <Button
              size="small"
              reason={at + 1 >= ids.length ? '已是最后一份' : undefined}
              onClick={() => setAt(at + 1)}
            >
              下一份
            </Button>
          </div>
          <ProofPane name="证书" pages={shown && [shown.page]} sheet={template.sheet} words={size} />
        </>
      }
      renderOut={onFinished => (
        <PaperOut
          name={template.name}
          atLeast={mark}
          draft="certificates.out"
          typefaces={onPaper}
          advice={`用 ${size}的纸，按实际大小打印。先打测试页对准，再打证书。`}
          refusal={proof.data === undefined ? '正在读取' : unfit}
          fields={
            <>
              <label className="exp-check">
                <input type="checkbox" checked={!blank} onChange={event => setBlank(!event.target.checked)} />
                套印：纸上已有边框和题字，只印内容
              </label>
              {wantsNumber && unnumbered > 0 && (
                <p className="exp-advice">有 {unnumbered} 份还没有编号，编号处留空。</p>
              )}
              <OffsetFields template={template} />
            </>
          }
          save={(order, options) => api.certificates.save({ ...asked, ...order }, options)}
          print={(order, options) => api.certificates.print({ ...asked, ...order }, options)}
          onFinished={onFinished}
          onClose={onClose}
        />
      )}
    />
  )
}
