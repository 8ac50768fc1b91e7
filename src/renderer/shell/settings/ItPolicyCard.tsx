import type { ItPolicyFile } from '../../../shared/it-policy/it-policy'
import { useItPolicy } from '../../api/it-policy'
import { Card } from '../../ui/Card'
import { LockNote } from '../../ui/LockNote'

const may = (on: boolean): string => (on ? '允许' : '不允许')
const themes = { light: '浅色', dark: '深色', system: '跟随系统' } as const

/** What is settled, in the words of the pages that it holds on. */
function settledWords(policy: ItPolicyFile): { title: string; words: string }[] {
  const { storeFolder, backupFolder, idleSeconds, watermarkOpacityPercent, theme, zoomPercent } = policy
  const { recordingAllowed, exportAllowed, plainExportAllowed } = policy
  return [
    ...(storeFolder === undefined ? [] : [{ title: '数据库的位置', words: storeFolder }]),
    ...(backupFolder === undefined ? [] : [{ title: '第二备份位置', words: backupFolder }]),
    ...(idleSeconds === undefined ? [] : [{ title: '无操作自动锁定', words: `不超过 ${idleSeconds} 秒` }]),
    ...(watermarkOpacityPercent === undefined
      ? []
      : [{ title: '屏幕水印浓度', words: `不少于 ${watermarkOpacityPercent} %` }]),
    ...(recordingAllowed === undefined
      ? []
      : [{ title: '谈话录音', words: recordingAllowed ? '由单位安全策略决定' : '不允许' }]),
    ...(exportAllowed === undefined ? [] : [{ title: '存成文件', words: may(exportAllowed) }]),
    ...(plainExportAllowed === undefined ? [] : [{ title: '存成未加密的文件', words: may(plainExportAllowed) }]),
    ...(theme === undefined ? [] : [{ title: '外观', words: themes[theme] }]),
    ...(zoomPercent === undefined ? [] : [{ title: '缩放', words: `${zoomPercent} %` }]),
  ]
}

/** What IT has settled for this computer; nothing where there is no policy file. */
export function ItPolicyCard() {
  const { state, place, notes, inForce } = useItPolicy()
  if (state === 'none') return null
  const settled = settledWords(inForce)
  return (
    <Card title="统一策略">
      <dl className="settings-about settings-policy">
        {settled.map(({ title, words }) => (
          <div key={title} className="settings-pair">
            <dt>{title}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <div className="settings-row settings-lock">
        <LockNote what={state === 'refused' ? '文件不对，暂按最严的执行' : place} />
      </div>
      {state === 'in-force' && notes.length > 0 && <p className="settings-row settings-hint">{notes.join('。')}</p>}
    </Card>
  )
}
