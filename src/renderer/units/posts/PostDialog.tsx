import { Checkbox, InputNumber, Modal } from 'antd'
import { useId, useState } from 'react'
import { leadershipLevelCodes } from '../../../shared/codes/leadership-level'
import type { UnitPost } from '../../../shared/posts/posts'
import { mayKeepPost } from '../../../shared/posts/posts.rules'
import type { Unit } from '../../../shared/units/units'
import { api } from '../../api/client'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'

interface PostDialogProps {
  unit: Unit
  post: UnitPost | undefined
  posts: readonly UnitPost[]
  onClose: () => void
}

/** A new post of a unit, or one that is changed. */
export function PostDialog({ unit, post, posts, onClose }: PostDialogProps) {
  const [title, setTitle] = useState(post?.title ?? '')
  const [level, setLevel] = useState(post?.level ?? '')
  const [inTeam, setInTeam] = useState(post?.inTeam ?? true)
  const [approved, setApproved] = useState<number | null>(post?.approved ?? 1)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const number = useId()
  const verdict = mayKeepPost(posts, title, post?.id)
  const refusal =
    title.trim() === ''
      ? '先写职位名称'
      : !verdict.allowed
        ? verdict.reason
        : approved === null
          ? '先写核定职数，没有的写 0'
          : undefined
  const keep = async (): Promise<void> => {
    if (refusal !== undefined || busy || approved === null) return
    setBusy(true)
    const written = { title: title.trim(), level: level.trim(), inTeam, approved }
    try {
      await (post ? api.posts.change({ id: post.id, ...written }) : api.posts.add({ unitId: unit.id, ...written }))
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={post ? `修改职位：${post.title}` : `新增职位：${unit.name}`}
      onCancel={onClose}
      footer={null}
      width={440}
      centered
      mask={{ closable: false }}
    >
      <form
        className="post-form"
        onSubmit={event => {
          event.preventDefault()
          void keep()
        }}
      >
        <TextField label="职位名称" value={title} onChange={setTitle} maxChars={60} autoFocus required />
        <TextField
          label="职务层次"
          value={level}
          onChange={setLevel}
          maxChars={40}
          suggestions={leadershipLevelCodes.entries.map(({ name }) => name)}
        />
        <div className="dd-field">
          <label className="dd-label" htmlFor={number}>
            核定职数
          </label>
          <InputNumber id={number} min={0} max={99} precision={0} value={approved} onChange={setApproved} />
        </div>
        <Checkbox checked={inTeam} onChange={event => setInTeam(event.target.checked)}>
          班子职位：任此职的人列入领导班子
        </Checkbox>
        {error !== null && <ErrorNote error={error} />}
        <div className="dd-dialog-end">
          <Button onClick={onClose}>取消</Button>
          <Button kind="primary" submit busy={busy} reason={refusal}>
            {post ? '保存' : '新增'}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
