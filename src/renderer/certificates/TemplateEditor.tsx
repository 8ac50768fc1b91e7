import { App, InputNumber, Select } from 'antd'
import { useState } from 'react'
import {
  type CertificateBox,
  type CertificateTemplate,
  certificateFields,
  TemplateFacts,
} from '../../shared/certificates/certificates'
import { api } from '../api/client'
import { useMay } from '../api/session'
import { ProofPane } from '../papers/ProofPane'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { describeError } from '../ui/errorWords'
import { ReasonDialog } from '../ui/ReasonDialog'
import { TextField } from '../ui/TextField'
import { BoxFields } from './BoxFields'
import { OffsetFields } from './OffsetFields'
import { useCertificatePages } from './useCertificatePages'

const MOST_BOXES = 24
const newBox: CertificateBox = {
  text: '{姓名}',
  x: 30,
  y: 30,
  width: 100,
  height: 12,
  face: 'kaiti',
  pt: 18,
  lead: 1.5,
  align: 'left',
  vertical: false,
  tone: 'black',
  preprinted: false,
}
const frames = [
  { value: 'none', label: '没有边框' },
  { value: 'line', label: '单线边框' },
  { value: 'double', label: '双线边框' },
] as const
const plain = { blank: true, mark: '' }

interface EditorProps {
  readonly template: CertificateTemplate
  readonly onMade: (key: string) => void
}

/** A template beside its sheet: what is changed is seen on the ruler in millimetres at once. */
export function TemplateEditor({ template, onMade }: EditorProps) {
  const { message } = App.useApp()
  const may = useMay()
  const [facts, setFacts] = useState<TemplateFacts>(() => TemplateFacts.parse(template))
  const [drawn, setDrawn] = useState(facts)
  const [place, setPlace] = useState(0)
  const [dropping, setDropping] = useState(false)
  const parsed = TemplateFacts.safeParse(facts)
  // The sheet shows the last state that can be laid out.
  if (parsed.success && drawn !== facts) setDrawn(facts)
  const pages = useCertificatePages(drawn, 'test', plain)
  const set = (more: Partial<TemplateFacts>): void => setFacts({ ...facts, ...more })
  const { boxes, sheet } = facts
  const box = boxes[place]
  const locked = may('honours.configure') ? undefined : '没有设置荣誉的权限'
  const refusal = locked ?? (parsed.success ? undefined : '有的内容空着或超出范围')
  const save = async (as: 'same' | 'new'): Promise<void> => {
    try {
      const order =
        as === 'same'
          ? { key: template.key, revision: template.revision, facts }
          : { key: null, revision: 0, facts: { ...facts, name: `${facts.name.slice(0, 36)}（副本）` } }
      const made = await api.certificates.saveTemplate(order)
      void message.info('已保存')
      onMade(made.key)
    } catch (error) {
      void message.warning(describeError(error).what)
    }
  }
  const { shipped } = template
  return (
    <div className="crt-grid">
      <Card
        title="模板"
        more={
          <span className="alb-acts">
            <Button
              size="small"
              reason={locked ?? (shipped && template.revision === 0 ? '没有改过' : undefined)}
              onClick={() => setDropping(true)}
            >
              {shipped ? '还原' : '删除'}
            </Button>
            <Button size="small" reason={refusal} onClick={() => void save('new')}>
              另存一个
            </Button>
            <Button size="small" kind="primary" reason={refusal} onClick={() => void save('same')}>
              保存
            </Button>
          </span>
        }
      >
        <div className="alb-form">
          <TextField label="名称" value={facts.name} onChange={name => set({ name })} maxChars={40} required />
          <div className="wall-plan">
            {(['width', 'height'] as const).map(side => (
              <InputNumber
                key={side}
                aria-label={side === 'width' ? '纸宽（毫米）' : '纸高（毫米）'}
                prefix={side === 'width' ? '纸宽' : '纸高'}
                min={80}
                max={450}
                value={sheet[side]}
                onChange={value => set({ sheet: { ...sheet, [side]: value ?? sheet[side] } })}
              />
            ))}
            <Select aria-label="边框" value={facts.frame} onChange={frame => set({ frame })} options={[...frames]} />
          </div>
          <div className="crt-series">
            <TextField
              label="编号"
              value={facts.series}
              onChange={series => set({ series })}
              maxChars={60}
              hint="{年} 是编号的年份，{号} 是流水号"
            />
            <InputNumber
              aria-label="流水号位数"
              suffix="位"
              min={1}
              max={8}
              precision={0}
              value={facts.digits}
              onChange={digits => set({ digits: digits ?? 3 })}
            />
          </div>
          <div className="dd-chips" role="group" aria-label="各处文字">
            {boxes.map((each, index) => (
              <button key={index} type="button" aria-pressed={index === place} onClick={() => setPlace(index)}>
                {each.text.trim().slice(0, 8) || '空'}
              </button>
            ))}
            <button
              type="button"
              disabled={boxes.length >= MOST_BOXES}
              onClick={() => {
                set({ boxes: [...boxes, newBox] })
                setPlace(boxes.length)
              }}
            >
              加一处
            </button>
          </div>
          {box && (
            <BoxFields
              box={box}
              onChange={more =>
                set({ boxes: boxes.map((each, index) => (index === place ? { ...each, ...more } : each)) })
              }
              onRemove={
                boxes.length === 1
                  ? undefined
                  : () => {
                      set({ boxes: boxes.filter((_each, index) => index !== place) })
                      setPlace(0)
                    }
              }
            />
          )}
          <p className="exp-hint">可以写：{certificateFields.map(name => `{${name}}`).join(' ')}</p>
          <OffsetFields template={template} />
        </div>
      </Card>
      <div className="crt-proof">
        <ProofPane
          name={facts.name}
          pages={pages?.map(({ page }) => page)}
          sheet={drawn.sheet}
          words="毫米格尺和各处的位置，打印测试页就是这一张"
        />
      </div>
      <ReasonDialog
        open={dropping}
        title={shipped ? '还原成随应用的模板' : '删除这个模板'}
        consequence={
          shipped
            ? '改过的文字和位置不再保留，各打印机的偏移也要重新对。'
            : '模板和它的偏移一起删除，已经编的号不受影响。'
        }
        confirmText={shipped ? '还原' : '删除'}
        danger
        onConfirm={async reason => {
          await api.certificates.dropTemplate({ key: template.key, reason })
        }}
        onClose={() => setDropping(false)}
      />
    </div>
  )
}
