import type { PostRow } from '../../../shared/cadres/cadres'
import { postsInOffice, postsLeft } from '../../../shared/cadres/held-posts.rules'
import { dateWords } from '../cadres.words'
import { useReveal } from '../reveal'
import type { CadreTabProps } from '../tabs'
import { RowsCard } from './RowsCard'
import { WrittenText } from './RowsTable'
import { StandingCard } from './StandingCard'

const nameOf = ({ unitName, title }: PostRow): string => [unitName, title].filter(text => text !== '').join('　')

/** The date with the paper that it stands on. */
function OnPaper({ on, paper }: { on: PostRow['appointedOn']; paper: string }) {
  return (
    <>
      {dateWords(on)}
      {paper !== '' && <small className="cdr-paper">{paper}</small>}
    </>
  )
}

const teamWords = ({ memberKind, teamOrder }: PostRow): string =>
  [memberKind, teamOrder === null ? '' : `第 ${teamOrder} 位`].filter(text => text !== '').join('，')

/** 职务: what is held now and what was held, with dates and papers, beside what kind of cadre the person is. */
export function PostsTab({ file }: CadreTabProps) {
  const { cadre } = useReveal()
  const held = postsInOffice(cadre.posts)
  const left = postsLeft(cadre.posts)
  return (
    <div className="cdr-two">
      <div className="cdr-stack">
        <RowsCard
          file={file}
          title="在任职务"
          pair="posts"
          note={held.length > 1 ? `${held.length} 个` : undefined}
          field="posts"
          columns={['单位和职务', '主兼', '任职时间和文号', '选任方式', '层次', '班子']}
          rows={held.map(post => [
            <b key="post">{nameOf(post)}</b>,
            post.role,
            <OnPaper key="on" on={post.appointedOn} paper={post.appointedBy} />,
            post.appointMode,
            post.level,
            teamWords(post),
          ])}
          empty="还没有在任职务"
          hint="逐个填写单位、职务、任职时间和文号；单位填了，单位的职数和班子就算得出来。"
        >
          <WrittenText title="任免表上的现任职务" text={cadre.form.currentPost} />
        </RowsCard>
        {left.length > 0 && (
          <RowsCard
            file={file}
            title="曾任职务"
            note={`${left.length} 个`}
            field="posts"
            columns={['单位和职务', '任职时间和文号', '免职时间和文号', '层次']}
            rows={left.map(post => [
              nameOf(post),
              <OnPaper key="on" on={post.appointedOn} paper={post.appointedBy} />,
              <OnPaper key="off" on={post.removedOn} paper={post.removedBy} />,
              post.level,
            ])}
            empty=""
            hint=""
          />
        )}
      </div>
      <StandingCard file={file} />
    </div>
  )
}
