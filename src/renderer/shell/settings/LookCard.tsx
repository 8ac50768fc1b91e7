import { Segmented } from 'antd'
import { setByIt } from '../../../shared/it-policy/it-policy.rules'
import { useItPolicy } from '../../api/it-policy'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/icons'
import { LockNote } from '../../ui/LockNote'
import { look, nextZoom, useLook } from '../look.store'

const themes = [
  { value: 'light' as const, label: '浅色' },
  { value: 'dark' as const, label: '深色' },
  { value: 'system' as const, label: '跟随系统' },
]

const presets = [
  { value: 100, label: '标准' },
  { value: 125, label: '大字号' },
  { value: 150, label: '特大字号' },
]

/** Light or dark, and how large. */
export function LookCard() {
  const theme = useLook(state => state.theme)
  const percent = useLook(state => state.zoomPercent)
  const { inForce } = useItPolicy()
  const themeLocked = inForce.theme !== undefined
  const zoomLocked = inForce.zoomPercent !== undefined
  const { setTheme, setZoom } = look.getState()
  return (
    <Card title="外观和字号">
      <div className="settings-row">
        <span id="settings-theme">外观</span>
        <Segmented
          options={themes}
          value={theme}
          onChange={setTheme}
          disabled={themeLocked}
          aria-labelledby="settings-theme"
        />
        {themeLocked && <LockNote />}
      </div>
      <div className="settings-row">
        <span id="settings-size">字号</span>
        <Segmented
          options={presets}
          value={percent}
          onChange={setZoom}
          disabled={zoomLocked}
          aria-labelledby="settings-size"
        />
        {zoomLocked && <LockNote />}
      </div>
      <div className="settings-row">
        <span>缩放</span>
        <div className="settings-zoom" role="group" aria-label="缩放">
          <Button
            size="small"
            reason={zoomLocked ? setByIt : percent <= 80 ? '已是最小' : undefined}
            onClick={() => setZoom(nextZoom(percent, -1))}
            icon={<Icon name="minus" size={14} />}
          >
            <span className="dd-hidden">缩小</span>
          </Button>
          <output aria-live="polite">{percent} %</output>
          <Button
            size="small"
            reason={zoomLocked ? setByIt : percent >= 200 ? '已是最大' : undefined}
            onClick={() => setZoom(nextZoom(percent, 1))}
            icon={<Icon name="plus" size={14} />}
          >
            <span className="dd-hidden">放大</span>
          </Button>
          {zoomLocked ? <LockNote /> : <span className="settings-hint">Ctrl 加减号随时可调</span>}
        </div>
      </div>
    </Card>
  )
}
