import { App, Modal } from 'antd'
import { useMemo, useState } from 'react'
import type { FormPages } from '../../shared/cadres/form/form-layout.rules'
import type { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { useCall } from '../api/query'
import { useSession } from '../api/session'
import type { Offer } from '../exports/ask'
import '../exports/exports.css'
import { OrderForm, useOrder } from '../exports/OrderForm'
import { ResultView } from '../exports/ResultView'
import type { Finished } from '../exports/way'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { addressOf } from '../ui/photoAddress'
import { ErrorNote, Loading } from '../ui/states'
import { FontsNote } from './FontsNote'
import { missingShapes, wordsOf } from './fonts'
import { useChoice } from './forms.choice'
import { onForm, useFormsPlan } from './forms.plan'
import { ProofPane } from './ProofPane'
import { useFormPages } from './useFormPages'
import { useProof } from './useProof'
import { useTypefaces } from './useTypefaces'

const lock = () => <Icon name="lock" size={16} />

/** @param hidden whether the family is covered: how many they are is not known yet */
function pageWords({ pages, resume }: FormPages, hidden: boolean): string {
  const shrunk = resume.pt < 9 ? `，简历缩到 ${resume.pt} 磅` : ''
  if (hidden) return `A4 ${pages.length} 页，家庭成员多于 7 人的另有续页${shrunk}`
  return `A4 共 ${pages.length} 页，双面打印 ${Math.ceil(pages.length / 2)} 张${shrunk}`
}

interface FormsDialogProps {
  offer: Offer
  onClose: () => void
}

/** 任免审批表 before it leaves: every page in sight, then onto paper, into a PDF or a Word file. */
export function FormsDialog({ offer, onClose }: FormsDialogProps) {
  const { message } = App.useApp()
  const prepared = useCall('exports', 'prepare', { whom: offer.whom })
  const [finished, setFinished] = useState<Finished>()
  const people = prepared.data?.people
  return (
    <Modal
      open
      title={finished ? '任免审批表' : `任免审批表：${offer.label}`}
      onCancel={onClose}
      footer={null}
      width={finished ? 520 : 'calc(100vw - 40px)'}
      centered
      mask={{ closable: false }}
      className={finished ? 'exp-dialog' : 'exp-dialog pap-dialog'}
    >
      {finished ? (
        <ResultView finished={finished} onSay={words => void message.warning(words)} onClose={onClose} />
      ) : (
        <>
          {prepared.isPending && <Loading />}
          {prepared.isError && <ErrorNote error={prepared.error} onRetry={() => void prepared.refetch()} />}
          {people === 0 && <p className="exp-hint">名单里没有人，没有可以打印的内容。</p>}
          {prepared.data && people !== 0 && (
            <Preview offer={offer} {...prepared.data} onFinished={setFinished} onClose={onClose} />
          )}
        </>
      )}
    </Modal>
  )
}

interface PreviewProps extends FormsDialogProps {
  people: number
  mark: SecrecyMark
  onFinished: (finished: Finished) => void
}

function Preview({ offer, people, mark, onFinished, onClose }: PreviewProps) {
  const { account } = useSession()
  const order = useOrder(mark, onForm)
  const { choice, choose } = useChoice()
  const [place, setPlace] = useState(0)
  const [reason, setReason] = useState<string | null>(null)
  const proof = useProof({ whom: offer.whom, place, edition: choice.edition, reason })
  const { shown } = proof
  const { ticked } = order

  // What is not ticked stays empty on paper, and so it does here.
  const sheet = useMemo(
    () =>
      shown && {
        ...shown.sheet,
        health: ticked.includes('form.health') ? shown.sheet.health : '',
        family: ticked.includes('family') ? shown.sheet.family : [],
        covered: shown.sheet.covered.filter(key => ticked.includes(key === 'health' ? 'form.health' : key)),
      },
    [shown, ticked],
  )
  const furniture = useMemo(
    () => ({
      mark: order.mark === '内部' ? '' : order.mark,
      // The number is taken when it is printed or saved, and never before.
      foot: `${order.mark}　编号在登记时写上　${account.name}`,
    }),
    [order.mark, account.name],
  )
  const laid = useFormPages(sheet, furniture)
  const photo = useMemo(() => (shown?.sheet.photo ? addressOf(shown.sheet.photo) : undefined), [shown])

  const { accept, accepted, substitutions } = useTypefaces(['title', 'body'])
  const shapeless = useMemo(() => missingShapes(wordsOf({ ...sheet, photo: null })), [sheet])
  const plan = useFormsPlan({ label: offer.label, people, choice, choose, ticked, fontsUnread: !accepted })

  const asked = order.reason.trim()
  return (
    <div className="pap-body">
      <div className="pap-left">
        {proof.error && <ErrorNote error={proof.error} onRetry={proof.again} />}
        {sheet && sheet.covered.length > 0 && (
          <p className="pap-cover">
            <span>
              家庭成员、健康状况遮着，打印和保存的表上有。
              {asked === '' && '写明理由后可以先看。'}
            </span>
            <Button size="small" reason={asked === '' ? '先写明理由' : undefined} onClick={() => setReason(asked)}>
              显示
            </Button>
          </p>
        )}
        {shown ? (
          <ProofPane
            name="任免审批表"
            pages={laid?.pages}
            photo={photo}
            cover={lock}
            words={laid ? pageWords(laid, sheet?.covered.includes('family') === true) : ''}
            turn={{ place, people: shown.people, onPlace: setPlace }}
          />
        ) : (
          !proof.error && <Loading />
        )}
      </div>
      <div className="pap-right">
        <OrderForm
          plan={{
            ...plan,
            fields: (
              <>
                {plan.fields}
                <FontsNote
                  substitutions={choice.output === 'docx' ? [] : substitutions}
                  shapeless={choice.output === 'docx' ? [] : shapeless}
                  accepted={accepted}
                  onAccept={accept}
                />
              </>
            ),
          }}
          offer={offer}
          people={people}
          atLeast={mark}
          order={order}
          onFinished={onFinished}
          onClose={onClose}
        />
      </div>
    </div>
  )
}
