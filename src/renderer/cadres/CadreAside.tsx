import type { CadreId } from '../../shared/cadres/cadres'
import type { CadreFile } from '../../shared/cadres/cadres.contract'
import { today } from '../../shared/dates/today'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { ErrorNote, Loading } from '../ui/states'
import { ageWords, birthWords, monthWords, sinceWords } from './cadres.words'
import { Face } from './Face'

interface CadreAsideProps {
  id: CadreId
  onOpen: () => void
  onClose: () => void
  onTrash?: (() => void) | undefined
}

/** One person beside the list: who it is and where, enough to go on or to open the file. */
export function CadreAside({ id, onOpen, onClose, onTrash }: CadreAsideProps) {
  const file = useCall('cadres', 'get', { id })
  return (
    <aside
      className="cad-aside"
      aria-label={file.data ? `${file.data.cadre.name}的概要` : '概要'}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <Button kind="link" onClick={onClose} icon={<Icon name="close" size={16} />}>
        <span className="dd-hidden">关闭</span>
      </Button>
      {file.isPending && <Loading />}
      {file.isError && <ErrorNote error={file.error} onRetry={() => void file.refetch()} />}
      {file.data && <Summary file={file.data} />}
      <footer>
        {onTrash && <Button onClick={onTrash}>移入回收站</Button>}
        <Button kind="primary" onClick={onOpen}>
          打开档案
        </Button>
      </footer>
    </aside>
  )
}

function Summary({ file: { cadre, photo } }: { file: CadreFile }) {
  const on = today()
  const facts: readonly (readonly [string, string])[] = [
    ['职务层次', sinceWords(cadre.postLevel, cadre.postLevelSince)],
    ['职级', sinceWords(cadre.rank, cadre.rankSince)],
    ['任现职', monthWords(cadre.currentPostSince)],
    ['出生', birthWords(cadre, on)],
    ['民族', cadre.nation],
    ['籍贯', cadre.nativePlace],
    ['入党', monthWords(cadre.partyJoined)],
    ['参加工作', monthWords(cadre.workStart)],
    ['学历', [cadre.form.fullTimeEducation, cadre.form.inServiceEducation].filter(text => text !== '').join('，在职')],
    ['状态', cadre.status],
  ]
  const who = [ageWords(cadre, on), cadre.sex ?? ''].filter(text => text !== '').join('　')
  return (
    <div className="cad-summary">
      <div className="cad-summary-who">
        <Face cadreId={cadre.id} photo={photo} sex={cadre.sex} size="small" />
        <div>
          <h2>{cadre.name}</h2>
          <p>{who}</p>
        </div>
      </div>
      <p className="cad-summary-post">{cadre.form.currentPost || '还没有填现任职务'}</p>
      <dl className="cad-facts">
        {facts
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </div>
  )
}
