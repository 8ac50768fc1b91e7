import { Modal } from 'antd'
import './commands.css'
import { bySection, type Command } from './command'
import { shownShortcut } from './keys'

/** Every command that has a key, by section. */
export function ShortcutSheet({ commands, onClose }: { commands: readonly Command[]; onClose: () => void }) {
  const withKeys = commands.filter(({ shortcut }) => shortcut !== undefined)
  return (
    <Modal open title="快捷键" onCancel={onClose} footer={null} width={640} centered>
      <div className="sheet">
        {bySection(withKeys).map(({ title, items }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {items.map(({ id, title: name, shortcut = '' }) => (
                <div key={id}>
                  <dt>{name}</dt>
                  <dd>
                    <kbd>{shownShortcut(shortcut)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>处处可用</h3>
          <dl>
            <div>
              <dt>关闭最上面一层</dt>
              <dd>
                <kbd>Esc</kbd>
              </dd>
            </div>
            <div>
              <dt>下一处、上一处</dt>
              <dd>
                <kbd>Tab</kbd> <kbd>Shift Tab</kbd>
              </dd>
            </div>
          </dl>
        </section>
      </div>
    </Modal>
  )
}
