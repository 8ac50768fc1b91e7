import { useState } from 'react'
import { api } from '../api/client'
import { useMay, useSession } from '../api/session'
import { session } from '../session/session.store'
import { ItPolicyTrouble } from '../start/ItPolicyTrouble'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { ReasonDialog } from '../ui/ReasonDialog'

/** What must be known on every page: that this is a demo, that the data may be an older copy. */
export function Banners() {
  const { demo, readOnly } = useSession()
  return (
    <>
      <ItPolicyTrouble />
      {readOnly !== null && <RolledBack missingLines={readOnly.missingLines} />}
      {demo && (
        <div className="shell-banner shell-banner-demo" role="status">
          <Icon name="info" size={16} />
          <p>演示数据，都是虚构的人和事。可以随意改，离开后全部删除。</p>
          <Button size="small" onClick={() => void api.shell.lock({})}>
            离开演示
          </Button>
        </div>
      )}
    </>
  )
}

function RolledBack({ missingLines }: { missingLines: number }) {
  const may = useMay()
  const [asking, setAsking] = useState(false)
  return (
    <div className="shell-banner shell-banner-alarm" role="alert">
      <Icon name="warning" size={16} />
      <p>
        <b>现在只能查看。</b>
        {missingLines > 0
          ? `这台计算机记得的审计日志比数据库里多 ${missingLines} 行，数据可能被换成了旧的副本。`
          : '数据文件与上次锁定时不同，可能在本程序之外被改动，或者被换成了别的副本。'}
        {!may('alarms.acknowledge') && '请安全保密管理员登录核对。'}
      </p>
      {may('alarms.acknowledge') && (
        <Button size="small" onClick={() => setAsking(true)}>
          核对后恢复使用
        </Button>
      )}
      <ReasonDialog
        open={asking}
        title="确认数据回退"
        consequence={`恢复使用后，以现在这份数据为准，${missingLines > 0 ? `缺少的 ${missingLines} 行之后做过的事要重新录入。` : ''}如果是误换了旧副本，请先退出，换回新的数据库文件。确认的人和理由记入审计日志。`}
        confirmText="以现在的数据为准"
        danger
        onConfirm={async reason => session.getState().signedIn(await api.session.acknowledgeRollback({ reason }))}
        onClose={() => setAsking(false)}
      />
    </div>
  )
}
