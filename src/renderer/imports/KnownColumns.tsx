import { App, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { knownColumns } from './sheets.words'

/** What a roster may hold and what its columns may be called, to be read before one is made or sent for. */
export function KnownColumns() {
  const [open, setOpen] = useState(false)
  const { message } = App.useApp()
  const fields = knownColumns()
  const copy = async (): Promise<void> => {
    await api.shell.copyText({ text: fields.map(({ label }) => label).join('\t') })
    void message.info('已复制表头，在 Excel 里选中第一格粘贴')
  }
  return (
    <>
      <Button kind="link" size="small" onClick={() => setOpen(true)}>
        名册能读哪些列
      </Button>
      <Modal
        open={open}
        title="名册能读的列"
        width={720}
        centered
        onCancel={() => setOpen(false)}
        footer={
          <div className="dd-dialog-end">
            <Button onClick={() => void copy()}>复制全部栏目作表头</Button>
            <Button kind="primary" onClick={() => setOpen(false)}>
              知道了
            </Button>
          </div>
        }
      >
        <p className="imp-quiet">
          一行一人，有“姓名”一列就能读；列的次序、多少、标题行都不限，别的叫法读入时可以指定。日期写作
          1984、1984.03、198403 或 1984年3月都认得；本系统导出的干部名册可以直接读回。
        </p>
        <div className="imp-units" tabIndex={0} role="region" aria-label="列名">
          <table className="imp-table">
            <thead>
              <tr>
                <th>栏目</th>
                <th>也认得的叫法</th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ target, label, names }) => (
                <tr key={target}>
                  <td className="imp-known">{label}</td>
                  <td className="imp-quiet">
                    {names.join('、') || (target.startsWith('form.') ? '写在“全日制教育”“在职教育”之下，或连着写' : '')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Modal>
    </>
  )
}
