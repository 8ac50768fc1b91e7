import type { PastImport } from '../../shared/imports/imports'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { choose } from './imports.acts'
import { useImportsStore } from './imports.store'
import { minuteWords } from './imports.words'
import { KnownColumns } from './KnownColumns'

/** Where an import begins: drop, choose, or go on with what was read before. */
export function StartPanel({ waiting }: { waiting: readonly PastImport[] }) {
  const open = useImportsStore(state => state.open)
  return (
    <>
      {waiting.map(batch => (
        <p key={batch.id} className="imp-waiting">
          <Icon name="clock" size={16} />
          <span>
            {batch.source}在 {minuteWords(batch.at)} 读入，还没有确认
          </span>
          <Button onClick={() => open(batch.id)}>继续核对</Button>
        </p>
      ))}
      <section className="imp-drop" aria-label="选择要导入的文件">
        <Icon name="folder" size={24} />
        <h2>把文件或文件夹拖到窗口里</h2>
        <p>
          任免审批表（.lrmx、.lrm 和照片）、公务员系统导出的通用格式（.zip）、信息采集表和任何干部名册（.xlsx），
          <br />
          以及装着它们的文件夹和压缩包（.zip）
        </p>
        <div className="imp-choose">
          <Button kind="primary" size="large" onClick={() => void choose('folder')}>
            选择文件夹
          </Button>
          <Button size="large" onClick={() => void choose('files')}>
            选择文件
          </Button>
        </div>
        <KnownColumns />
        <p className="imp-quiet">先读入、逐项核对，确认以后才写进档案；导入的一批可以整批撤销。</p>
      </section>
    </>
  )
}
