import { App } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import type { HeldPost, Holder, PostNumbers } from '../../../shared/posts/posts'
import { mayRemovePost } from '../../../shared/posts/posts.rules'
import type { Unit } from '../../../shared/units/units'
import { api } from '../../api/client'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { describeError } from '../../ui/errorWords'
import { EmptyState } from '../../ui/states'
import { PostDialog } from './PostDialog'

interface PostsCardProps {
  unit: Unit
  held: { posts: readonly HeldPost[]; others: readonly Holder[]; numbers: PostNumbers; withoutPost: number }
  edits: boolean
}

/** The posts of a unit: one seat drawn for each approved place, filled, empty, or one too many. */
export function PostsCard({ unit, held, edits }: PostsCardProps) {
  const { message, modal } = App.useApp()
  const [open, setOpen] = useState<HeldPost | 'new'>()
  const say = (error: unknown): void => void message.warning(describeError(error).what)
  const { posts, others, numbers, withoutPost } = held
  const remove = (post: HeldPost): void =>
    void modal.confirm({
      title: `删除职位：${post.title}`,
      content: '只删除核定的职位，不影响任何人的档案。',
      icon: null,
      focusable: { autoFocusButton: 'cancel' },
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: '不删除',
      onOk: () => api.posts.remove({ id: post.id }).catch(say),
    })
  return (
    <Card
      title="职位"
      note={
        posts.length > 0 && (
          <>
            核定 {numbers.approved}，实有 {numbers.actual}
            {numbers.vacant > 0 && <b className="post-vacant">空缺 {numbers.vacant}</b>}
            {numbers.over > 0 && <b className="post-over">超出 {numbers.over}</b>}
          </>
        )
      }
      more={
        edits && (
          <Button kind="link" size="small" onClick={() => setOpen('new')}>
            新增职位
          </Button>
        )
      }
    >
      {posts.length === 0 ? (
        <EmptyState
          title="还没有登记职位"
          hint="登记核定的职位和职数后，这里显示谁在任、哪里空缺。"
          action={edits && <Button onClick={() => setOpen('new')}>登记第一个职位</Button>}
        />
      ) : (
        <table className="post-table">
          <thead>
            <tr>
              <th>职位</th>
              <th>职务层次</th>
              <th className="post-number">核定</th>
              <th className="post-number">实有</th>
              <th>任职人员</th>
              {edits && <th aria-label="操作" />}
            </tr>
          </thead>
          <tbody>
            {posts.map((post, index) => (
              <tr key={post.id}>
                <td>
                  {post.title}
                  {post.inTeam && <span className="post-team">班子</span>}
                </td>
                <td>{post.level}</td>
                <td className="post-number">{post.approved}</td>
                <td className="post-number">{post.holders.length}</td>
                <td>
                  <Seats post={post} />
                </td>
                {edits && (
                  <td className="post-acts">
                    <Button
                      kind="link"
                      size="small"
                      disabled={index === 0}
                      onClick={() => void api.posts.move({ id: post.id, position: index - 1 }).catch(say)}
                    >
                      上移
                    </Button>
                    <Button kind="link" size="small" onClick={() => setOpen(post)}>
                      修改
                    </Button>
                    <Button kind="link" size="small" reason={reasonOf(post)} onClick={() => remove(post)}>
                      删除
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {others.length > 0 && (
        <p className="post-note">
          在任但不在上面职位中：
          {others.map((holder, index) => (
            <span key={`${holder.cadreId} ${holder.title}`}>
              {index > 0 && '、'}
              <Link href={`/cadres/${holder.cadreId}`}>{holder.name}</Link>（{holder.title || '职务未写'}）
            </span>
          ))}
        </p>
      )}
      {withoutPost > 0 && (
        <p className="post-note">另有 {withoutPost} 人编在本单位，档案里还没有登记在本单位的职务，未计入实有。</p>
      )}
      {open && (
        <PostDialog
          unit={unit}
          post={open === 'new' ? undefined : open}
          posts={posts}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  )
}

const reasonOf = (post: HeldPost): string | undefined => {
  const verdict = mayRemovePost(post)
  return verdict.allowed ? undefined : verdict.reason
}

function Seats({ post }: { post: HeldPost }) {
  const vacant = Math.max(0, post.approved - post.holders.length)
  return (
    <ul className="post-seats">
      {post.holders.map((holder, index) => (
        <li key={holder.cadreId} className={index >= post.approved ? 'is-over' : undefined}>
          <Link href={`/cadres/${holder.cadreId}`}>{holder.name}</Link>
          {holder.role === '兼职' && <small>兼</small>}
          {index >= post.approved && <small>超出</small>}
        </li>
      ))}
      {vacant > 0 &&
        vacant <= 6 &&
        Array.from({ length: vacant }, (_, n) => (
          <li key={n} className="is-vacant">
            空缺
          </li>
        ))}
      {vacant > 6 && <li className="is-vacant">空缺 {vacant}</li>}
    </ul>
  )
}
