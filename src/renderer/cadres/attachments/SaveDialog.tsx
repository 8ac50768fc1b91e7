import { App, Modal } from 'antd'
import { useState } from 'react'
import type { Attachment } from '../../../shared/attachments/attachments'
import { markOfCopy, sizeWords } from '../../../shared/attachments/attachments.rules'
import { formatExtensions, formatTitles } from '../../../shared/attachments/recognise.rules'
import type { CadreFile } from '../../../shared/cadres/cadres.contract'
import { safeName } from '../../../shared/exports/file-names.rules'
import { api } from '../../api/client'
import '../../exports/exports.css'
import { OrderForm, useOrder } from '../../exports/OrderForm'
import { ResultView } from '../../exports/ResultView'
import type { Finished, Plan } from '../../exports/way'

interface SaveDialogProps {
  file: CadreFile
  attachment: Attachment
  onClose: () => void
}

/** 另存: the original as it came leaves the application, under a number of the register. */
export function SaveDialog({ file, attachment, onClose }: SaveDialogProps) {
  const { message } = App.useApp()
  const [finished, setFinished] = useState<Finished>()
  const { cadre } = file
  const { id, title, format, bytes } = attachment
  const atLeast = markOfCopy(attachment.mark, cadre.secrecy)
  const order = useOrder(atLeast)
  const plan: Plan = {
    fields: (
      <p className="exp-hint">
        {cadre.name}的《{title}》，{formatTitles[format]}，{sizeWords(bytes)}。存出去的是加入时的原件。
      </p>
    ),
    sensitive: [],
    uncovered: '原件上写了什么就带出什么，不能遮盖',
    refusal: undefined,
    act: '选择位置并另存',
    async run({ reason, recipient, mark }, work) {
      const place = await api.shell.chooseSaveFile({
        suggestedName: [...safeName(title)].slice(0, 80).join(''),
        extension: formatExtensions[format][0],
      })
      if (!place) return null
      const target = place.token
      const done = await work('另存附件', options =>
        api.attachments.save({ cadreId: cadre.id, id, reason, recipient, mark, target }, options),
      )
      return (
        (done && {
          entry: done.entry,
          place: place.place,
          saved: { token: target, name: '' },
          notes: [] satisfies string[],
        }) ??
        null
      )
    },
  }
  return (
    <Modal
      open
      title={finished ? '附件原件' : `另存：${title}`}
      onCancel={onClose}
      footer={null}
      width={520}
      centered
      mask={{ closable: false }}
      className="exp-dialog att-save"
    >
      {finished ? (
        <ResultView finished={finished} onSay={words => void message.warning(words)} onClose={onClose} />
      ) : (
        <OrderForm
          plan={plan}
          offer={{ label: title, whom: { by: 'ids', ids: [cadre.id] } }}
          people={1}
          atLeast={atLeast}
          order={order}
          onFinished={setFinished}
          onClose={onClose}
        />
      )}
    </Modal>
  )
}
