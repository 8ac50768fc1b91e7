import { Dropdown } from 'antd'
import { roleTitles } from '../../shared/accounts/roles'
import { profileTitles } from '../../shared/policy/policy.rules'
import { api } from '../api/client'
import { useMay, useSession } from '../api/session'
import { BackupMark } from '../backups/BackupMark'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'

interface HeaderProps {
  /** How many notices wait; undefined until they have been read. */
  notices: number | undefined
  /** The search finds people too. */
  findsPeople: boolean
  onSearch: () => void
  onNotices: () => void
  onSettings: () => void
}

const clock = (iso: string): string => {
  const at = new Date(iso)
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}

/** Whose data this is, how secret, who sits here, and the way to lock it. */
export function Header({ notices, findsPeople, onSearch, onNotices, onSettings }: HeaderProps) {
  const { unit, profile, account, signedInAt } = useSession()
  const may = useMay()
  const roles = account.roles.map(role => roleTitles[role]).join('、')
  const about = [account.department, roles, `${clock(signedInAt)} 登录`].filter(text => text !== '').join('　')
  return (
    <header className="shell-head">
      <span className="shell-place">{unit}</span>
      <button type="button" className="shell-search" onClick={onSearch} aria-haspopup="dialog">
        <Icon name="search" size={16} />
        <span>{findsPeople ? '搜索姓名、拼音首字母、职务' : '查找页面和命令'}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span className="shell-gap" />
      {may('backups.read') && <BackupMark />}
      <span className="shell-secret" role="img" aria-label={`密级类别 ${profileTitles[profile]}`}>
        {profileTitles[profile]}
      </span>
      <button type="button" className="shell-head-button" onClick={onNotices} aria-haspopup="dialog">
        <Icon name="bell" size={16} />
        提醒{notices !== undefined && notices > 0 && ` ${notices}`}
      </button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { type: 'group', key: 'who', label: about },
            { type: 'divider' },
            { key: 'settings', label: '修改密码和设置' },
            { key: 'lock', label: '锁定' },
          ],
          onClick: ({ key }) => (key === 'settings' ? onSettings() : void api.shell.lock({})),
        }}
      >
        <button type="button" className="shell-account">
          <i aria-hidden="true">{[...account.name][0]}</i>
          <b>{account.name}</b>
          <span>{account.department || roles}</span>
        </button>
      </Dropdown>
      <Button onClick={() => void api.shell.lock({})} icon={<Icon name="lock" size={16} />}>
        锁定
      </Button>
    </header>
  )
}
