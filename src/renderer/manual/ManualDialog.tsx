import { Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useSyllables } from '../commands/useSyllables'
import { SearchField } from '../ui/TextField'
import { chapterOfModule, chapters } from './chapters'
import { findInManual } from './find'
import { Markdown } from './Markdown'
import './manual.css'

const byLetter = (text: string): string[] => [...text]

/** F1: the manual, opened at the chapter of the page one is on. */
export function ManualDialog({ module, onClose }: { module: string | undefined; onClose: () => void }) {
  const [at, setAt] = useState({ chapter: chapterOfModule[module ?? ''] ?? 'start', section: '' })
  const [typed, setTyped] = useState('')
  const syllablesOf = useSyllables() ?? byLetter
  const text = useRef<HTMLElement>(null)
  const chapter = chapters.find(({ id }) => id === at.chapter) ?? chapters[0]
  const found = findInManual(typed, syllablesOf)

  useEffect(() => {
    const heading = at.section === '' ? null : document.getElementById(at.section)
    // A test's page lays nothing out and so scrolls nowhere.
    if (heading) heading.scrollIntoView?.({ block: 'start' })
    else text.current?.scrollTo?.({ top: 0 })
  }, [at])

  return (
    <Modal open title="使用手册" onCancel={onClose} footer={null} width={980} centered className="manual-dialog">
      <div className="manual">
        <nav className="manual-side" aria-label="手册章节">
          <SearchField
            label="在手册中查找"
            placeholder="词语或拼音首字母"
            value={typed}
            onChange={setTyped}
            onEnter={() => found[0] && setAt({ chapter: found[0].chapter.id, section: found[0].section.id })}
            autoFocus
          />
          {typed.trim() === '' ? (
            <ul>
              {chapters.map(({ id, title }) => (
                <li key={id}>
                  <button
                    type="button"
                    aria-current={id === chapter?.id || undefined}
                    onClick={() => setAt({ chapter: id, section: '' })}
                  >
                    {title}
                  </button>
                </li>
              ))}
            </ul>
          ) : (
            <ul aria-label="查找结果">
              {found.map(({ section, chapter: where, around }) => (
                <li key={section.id}>
                  <button
                    type="button"
                    aria-current={section.id === at.section || undefined}
                    onClick={() => setAt({ chapter: where.id, section: section.id })}
                  >
                    <b>{section.title}</b>
                    <small>{where.title}</small>
                    {around !== '' && <small>{around}</small>}
                  </button>
                </li>
              ))}
              {found.length === 0 && <li className="manual-none">没有找到，换一个词试试</li>}
            </ul>
          )}
        </nav>
        {chapter && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          <article className="manual-text" ref={text} tabIndex={0} aria-label={chapter.title}>
            <h2>{chapter.title}</h2>
            <Markdown chapter={chapter.id} blocks={chapter.blocks} />
          </article>
        )}
      </div>
    </Modal>
  )
}
