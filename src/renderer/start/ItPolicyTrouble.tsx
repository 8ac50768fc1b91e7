import { useItPolicy } from '../api/it-policy'
import { Icon } from '../ui/icons'

/** Before and after sign-in, while the policy file of this computer is refused: what is wrong with it and who mends it. */
export function ItPolicyTrouble() {
  const { state, place, problems, notes } = useItPolicy()
  if (state !== 'refused') return null
  return (
    <div className="shell-banner shell-banner-alarm" role="alert">
      <Icon name="warning" size={16} />
      <p>
        <b>统一策略文件没有采用。</b>
        {place}：{problems.join('；')}。改好之前不能存成文件、不能录音、不能建立新数据库，三分钟无操作即锁定。
        {notes.join('。')}。
      </p>
    </div>
  )
}
